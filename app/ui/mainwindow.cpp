// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "library/background.h"
#include "library/backups.h"
#include "library/checking.h"
#include "library/fitting.h"
#include "library/sync.h"
#include "ui/actions.h"
#include "ui/browse/browsepage.h"
#include "ui/editor/editordialog.h"
#include "ui/history/historydialog.h"
#include "ui/history/undoing.h"
#include "ui/history/undonotice.h"
#include "ui/icons.h"
#include "ui/interview/interviewpage.h"
#include "ui/interview/mockpage.h"
#include "ui/keysheet.h"
#include "ui/progress/progresspage.h"
#include "ui/settings/backupnotice.h"
#include "ui/settings/checknotice.h"
#include "ui/settings/fitnotice.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/syncnotice.h"
#include "ui/study/studypage.h"
#include "ui/theme.h"
#include "ui/thememode.h"
#include "ui/timewatch.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/sidebar.h"
#include "ui/widgets/topline.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

enum SidebarRow {
    TodayRow,
    StudyRow,
    BrowseRow,
    ProgressRow,
    InterviewRow,
    HistoryRow,
    SettingsRow,
    KeysRow
};

constexpr int railBelowPx = 1100; // design pixels
constexpr int checkingMs = 300;   // longest wait at the end for the last check
constexpr int closingMs = 10'000; // … and for the last backup
constexpr QLatin1StringView placeKey = "window/place"_L1;

} // namespace

MainWindow::MainWindow(Library &library, Theme &theme, const Voice::Opener &openSound)
    : m_library(library),
      m_theme(theme),
      m_lines(new QVBoxLayout),
      m_sidebar(new Sidebar(theme, tr("Flaskcards"), this)),
      m_pages(new QStackedWidget(this)),
      m_today(new TodayPage(library, theme, this)),
      m_background(new Background(library, this)),
      m_voice(new Voice(openSound, this)),
      m_backupNotice(new BackupNotice(library, m_background->backups(), theme, this)),
      m_watch(new TimeWatch(library, this)),
      m_notice(new UndoNotice(theme, this)),
      m_undoing(new Undoing(
          library, *m_notice, [this](Direction direction, qint64 until) { return step(direction, until); },
          this))
{
    setWindowTitle(tr("Flaskcards"));
    setWindowIcon(programIcon());
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(m_lines);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    rows->addLayout(row, 1);
    row->addWidget(m_sidebar);
    row->addWidget(m_pages, 1);
    m_pages->addWidget(m_today);
    takeOwnKeys(library.preferences().keys);
    buildSidebar();
    addActions();
    connect(m_today, &TodayPage::studyRequested, this, &MainWindow::study);
    connect(m_today, &TodayPage::summaryChanged, this, &MainWindow::takeSummary);
    connect(&library, &Library::changed, this, &MainWindow::takeLook);
    connect(m_watch, &TimeWatch::looked, this, &MainWindow::takeTime);
    new FitNotice(library, m_background->fitting(), theme, this);
    new SyncNotice(m_background->sync(), theme, this);
    connect(m_backupNotice, &BackupNotice::detailsWanted, this, &MainWindow::showBackups);
    auto *checkNotice = new CheckNotice(m_background->checking(), theme, this);
    connect(checkNotice, &CheckNotice::detailsWanted, this, &MainWindow::showBackups);
    m_background->checking().lookThroughLargeFile();
    connect(&m_background->backups(), &Backups::restored, this, &MainWindow::endSitting);
    connect(m_undoing, &Undoing::historyRequested, this, &MainWindow::showHistory);
    for (FootNotice *notice : findChildren<FootNotice *>()) {
        notice->keepAbove([this] { return footHeight(); });
        notice->keepBeside([this] { return m_pages->x(); });
    }
    restorePlace();
    showToday();
}

