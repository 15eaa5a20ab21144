// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/column.h"

#include "ui/theme.h"

#include <QVBoxLayout>

#include <algorithm>

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

void Column::remove(QWidget *widget)
{
    const int above = m_layout->indexOf(widget) - 1;
    const auto gap = std::find_if(m_gaps.cbegin(), m_gaps.cend(), [&](const Gap &candidate) {
        return above >= 0 && m_layout->itemAt(above) == candidate.item;
    });
    if (gap != m_gaps.cend()) {
        delete m_layout->takeAt(above);
        m_gaps.erase(gap);
    }
    delete widget;
}

void Column::followTheme()
{
    for (const Gap &gap : m_gaps)
        gap.item->changeSize(0, m_theme.px(gap.designPx), QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_layout->invalidate();
}

} // namespace flaskcards
