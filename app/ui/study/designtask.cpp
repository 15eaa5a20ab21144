// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/designtask.h"

#include "library/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr qint64 wholeMs = 10 * 60'000;
constexpr int beatMs = 1000;

} // namespace

DesignTask::DesignTask(const Theme &theme, int criteria, const Attempt &attempt, const TaskTools &tools,
                       QWidget *parent)
    : CardTask(theme, parent),
      m_tools(tools),
      m_attempt(attempt),
      m_clock(nullptr),
      m_time(nullptr),
      m_beat(new QTimer(this))
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(16));
    auto *count = new Label(theme, TextRole::Small, tr("Judged by %n criteria", nullptr, criteria), row);
    count->setColor(&Tokens::text2);
    count->setObjectName(u"criteria"_s);
    count->setVisible(criteria > 0);
    m_time = new Label(theme, TextRole::Small, {}, row);
    m_time->setObjectName(u"clock"_s);
    m_clock = new Button(theme, Button::Look::Quiet, {}, row);
    m_clock->setObjectName(u"toggleClock"_s);
    m_clock->setSymbol(Icon::Clock);
    m_clock->setKeyCap(u"C"_s);
    layout->addWidget(count);
    layout->addStretch(1);
    layout->addWidget(m_time);
    layout->addWidget(m_clock);
    add(row, 16);
    m_beat->setInterval(beatMs);
    connect(m_beat, &QTimer::timeout, this, &DesignTask::showTime);
    connect(m_clock, &QAbstractButton::clicked, this, &DesignTask::toggleClock);
    showTime();
}

void DesignTask::toggleClock()
{
    if (m_attempt.runningSinceMs) {
        m_attempt.usedMs = usedMs();
        m_attempt.runningSinceMs.reset();
    } else {
        m_attempt.runningSinceMs = m_tools.nowMs();
    }
    showTime();
}

qint64 DesignTask::usedMs() const
{
    const qint64 running = m_attempt.runningSinceMs ? m_tools.nowMs() - *m_attempt.runningSinceMs : 0;
    return m_attempt.usedMs + std::max<qint64>(0, running);
}

void DesignTask::showTime()
{
    const bool runs = m_attempt.runningSinceMs.has_value();
    const qint64 left = wholeMs - usedMs();
    const bool isNew = !runs && left == wholeMs;
    m_clock->setText(runs ? tr("Stop") : isNew ? tr("Ten minutes") : tr("Go on"));
    m_clock->setAccessibleName(runs    ? tr("Stop the clock")
                               : isNew ? tr("Start ten minutes")
                                       : tr("Let the clock go on"));
    m_clock->setKeyCap(u"C"_s); // its tool tip tells the text
    m_time->setColor(left < 0 ? &Tokens::warn : &Tokens::text2);
    // Whole seconds as one counts down: 10:00 shows for the first of them.
    m_time->setText(isNew       ? QString()
                    : left >= 0 ? tr("%1 left").arg(clockWords(left + 999))
                                : tr("%1 over the ten minutes").arg(clockWords(-left)));
    if (runs)
        m_beat->start();
    else
        m_beat->stop();
}

} // namespace flaskcards
