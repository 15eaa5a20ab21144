// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/session.h"
#include "ui/voice/voice.h"

#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace flaskcards {

class Background;
class BackupNotice;
class BrowsePage;
class InterviewPage;
class Label;
class MockPage;
class ProgressPage;
class Sidebar;
class StudyPage;
class Theme;
class TimeWatch;
class TodayPage;
class UndoNotice;
class Undoing;
class TopLine;
struct MockFilter;
struct TodaySummary;
enum class Command;

// A sidebar and the pages. It wires them together and owns nothing else; pages but the first are made when
// first shown.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    // `openSound`: what the voice is recorded with.
    MainWindow(Library &library, Theme &theme, const Voice::Opener &openSound = &openSoundModule);

    void showToday();
    void study(const SessionPlan &plan);
    void showBrowse();
    void showProgress();
    void showInterview();
    // Shows the line at the top, over all pages, under those that are there already.
    void addLine(TopLine *line);
    void keepPlace(); // of the window on the screen

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildSidebar();
    void activateRow(int row);
    void addActions();
    void addAction(Command command, void (MainWindow::*slot)());
    void showPage(QWidget *page, int row);
    BrowsePage *browse();
    ProgressPage *progress();
    InterviewPage *interview();
    MockPage *mock();
    void openInterview();
    void startMock(const MockFilter &filter);
    void showMockReport(const QString &key);
    StudyPage *studyPage();
    void studyToday();
    void search();
    void showQuery(const QString &text);
    Result<Stepped> step(Direction direction, qint64 until);
    int footHeight() const;
    void undo();
    void redo();
    void showHistory();
    void newQuestion();
    void edit(QuestionId question);
    void openEditor(QuestionId question, const QString &topic);
    void takeSaved(QuestionId question);
    void showSettings();
    void showBackups();
    void endSitting();
    void showKeys();
    void enlarge();
    void reduce();
    void normalSize();
    void keepTextSize();
    void takeLook();
    void takeSummary(const TodaySummary &today);
    void takeTime();
    void restorePlace();

    Library &m_library;
    Theme &m_theme;
    QVBoxLayout *m_lines;
    Sidebar *m_sidebar;
    QStackedWidget *m_pages;
    TodayPage *m_today;
    StudyPage *m_study = nullptr;
    BrowsePage *m_browse = nullptr;
    ProgressPage *m_progress = nullptr;
    InterviewPage *m_interview = nullptr;
    MockPage *m_mock = nullptr;
    Background *m_background;
    Voice *m_voice;
    BackupNotice *m_backupNotice;
    TimeWatch *m_watch;
    UndoNotice *m_notice;
    Undoing *m_undoing;
};

} // namespace flaskcards