void MainWindow::buildSidebar()
{
    const auto add = [this](Icon icon, Command command) {
        m_sidebar->addItem(icon, commandText(commandInfo(command)), firstKey(command));
    };
    add(Icon::Today, Command::Today);
    add(Icon::Study, Command::Study);
    add(Icon::Browse, Command::Browse);
    add(Icon::Progress, Command::Progress);
    add(Icon::Interview, Command::Interview);
    m_sidebar->addBottomItem(Icon::Clock, tr("History"), firstKey(Command::History));
    m_sidebar->addBottomItem(Icon::Settings, tr("Settings"), firstKey(Command::Settings));
    m_sidebar->addBottomItem(Icon::Help, tr("Keys"), firstKey(Command::Keys), true);
    connect(m_sidebar, &Sidebar::activated, this, &MainWindow::activateRow);
}

void MainWindow::activateRow(int row)
{
    switch (row) {
    case TodayRow:
        return showToday();
    case StudyRow:
        return studyToday();
    case BrowseRow:
        return showBrowse();
    case ProgressRow:
        return showProgress();
    case InterviewRow:
        return openInterview();
    case HistoryRow:
        return showHistory();
    case SettingsRow:
        return showSettings();
    case KeysRow:
        return showKeys();
    }
}

void MainWindow::addActions()
{
    addAction(Command::Today, &MainWindow::showToday);
    addAction(Command::Study, &MainWindow::studyToday);
    addAction(Command::Browse, &MainWindow::showBrowse);
    addAction(Command::Progress, &MainWindow::showProgress);
    addAction(Command::Interview, &MainWindow::openInterview);
    addAction(Command::Search, &MainWindow::search);
    addAction(Command::Undo, &MainWindow::undo);
    addAction(Command::Redo, &MainWindow::redo);
    addAction(Command::History, &MainWindow::showHistory);
    addAction(Command::NewQuestion, &MainWindow::newQuestion);
    addAction(Command::Settings, &MainWindow::showSettings);
    addAction(Command::Keys, &MainWindow::showKeys);
    addAction(Command::Larger, &MainWindow::enlarge);
    addAction(Command::Smaller, &MainWindow::reduce);
    addAction(Command::NormalSize, &MainWindow::normalSize);
    QWidget::addAction(makeAction(Command::Quit, this));
    connect(actions().constLast(), &QAction::triggered, this, &QWidget::close);
}

void MainWindow::addAction(Command command, void (MainWindow::*slot)())
{
    QAction *action = makeAction(command, this);
    connect(action, &QAction::triggered, this, slot);
    QWidget::addAction(action);
}

