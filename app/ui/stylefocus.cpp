// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stylefocus.h"

#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QApplication>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QPainter>

namespace flaskcards {

namespace {

// QFocusFrame follows its widget about; only the drawing is ours.
class Ring : public QFocusFrame
{
public:
    explicit Ring(const Theme &theme) : m_theme(theme) { setObjectName(QStringLiteral("focusRing")); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double width = m_theme.px(2);
        const double radius = m_theme.px(8);
        painter.setPen(QPen(m_theme.colors().focus, width));
        painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius,
                                radius);
    }

private:
    const Theme &m_theme;
};

bool wantsRing(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QAbstractSlider *>(widget) ||
           widget->property("focusRing").toBool();
}

bool comesFromKey(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
           reason == Qt::ShortcutFocusReason;
}

bool movesFocus(int key)
{
    return key == Qt::Key_Tab || key == Qt::Key_Backtab || (key >= Qt::Key_Left && key <= Qt::Key_Down);
}

} // namespace

FocusRing::FocusRing(const Theme &theme, QObject *parent) : QObject(parent), m_theme(theme) {}

FocusRing::~FocusRing()
{
    delete m_frame;
}

QWidget *FocusRing::around() const
{
    const auto *frame = static_cast<const QFocusFrame *>(m_frame.data());
    return frame ? frame->widget() : nullptr;
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (!watched->isWidgetType())
        return false;
    auto *widget = static_cast<QWidget *>(watched);
    switch (event->type()) {
    case QEvent::FocusIn:
        onFocusIn(widget, static_cast<QFocusEvent *>(event)->reason());
        break;
    case QEvent::FocusOut:
    case QEvent::MouseButtonPress:
        hide();
        break;
    case QEvent::KeyPress:
        if (movesFocus(static_cast<QKeyEvent *>(event)->key()) && widget->hasFocus() && wantsRing(widget))
            show(widget);
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::onFocusIn(QWidget *widget, Qt::FocusReason reason)
{
    if (comesFromKey(reason) && wantsRing(widget))
        show(widget);
}

void FocusRing::show(QWidget *widget)
{
    if (around() == widget)
        return;
    hide();
    auto *ring = new Ring(m_theme);
    m_frame = ring;
    ring->setWidget(widget);
}

void FocusRing::hide()
{
    if (m_frame) {
        static_cast<QFocusFrame *>(m_frame.data())->setWidget(nullptr); // gone from sight at once
        m_frame->deleteLater();
    }
    m_frame = nullptr;
}

} // namespace flaskcards
