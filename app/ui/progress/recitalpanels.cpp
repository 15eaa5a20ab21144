// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/recitalpanels.h"

#include "library/words.h"
#include "ui/cardtext/checkline.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/thinbar.h"

#include <QHBoxLayout>
#include <QMap>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

void clear(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QWidget *tallyRow(const Theme &theme, const QString &name, const ConfidenceTally &tally, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme.px(16));
    auto *label = new Label(theme, TextRole::Interface, name, row);
    label->setMinimumWidth(theme.px(80));
    line->addWidget(label);
    auto *bar = new ThinBar(theme, RecitalPanels::tr("%1: recalled").arg(name), 6, row);
    bar->setShare(tally.share());
    line->addWidget(bar, 1);
    auto *figures = new Label(theme, TextRole::Interface,
                              RecitalPanels::tr("%1, %2 of %3")
                                  .arg(percentWords(tally.share()))
                                  .arg(tally.recalled)
                                  .arg(tally.answers),
                              row);
    figures->setColor(&Tokens::text2);
    figures->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    figures->setMinimumWidth(theme.px(120));
    line->addWidget(figures);
    return row;
}

} // namespace

RecitalPanels::RecitalPanels(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_confidence(new Panel(theme, this)),
      m_panel(new Panel(theme, this)),
      m_topicButton(new Button(theme, Button::Look::Small, {}, m_panel))
{
    setObjectName(u"recitals"_s);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme.px(16));
    rows->addWidget(m_confidence);
    rows->addWidget(m_panel);
    m_confidence->setObjectName(u"confidencePanel"_s);
    m_panel->setObjectName(u"weakPointsPanel"_s);
    m_panel->setTitle(tr("Key points that are left out most"));
    m_topicButton->setObjectName(u"weakPointsTopic"_s);
    m_topicButton->setMenu(new QMenu(m_topicButton));
    m_panel->addBesideTitle(m_topicButton);
    hide();
}

void RecitalPanels::show(const ConfidenceReport &confidence, const QList<WeakPoint> &points)
{
    showConfidence(confidence);
    m_points = points;
    offerTopics();
    showPoints();
    setVisible(!m_confidence->isHidden() || !m_panel->isHidden());
}

void RecitalPanels::showConfidence(const ConfidenceReport &report)
{
    m_confidence->setVisible(report.sure.answers + report.unsure.answers > 0);
    if (m_confidence->isHidden())
        return;
    m_confidence->setTitle(
        report.sure.answers > 0
            ? tr("When you were sure, you recalled %1").arg(percentWords(report.sure.share()))
            : tr("When you were unsure, you recalled %1").arg(percentWords(report.unsure.share())));
    clear(*m_confidence->body());
    if (report.sure.answers > 0)
        m_confidence->body()->addWidget(tallyRow(m_theme, tr("Sure"), report.sure, m_confidence));
    if (report.unsure.answers > 0)
        m_confidence->body()->addWidget(tallyRow(m_theme, tr("Unsure"), report.unsure, m_confidence));
}

void RecitalPanels::offerTopics()
{
    QMap<QString, QString> topics; // by the name that is shown
    for (const WeakPoint &point : std::as_const(m_points))
        topics.insert(topicName(point.topic), point.topic);
    if (!topics.values().contains(m_topic))
        m_topic.clear();
    QMenu *menu = m_topicButton->menu();
    menu->clear();
    connect(menu->addAction(tr("All topics")), &QAction::triggered, this, [this] { chooseTopic({}); });
    for (auto topic = topics.cbegin(); topic != topics.cend(); ++topic)
        connect(menu->addAction(topic.key()), &QAction::triggered, this,
                [this, topic = topic.value()] { chooseTopic(topic); });
    m_topicButton->setVisible(topics.size() > 1);
}

void RecitalPanels::chooseTopic(const QString &topic)
{
    m_topic = topic;
    showPoints();
}

void RecitalPanels::showPoints()
{
    constexpr int most = 8;
    m_panel->setVisible(!m_points.isEmpty());
    m_topicButton->setText(m_topic.isEmpty() ? tr("All topics") : topicName(m_topic));
    clear(*m_panel->body());
    int shown = 0;
    for (const WeakPoint &point : std::as_const(m_points)) {
        if ((m_topic.isEmpty() || point.topic == m_topic) && ++shown <= most)
            addPoint(point);
    }
}

void RecitalPanels::addPoint(const WeakPoint &point)
{
    auto *row = new LinkRow(m_theme, Icon::Study, point.text, m_panel);
    const QString where = tr("%1: left out in %2 of %3 answers to “%4”")
                              .arg(topicName(point.topic))
                              .arg(point.record.missed)
                              .arg(point.record.of)
                              .arg(plainTitle(point.title));
    row->setAccessibleDescription(where);
    connect(row, &QAbstractButton::clicked, this, [this, slug = point.slug] { emit listRequested(slug); });
    m_panel->body()->addWidget(row);
    auto *caption = new Label(m_theme, TextRole::Caption, where, m_panel);
    caption->setColor(&Tokens::text2);
    caption->setWordWrap(true);
    caption->setIndent(m_theme.px(32));
    m_panel->body()->addWidget(caption);
}

} // namespace flaskcards
