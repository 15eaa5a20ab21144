// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/study/cardtask.h"

class QTimer;

namespace flaskcards {

class Button;
class Label;

// How many criteria a design is judged by, and a clock of ten minutes for whoever wants it. It says when they
// are over and forces nothing.
class DesignTask : public CardTask
{
    Q_OBJECT

public:
    DesignTask(const Theme &theme, int criteria, const Attempt &attempt, const TaskTools &tools,
               QWidget *parent);

    bool hasClock() const override { return true; }
    void toggleClock() override;
    Attempt attempt() const override { return m_attempt; }

private:
    qint64 usedMs() const;
    void showTime();

    const TaskTools m_tools;
    Attempt m_attempt;
    Button *m_clock;
    Label *m_time;
    QTimer *m_beat;
};

} // namespace flaskcards
