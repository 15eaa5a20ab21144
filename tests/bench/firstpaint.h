// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace flaskcards::bench {

// Ends the program once a window has handled its first paint event.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(QObject *parent) : QObject(parent) {}

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Paint && widget && widget->isWindow())
            QTimer::singleShot(0, qApp, &QApplication::quit); // after the whole paint has been flushed
        return false;
    }
};

} // namespace flaskcards::bench
