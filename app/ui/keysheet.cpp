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

KeySheet::KeySheet(const Theme &theme, QWidget *parent) : QDialog(parent), m_theme(theme)
{
    setObjectName(u"keySheet"_s);
    setWindowTitle(tr("Keys"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, theme.px(24));
    auto *inside = new QWidget(this);
    auto *columns = new QHBoxLayout(inside);
    columns->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    columns->setSpacing(theme.px(48));
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
        columns->addLayout(column);
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
    const QSize wanted = inside->sizeHint() + QSize(theme.px(12), close->sizeHint().height() + theme.px(32));
    resize(wanted.boundedTo(screen()->availableSize() - QSize(40, 60)));
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    close->setFocus();
}

void KeySheet::addGroup(QVBoxLayout *column, const QString &group)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.px(24));
    grid->setVerticalSpacing(m_theme.px(6));
    grid->addWidget(new SectionLabel(m_theme, group, this), 0, 0, 1, 2);
    for (const CommandInfo &info : commandTable()) {
        if (commandGroup(info) != group)
            continue;
        const int row = grid->rowCount();
        grid->addWidget(new Label(m_theme, TextRole::Interface, commandText(info), this), row, 0);
        grid->addWidget(new KeyCap(m_theme, commandKeys(info), this), row, 1, Qt::AlignRight);
    }
    column->addLayout(grid);
}

} // namespace flaskcards
