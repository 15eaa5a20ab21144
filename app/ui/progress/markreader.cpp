// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/markreader.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWidget>

#include <algorithm>

namespace flaskcards {

MarkReader::MarkReader(QWidget *chart, ChartMarks marks)
    : QObject(chart), m_chart(chart), m_marks(std::move(marks))
{
    chart->setFocusPolicy(Qt::TabFocus);
    chart->setProperty("focusRing", true);
    chart->setMouseTracking(true);
    chart->installEventFilter(this);
}

void MarkReader::setSummary(const QString &sentence)
{
    m_summary = sentence;
    setCurrent(-1);
}

int MarkReader::markAt(const QPointF &point) const
{
    for (int mark = 0; mark < m_marks.count(); ++mark) {
        if (m_marks.box(mark).contains(point))
            return mark;
    }
    return -1;
}

bool MarkReader::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip:
        showToolTip(*static_cast<QHelpEvent *>(event));
        return true;
    case QEvent::MouseMove: {
        const int mark = markAt(static_cast<QMouseEvent *>(event)->position());
        m_chart->setCursor(mark >= 0 && m_marks.opens(mark) ? Qt::PointingHandCursor : Qt::ArrowCursor);
        break;
    }
    case QEvent::MouseButtonRelease:
        if (static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton)
            return open(markAt(static_cast<QMouseEvent *>(event)->position()));
        break;
    case QEvent::KeyPress:
        return takeKey(*static_cast<QKeyEvent *>(event));
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        setCurrent(-1);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void MarkReader::showToolTip(const QHelpEvent &event)
{
    const int mark = markAt(event.pos());
    if (mark < 0)
        return QToolTip::hideText();
    QToolTip::showText(event.globalPos(), m_marks.words(mark), m_chart, m_marks.box(mark).toAlignedRect());
}

bool MarkReader::takeKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return open(m_current);
    default:
        break;
    }
    const int mark = after(event.key());
    if (mark < 0)
        return false;
    setCurrent(mark);
    return true;
}

// The first key lands on the last mark: what is newest stands at the right. -1: no key of ours.
int MarkReader::after(int key) const
{
    const int last = m_marks.count() - 1;
    const auto moved = [&](int by) {
        return m_current < 0 ? last : std::clamp(m_current + by, 0, last);
    };
    const bool inRows = m_marks.rows > 1;
    switch (key) {
    case Qt::Key_Left:
        return moved(-m_marks.rows);
    case Qt::Key_Right:
        return moved(m_marks.rows);
    case Qt::Key_Up:
        return inRows ? moved(-1) : -1;
    case Qt::Key_Down:
        return inRows ? moved(1) : -1;
    case Qt::Key_Home:
        return std::min(0, last);
    case Qt::Key_End:
        return last;
    default:
        return -1;
    }
}

void MarkReader::setCurrent(int mark)
{
    m_current = mark;
    m_chart->setAccessibleDescription(mark < 0 ? m_summary : m_marks.words(mark));
    m_chart->update();
    if (mark < 0)
        return QToolTip::hideText();
    const QRect box = m_marks.box(mark).toAlignedRect();
    QToolTip::showText(m_chart->mapToGlobal(box.center()), m_marks.words(mark), m_chart, box);
}

bool MarkReader::open(int mark)
{
    if (mark < 0 || !m_marks.opens(mark))
        return false;
    emit opened(mark);
    return true;
}

} // namespace flaskcards
