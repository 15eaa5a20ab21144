// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keysheet.h"

#include "ui/actions.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int narrowBelowPx = 480; // design pixels

} // namespace

KeySheet::KeySheet(const Theme &theme, QWidget *parent) : QDialog(parent), m_theme(theme)
{
    setObjectName(u"keySheet"_s);
    setWindowTitle(tr("Keys"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, theme.px(24));
    auto *inside = new QWidget(this);
    m_columns = new QHBoxLayout(inside);
    m_columns->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    m_columns->setSpacing(theme.px(48));
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    QStringList groups;
    for (const CommandInfo &info : commandTable()) {
        if (!groups.contains(commandGroup(info)))
            groups.append(commandGroup(info));
    }
    for (qsizetype i = 0; i < groups.size(); ++i)
        addGroup(i % 2 == 1 ? right : left, groups.at(i));
    for (QVBoxLayout *column : {left, right}) {
        column->setSpacing(theme.px(24));
        column->addStretch(1);
        m_columns->addLayout(column);
    }
    auto *area = new QScrollArea(this); // large text on a small screen
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inside);
    rows->addWidget(area, 1);
    auto *close = new Button(theme, Button::Look::Plain, tr("Close"), this);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, 0, theme.px(32), 0);
    foot->addStretch(1);
    foot->addWidget(close);
    rows->addLayout(foot);
    const QSize room = screen()->availableSize() - QSize(40, 60);
    const QSize beside(theme.px(12), close->sizeHint().height() + theme.px(32));
    m_widthOfBoth = inside->sizeHint().width() + beside.width();
    arrange(room.width());
    const QSize hint = inside->sizeHint();
    const int high = inside->hasHeightForWidth() ? inside->heightForWidth(hint.width()) : hint.height();
    const QSize wanted = QSize(std::max(hint.width(), theme.px(560)), high) + beside;
    resize(wanted.boundedTo(room));
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    close->setFocus();
    if (wanted.height() > room.height()) { // the arrow keys scroll
        area->setFocusPolicy(Qt::StrongFocus);
        area->setFocus();
    }
}

// One column below the other where both do not fit.
void KeySheet::arrange(int width)
{
    const bool fits = width >= m_widthOfBoth;
    m_columns->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(m_theme.px(fits ? 48 : 24));
    const int side = m_theme.px(width < m_theme.px(narrowBelowPx) ? 16 : 32);
    m_columns->setContentsMargins(side, m_theme.px(24), side, m_theme.px(24));
    for (Label *text : std::as_const(m_texts))
        text->setWordWrap(!fits); // so that no key is beyond the edge
}

void KeySheet::resizeEvent(QResizeEvent *event)
{
    arrange(width());
    QDialog::resizeEvent(event);
}

void KeySheet::addGroup(QVBoxLayout *column, const QString &group)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.px(24));
    grid->setVerticalSpacing(m_theme.px(6));
    grid->setColumnStretch(0, 1);
    grid->addWidget(new SectionLabel(m_theme, group, this), 0, 0, 1, 2);
    for (const CommandInfo &info : commandTable()) {
        if (commandGroup(info) != group)
            continue;
        const int row = grid->rowCount();
        auto *text = new Label(m_theme, TextRole::Interface, commandText(info), this);
        m_texts.append(text);
        grid->addWidget(text, row, 0);
        const QString keys = commandKeys(info);
        QWidget *shown = nullptr;
        if (keys.isEmpty()) // a person gave it to another command
            shown = new Label(m_theme, TextRole::Small, tr("none"), this);
        else
            shown = new KeyCap(m_theme, keys, this);
        grid->addWidget(shown, row, 1, Qt::AlignRight);
    }
    column->addLayout(grid);
}

} // namespace flaskcards
