// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/footnotice.h"

#include "ui/theme.h"
#include "ui/widgets/button.h"

#include <QAccessible>
#include <QEvent>
#include <QTimer>

namespace flaskcards {

FootNotice::FootNotice(const Theme &theme, Kind kind, QWidget *place, const Shape &shape)
    : Notice(theme, kind, {}, {}, place), m_theme(theme), m_shape(shape), m_end(new QTimer(this))
{
    hide();
    m_end->setSingleShot(true);
    m_end->setInterval(shape.shownMs);
    connect(m_end, &QTimer::timeout, this, &FootNotice::end);
    connect(&theme, &Theme::changed, this, &FootNotice::moveToFoot);
    place->installEventFilter(this);
}

Button *FootNotice::addQuietButton(const QString &text)
{
    Button *button = addButton(text);
    button->setFocusPolicy(Qt::NoFocus);
    connect(button, &QAbstractButton::clicked, this, &QWidget::hide);
    return button;
}

void FootNotice::say(const QString &whatHappened, const QString &whatToDo)
{
    setTexts(whatHappened, whatToDo);
    show();
    raise();
    moveToFoot();
    m_end->start();
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void FootNotice::keepAbove(std::function<int()> height)
{
    m_kept = std::move(height);
}

void FootNotice::keepBeside(std::function<int()> width)
{
    m_left = std::move(width);
}

void FootNotice::end()
{
    if (underMouse())
        m_end->start();
    else
        hide();
}

void FootNotice::moveToFoot()
{
    if (isHidden())
        return;
    const QWidget *place = parentWidget();
    const int margin = m_theme.px(24);
    const int left = m_left ? m_left() : 0;
    const int room = place->width() - left;
    const int width = std::min(m_theme.px(m_shape.widestPx), room - 2 * margin);
    arrange(width);
    setMinimumHeight(0); // of another text
    const int height = hasHeightForWidth() ? heightForWidth(width) : sizeHint().height();
    const int kept = m_kept ? m_kept() : 0;
    const int bottom = kept > 0 ? kept + m_theme.px(12) : margin;
    setGeometry(left + (room - width) / 2, place->height() - height - bottom, width, height);
}

bool FootNotice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        moveToFoot();
    else if (event->type() == QEvent::LayoutRequest && !isHidden()) // once the layout has followed
        QMetaObject::invokeMethod(this, &FootNotice::moveToFoot, Qt::QueuedConnection);
    return Notice::eventFilter(watched, event);
}

void FootNotice::hideEvent(QHideEvent *event)
{
    Notice::hideEvent(event);
    if (!isHidden())
        return; // only the window went
    m_end->stop();
    emit gone();
}

} // namespace flaskcards
