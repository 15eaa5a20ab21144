// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/browsepanes.h"

#include "library/library.h"
#include "ui/theme.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr QLatin1StringView topicsWidthKey = "browse/topics-width"_L1;   // design pixels
constexpr QLatin1StringView previewWidthKey = "browse/preview-width"_L1; // design pixels
constexpr QLatin1StringView previewShareKey = "browse/preview-share"_L1; // percent of the height

int remembered(const Library &library, QLatin1StringView key, int otherwise)
{
    bool ok = false;
    const int value = library.viewState(QString(key)).toInt(&ok);
    return ok && value > 0 ? value : otherwise;
}

} // namespace

BrowsePanes::BrowsePanes(Library &library, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_library(library),
      m_theme(theme),
      m_outer(new QSplitter(this)),
      m_inside(new QSplitter(this))
{
    m_outer->setObjectName(u"panes"_s);
    m_inside->setObjectName(u"listAndCard"_s);
    for (QSplitter *splitter : {m_outer, m_inside}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
        connect(splitter, &QSplitter::splitterMoved, this, [this] { m_moved = true; });
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_outer);
    connect(&theme, &Theme::changed, this, &BrowsePanes::followTheme);
}

void BrowsePanes::setParts(QWidget *topics, QWidget *list, QWidget *card)
{
    m_topics = topics;
    m_list = list;
    m_card = card;
    m_inside->addWidget(list);
    m_inside->addWidget(card);
    m_inside->setStretchFactor(0, 1);
    m_inside->setStretchFactor(1, 0);
    m_outer->addWidget(topics);
    m_outer->addWidget(m_inside);
    m_outer->setStretchFactor(0, 0);
    m_outer->setStretchFactor(1, 1);
    followTheme();
}

void BrowsePanes::followTheme()
{
    if (!m_topics)
        return;
    m_topics->setMinimumWidth(m_theme.px(120));
    m_list->setMinimumSize(m_theme.px(280), m_theme.px(110));
    m_card->setMinimumSize(m_theme.px(280), m_theme.px(110));
    m_placed = false;
    arrange();
}

void BrowsePanes::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void BrowsePanes::hideEvent(QHideEvent *event)
{
    keepPlaces();
    QWidget::hideEvent(event);
}

// Three panes, then the card below the list, then the topics in a box.
void BrowsePanes::arrange()
{
    if (!m_topics)
        return;
    const bool below = width() < m_theme.px(1100);
    const bool boxed = width() < m_theme.px(800);
    const Qt::Orientation orientation = below ? Qt::Vertical : Qt::Horizontal;
    const bool same = m_placed && m_inside->orientation() == orientation && m_topics->isHidden() == boxed;
    m_topics->setVisible(!boxed);
    emit topicsHidden(boxed);
    if (same)
        return;
    keepPlaces();
    m_inside->setOrientation(orientation);
    m_inside->setStretchFactor(1, below ? 1 : 0);
    m_placed = true;
    place();
}

void BrowsePanes::place()
{
    layout()->activate();
    const int side = m_topics->isHidden() ? 0 : m_theme.px(remembered(m_library, topicsWidthKey, 184)) - 1;
    m_outer->setSizes({side, std::max(1, width() - side - 1)});
    const int rest = width() - side - 1;
    if (m_inside->orientation() == Qt::Horizontal) {
        const int card = m_theme.px(remembered(m_library, previewWidthKey, 372)) - 1;
        m_inside->setSizes({std::max(1, rest - card - 1), card});
    } else {
        const int share = std::clamp(remembered(m_library, previewShareKey, 50), 10, 90);
        m_inside->setSizes({100 * (100 - share), 100 * share});
    }
}

// Only what the person has moved is kept.
void BrowsePanes::keepPlaces()
{
    if (!m_moved)
        return;
    m_moved = false;
    const auto keep = [this](QLatin1StringView key, int value) {
        m_library.setViewState(QString(key), QString::number(value));
    };
    const double unit = m_theme.em() / 14;
    if (!m_topics->isHidden())
        keep(topicsWidthKey, qRound((m_outer->sizes().at(0) + 1) / unit));
    const QList<int> inside = m_inside->sizes();
    if (m_inside->orientation() == Qt::Horizontal)
        keep(previewWidthKey, qRound((inside.at(1) + 1) / unit));
    else
        keep(previewShareKey, 100 * inside.at(1) / std::max(1, inside.at(0) + inside.at(1)));
}

} // namespace flaskcards
