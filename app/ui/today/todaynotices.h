// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/session.h"
#include "ui/widgets/noticecolumn.h"

namespace flaskcards {

// What Today has to say before anything else: what could not be read, a clock that is behind, a sitting that
// was left.
class TodayNotices : public NoticeColumn
{
    Q_OBJECT

public:
    TodayNotices(Library &library, const Theme &theme, QWidget *parent);

    void refresh();
    void showUnfinished();
    void showError(const Error &error);
    bool warnsOfClock() const { return !m_clock->isHidden(); }

signals:
    void studyRequested(const flaskcards::SessionPlan &plan);
    void left(); // what had the focus is gone

private:
    void showBank();
    void showClock();
    void showDamaged();
    void keepDefaults();

    Library &m_library;
    Notice *m_problem;
    Notice *m_clock;
    Notice *m_damaged; // of settings
    Notice *m_unfinished;
};

} // namespace flaskcards
