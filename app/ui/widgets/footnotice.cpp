// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/footnotice.h"

#include "ui/theme.h"
#include "ui/widgets/button.h"

#include <QEvent>
#include <QTimer>

namespace flaskcards {

namespace {

constexpr int shownMs = 20'000;

}

FootNotice::FootNotice(const Theme &theme, Kind kind, QWidget *place)
    : Notice(theme, kind, {}, {}, place), m_theme(theme), m_end(new QTimer(this))
{
    hide();
    m_end->setSingleShot(true);
    m_end->setInterval(shownMs);
    connect(m_end, &QTimer::timeout, this, &QWidget::hide);
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
}

void FootNotice::moveToFoot()
{
    const QWidget *place = parentWidget();
    const int margin = m_theme.px(24);
    const int width = std::min(m_theme.px(560), place->width() - 2 * margin);
    const int height = hasHeightForWidth() ? heightForWidth(width) : sizeHint().height();
    setGeometry((place->width() - width) / 2, place->height() - height - margin, width, height);
}

bool FootNotice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        moveToFoot();
    return Notice::eventFilter(watched, event);
}

} // namespace flaskcards
