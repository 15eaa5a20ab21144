// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTimer;

namespace flaskcards {

class Library;

// Looks at the clock: when the study day ends, whenever the window becomes active, and at least once a
// minute, since a timer sleeps with the machine and hears nothing of a clock that was set or of another time
// zone.
class TimeWatch : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it.
    TimeWatch(Library &library, QObject *window);

    void setLongestWaitMs(int ms); // between two looks

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    // After everyone was told of a new study day, if there is one.
    void looked();

private:
    void look();
    void wait();

    Library &m_library;
    QTimer *m_timer;
    int m_longestWaitMs = 60'000;
};

} // namespace flaskcards