// A sitting has the window to itself.
void MainWindow::showPage(QWidget *page, int row)
{
    m_sidebar->setVisible(page != m_study && page != m_mock);
    if (page != m_study)
        m_today->refreshIfStale(); // the sidebar counts what is left
    m_sidebar->setCurrent(row);
    m_pages->setCurrentWidget(page);
    page->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showToday()
{
    showPage(m_today, TodayRow);
}

void MainWindow::showBrowse()
{
    showPage(browse(), BrowseRow);
}

void MainWindow::showProgress()
{
    showPage(progress(), ProgressRow);
}

void MainWindow::study(const SessionPlan &plan)
{
    studyPage()->start(plan);
    showPage(m_study, StudyRow);
}

// A sitting that is under way goes on.
void MainWindow::studyToday()
{
    if (m_study && m_study->isUnderWay())
        showPage(m_study, StudyRow);
    else
        study({});
}

BrowsePage *MainWindow::browse()
{
    if (!m_browse) {
        m_browse = new BrowsePage(m_library, m_theme, this);
        m_pages->addWidget(m_browse);
        connect(m_browse, &BrowsePage::studyRequested, this, &MainWindow::study);
        connect(m_browse, &BrowsePage::editRequested, this, &MainWindow::edit);
    }
    return m_browse;
}

ProgressPage *MainWindow::progress()
{
    if (!m_progress) {
        m_progress = new ProgressPage(m_library, m_theme, this);
        m_pages->addWidget(m_progress);
        connect(m_progress, &ProgressPage::listRequested, this, &MainWindow::showQuery);
        connect(m_progress, &ProgressPage::studyRequested, this, &MainWindow::studyToday);
    }
    return m_progress;
}

StudyPage *MainWindow::studyPage()
{
    if (!m_study) {
        m_study = new StudyPage(m_library, m_theme, *m_voice, this);
        m_pages->addWidget(m_study);
        connect(m_study, &StudyPage::editRequested, this, &MainWindow::edit);
        connect(m_study, &StudyPage::ended, this, &MainWindow::showToday);
        connect(m_study, &StudyPage::undoRequested, this, &MainWindow::undo);
        connect(m_study, &StudyPage::summaryShown, &m_background->fitting(), &Fitting::startIfDue);
    }
    return m_study;
}

void MainWindow::search()
{
    showBrowse();
    m_browse->focusSearch();
}

void MainWindow::showQuery(const QString &text)
{
    showBrowse();
    m_browse->showQuery(text);
}

InterviewPage *MainWindow::interview()
{
    if (!m_interview) {
        m_interview = new InterviewPage(m_library, m_theme, this);
        m_pages->addWidget(m_interview);
        connect(m_interview, &InterviewPage::mockRequested, this, &MainWindow::startMock);
        connect(m_interview, &InterviewPage::reportRequested, this, &MainWindow::showMockReport);
        connect(m_interview, &InterviewPage::studyRequested, this, &MainWindow::study);
    }
    return m_interview;
}

MockPage *MainWindow::mock()
{
    if (!m_mock) {
        m_mock = new MockPage(m_library, m_theme, this);
        m_pages->addWidget(m_mock);
        connect(m_mock, &MockPage::ended, this, &MainWindow::showInterview);
    }
    return m_mock;
}

void MainWindow::showInterview()
{
    interview()->setMockUnderWay(m_mock && m_mock->isUnderWay());
    showPage(m_interview, InterviewRow);
}

// A mock interview that is under way goes on.
void MainWindow::openInterview()
{
    if (m_mock && m_mock->isUnderWay())
        showPage(m_mock, InterviewRow);
    else
        showInterview();
}

void MainWindow::startMock(const MockFilter &filter)
{
    if (!mock()->isUnderWay())
        m_mock->start(filter, quint64(m_library.clock().nowMs()));
    showPage(m_mock, InterviewRow);
}

void MainWindow::showMockReport(const QString &key)
{
    if (!mock()->isUnderWay())
        m_mock->showReport(key);
    showPage(m_mock, InterviewRow);
}

// What keeps its place at the foot of the page.
int MainWindow::footHeight() const
{
    if (m_mock && m_pages->currentWidget() == m_mock)
        return m_mock->footHeight();
    return m_study && m_pages->currentWidget() == m_study ? m_study->footHeight() : 0;
}

// A sitting takes back by itself, so that the card returns to the table.
Result<Stepped> MainWindow::step(Direction direction, qint64 until)
{
    const bool onTable = m_study && (m_study->isUnderWay() || m_pages->currentWidget() == m_study);
    return onTable && m_study->hasSitting() ? m_study->step(direction, until)
                                            : m_library.step(direction, until);
}

void MainWindow::undo()
{
    if (m_study && m_pages->currentWidget() == m_study && m_study->takeBackUnrecorded())
        return;
    m_undoing->undo();
}

void MainWindow::redo()
{
    m_undoing->redo();
}

void MainWindow::showHistory()
{
    m_notice->hide();
    HistoryDialog(
        m_library, m_theme, [this](Direction direction, qint64 until) { return step(direction, until); },
        this)
        .exec();
}

void MainWindow::newQuestion()
{
    const bool browsing = m_browse && m_pages->currentWidget() == m_browse;
    openEditor({}, browsing ? m_browse->onlyTopic() : QString());
}

void MainWindow::edit(QuestionId question)
{
    openEditor(question, {});
}

void MainWindow::openEditor(QuestionId question, const QString &topic)
{
    auto *editor = new EditorDialog(m_library, m_theme, question, topic, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &EditorDialog::saved, this, &MainWindow::takeSaved);
    editor->open();
}

void MainWindow::takeSaved(QuestionId question)
{
    if (m_study && m_pages->currentWidget() == m_study)
        m_study->refresh();
    else if (m_browse && m_pages->currentWidget() == m_browse)
        m_browse->showQuestion(question);
}

void MainWindow::showSettings()
{
    SettingsDialog(m_library, *m_background, m_theme, *m_voice, this).exec();
}

void MainWindow::showBackups()
{
    SettingsDialog dialog(m_library, *m_background, m_theme, *m_voice, this);
    dialog.showBackups();
    dialog.exec();
}

// Its cards are those of before the restore.
void MainWindow::endSitting()
{
    if (!m_study && !m_mock)
        return;
    showToday();
    for (QWidget *page : {static_cast<QWidget *>(m_study), static_cast<QWidget *>(m_mock)}) {
        if (!page)
            continue;
        m_pages->removeWidget(page);
        page->deleteLater();
    }
    m_study = nullptr;
    m_mock = nullptr;
}

void MainWindow::showKeys()
{
    KeySheet(m_theme, this).exec();
}

void MainWindow::enlarge()
{
    m_theme.enlarge();
    keepTextSize();
}

void MainWindow::reduce()
{
    m_theme.reduce();
    keepTextSize();
}

void MainWindow::normalSize()
{
    m_theme.setTextScale(100);
    keepTextSize();
}

void MainWindow::keepTextSize()
{
    Preferences preferences = m_library.preferences();
    preferences.textPercent = m_theme.textScale();
    if (auto kept = m_library.setPreferences(preferences); !kept)
        m_today->showError(kept.error());
}

// Settings may come from the dialog, from undo or from a restored file; the theme follows them all.
void MainWindow::takeLook()
{
    m_theme.setMode(themeMode(m_library.preferences().theme));
    m_theme.setTextScale(m_library.preferences().textPercent);
    takeOwnKeys(m_library.preferences().keys);
}

void MainWindow::takeSummary(const TodaySummary &today)
{
    m_sidebar->setCount(StudyRow, today.ready());
}

// A sitting keeps its card, whatever the clock says; the rest shows what there is now.
void MainWindow::takeTime()
{
    m_today->noticeTime();
    if (m_study && m_pages->currentWidget() == m_study)
        m_study->noticeTime();
    else
        m_today->refreshIfStale();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    m_sidebar->setRail(width() < m_theme.px(railBelowPx));
    QWidget::resizeEvent(event);
}

void MainWindow::restorePlace()
{
    resize(1280, 800);
    setMinimumSize(640, 480);
    const QByteArray place = QByteArray::fromBase64(m_library.viewState(QString(placeKey)).toLatin1());
    if (!place.isEmpty())
        restoreGeometry(place);
}

void MainWindow::addLine(TopLine *line)
{
    m_lines->addWidget(line);
    line->show();
}

void MainWindow::keepPlace()
{
    m_library.setViewState(QString(placeKey), QString::fromLatin1(saveGeometry().toBase64()));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mock && m_mock->isUnderWay() && !m_mock->isAskedToLeave()) {
        showPage(m_mock, InterviewRow);
        m_mock->askToLeave();
        return event->ignore();
    }
    if (m_study)
        m_study->keepRest();
    keepPlace();
    m_background->checking().finish(checkingMs);
    if (!m_background->backups().finish(closingMs, [this] { m_backupNotice->tellClosing(); }))
        qWarning("The last backup could not be finished; the next start begins with it.");
    if (const auto shared = m_background->sync().run(); !shared)
        qWarning("The shared folder is not up to date; the next start sees to it.");
    QWidget::closeEvent(event);
}

} // namespace flaskcards
