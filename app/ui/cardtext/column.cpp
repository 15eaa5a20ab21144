// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/column.h"

#include "ui/theme.h"

#include <QVBoxLayout>

namespace flaskcards {

Column::Column(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, &Column::followTheme);
}

void Column::add(QWidget *widget, int gap)
{
    insert(m_layout->count(), widget, gap);
}

void Column::addBehind(QWidget *before, QWidget *widget, int gap)
{
    insert(m_layout->indexOf(before) + 1, widget, gap);
}

void Column::insert(int at, QWidget *widget, int gap)
{
    if (gap > 0) {
        auto *space = new QSpacerItem(0, m_theme.px(gap), QSizePolicy::Minimum, QSizePolicy::Fixed);
        m_layout->insertSpacerItem(at++, space);
        m_gaps.append({space, gap});
    }
    m_layout->insertWidget(at, widget);
}

void Column::followTheme()
{
    for (const Gap &gap : m_gaps)
        gap.item->changeSize(0, m_theme.px(gap.designPx), QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_layout->invalidate();
}

} // namespace flaskcards
