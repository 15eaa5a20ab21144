// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/mockinterview.h"
#include "library/python/python.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QStackedWidget;

namespace flaskcards {

class Button;
class CardKeys;
class CardTable;
class Label;
class MockFoot;
class MockReport;
class Notice;
class NoticeColumn;
class Theme;
class ThinBar;

// A mock interview with the window to itself: the questions against the clock, then each with its answer to
// be graded, then the report. What is asked and written is the MockInterview's business.
class MockPage : public QWidget
{
    Q_OBJECT

public:
    MockPage(Library &library, const Theme &theme, QWidget *parent = nullptr);

    void start(const MockFilter &filter, quint64 seed);
    void showReport(const QString &key); // of an earlier one
    bool isUnderWay() const { return m_mock.has_value(); }
    void askToLeave(); // what would be lost
    bool isAskedToLeave() const;
    int footHeight() const;

signals:
    void ended();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildBar();
    void nameLeave();
    void addActions();
    void followTheme();
    void confirm(); // Space, Enter
    void next();
    void back();
    void grade(Rating rating);
    void acceptProposal();
    void press(int number); // A to F
    void choose(int option);
    void takePoints();
    void takeRun(bool passed);
    void propose();
    void noteConfidence(Confidence confidence);
    void leave();
    void goOn();
    void finish();
    void showItem();
    void showAnswer();
    void showTaskKeys();
    void showClock();
    void showProblem(const QString &what, const QString &then);

    Library &m_library;
    const Theme &m_theme;
    std::optional<MockInterview> m_mock;
    CardKeys *m_keys = nullptr;
    int m_reviewed = 0; // the question of the review that is shown
    QTimer m_ticking;
    Python m_python;

    ThinBar *m_progress = nullptr;
    QWidget *m_bar = nullptr;
    Button *m_leave = nullptr;
    Label *m_where = nullptr;
    Label *m_clock = nullptr;
    NoticeColumn *m_notices = nullptr;
    Notice *m_leaving = nullptr;
    Button *m_goOn = nullptr;
    Notice *m_ungraded = nullptr;
    Notice *m_problem = nullptr;
    QStackedWidget *m_middle = nullptr;
    CardTable *m_table = nullptr;
    MockReport *m_report = nullptr;
    MockFoot *m_foot = nullptr;
};

} // namespace flaskcards
