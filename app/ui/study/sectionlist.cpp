// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/sectionlist.h"

#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QMouseEvent>
#include <QPainter>

namespace flaskcards {

SectionList::SectionList(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Sections of the answer"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SectionList::setNames(const QStringList &names)
{
    m_names = names;
    m_current = 0;
    resize(sizeHint());
    update();
}

void SectionList::setCurrent(int index)
{
    m_current = index;
    update();
}

int SectionList::rowHeight() const
{
    return m_theme.px(28);
}

QSize SectionList::sizeHint() const
{
    int widest = 0;
    for (const QString &name : m_names)
        widest = std::max(widest, textWidth(m_theme.font(TextRole::SectionLabel), name));
    return {widest + m_theme.px(20), int(m_names.size()) * rowHeight()};
}

void SectionList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_theme.colors();
    painter.fillRect(QRect(0, 0, 2, height()), t.border);
    for (int i = 0; i < m_names.size(); ++i) {
        const QRect row(0, i * rowHeight(), width(), rowHeight());
        const bool current = i == m_current;
        if (current)
            painter.fillRect(QRect(0, row.top(), 2, row.height()), t.accent);
        paintText(painter, row.adjusted(m_theme.px(16), 0, 0, 0),
                  m_theme.font(current ? TextRole::SectionLabel : TextRole::Small),
                  current ? t.accent : t.text2, m_names.at(i));
    }
}

void SectionList::mousePressEvent(QMouseEvent *event)
{
    const int index = int(event->position().y()) / rowHeight();
    if (index >= 0 && index < m_names.size())
        emit chosen(index);
}

} // namespace flaskcards
