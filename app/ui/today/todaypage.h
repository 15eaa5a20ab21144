// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/session.h"
#include "library/today.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace flaskcards {

class Button;
class CatchUpPanel;
class EmptyState;
class Label;
class Panel;
class Segments;
class Theme;
class ThinBar;
class TodayNotices;
struct CatchUpPlan;
class WeakTopics;
class WeekChart;

// What to do now: one button, what it will take, and what the coming days and the weak topics look like.
class TodayPage : public QWidget
{
    Q_OBJECT

public:
    TodayPage(Library &library, Theme &theme, QWidget *parent = nullptr);

    const TodaySummary &summary() const { return m_today; }
    void refreshIfStale();
    void noticeTime(); // time has passed: what is shown may be stale
    void showError(const Error &error);

signals:
    void studyRequested(const flaskcards::SessionPlan &plan);
    void summaryChanged(const flaskcards::TodaySummary &today);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void build();
    void buildHead(QVBoxLayout *column);
    void buildStart(QVBoxLayout *column);
    void buildPanels(QVBoxLayout *column);
    void showSummary();
    void showHead();
    void showStart();
    void showSitting();
    QString comingWords() const; // when nothing is to be studied now
    void showCatchUp();
    void follow(const CatchUpPlan &plan);
    void postponeCatchUp();
    void takeTimeBox(int index);
    int boxMinutes() const; // 0: all
    QStringList boxWords() const;
    QString interviewWords() const; // empty without a date to come
    void startSitting();
    void studyAhead();
    void followTheme();

    Library &m_library;
    Theme &m_theme;
    TodaySummary m_today;
    bool m_stale = true;

    QWidget *m_column = nullptr;
    TodayNotices *m_notices = nullptr;
    Label *m_date = nullptr;
    Label *m_counts = nullptr;
    Label *m_streak = nullptr;
    ThinBar *m_done = nullptr;
    QWidget *m_start = nullptr;
    Button *m_study = nullptr;
    Segments *m_timeBox = nullptr;
    QHBoxLayout *m_startRow = nullptr;
    QWidget *m_hint = nullptr;
    Label *m_hintText = nullptr;
    Panel *m_nothing = nullptr;
    EmptyState *m_nothingText = nullptr;
    CatchUpPanel *m_catchUp = nullptr;
    QWidget *m_catchUpGap = nullptr;
    Panel *m_week = nullptr;
    WeekChart *m_weekChart = nullptr;
    WeakTopics *m_weakest = nullptr;
};

} // namespace flaskcards
