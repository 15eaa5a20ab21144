// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"
#include "library/fixture.h"
#include "library/session.h"
#include "library/unprivileged.h"
#include "ui/mainwindow.h"
#include "ui/oneprogram.h"
#include "ui/openfailure.h"
#include "ui/style.h"
#include "ui/theme.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/topline.h"
#include "ui/window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDeadlineTimer>
#include <QLabel>
#include <QProcess>
#include <QSessionManager>
#include <QSignalSpy>
#include <QTimer>

#include <signal.h>
#include <sys/stat.h>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr int patienceMs = 60'000; // for a process, on a busy machine

using ScriptSteps = QList<std::function<bool()>>;

// Does one step after the other, each as soon as it can be done, whatever event loop is running. The last one
// ends the program.
class Script : public QObject
{
public:
    explicit Script(ScriptSteps steps) : m_steps(std::move(steps)) { startTimer(20); }

    bool isDone() const { return m_steps.isEmpty(); }
    qsizetype left() const { return m_steps.size(); }

protected:
    void timerEvent(QTimerEvent *) override
    {
        m_waitedMs += 20;
        if (!m_steps.isEmpty() && m_steps.first()()) {
            m_steps.removeFirst();
            m_waitedMs = 0;
        }
        if (m_steps.isEmpty() || m_waitedMs > patienceMs) {
            QApplication::closeAllWindows();
            QCoreApplication::exit(m_steps.isEmpty() ? 0 : 77);
        }
    }

private:
    ScriptSteps m_steps;
    int m_waitedMs = 0;
};

template <typename T>
T *shown(const char *name = nullptr)
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        QList<T *> found = window->findChildren<T *>(name ? QString::fromLatin1(name) : QString());
        if (auto *itself = qobject_cast<T *>(window); itself && !name)
            found.prepend(itself);
        for (T *widget : found) {
            if (widget->isVisible())
                return widget;
        }
    }
    return nullptr;
}

// Tab comes to the button first: where the focus is elsewhere, Space may mean something else.
bool press(const char *name)
{
    auto *button = shown<QAbstractButton>(name);
    for (int i = 0; i < 60 && button && !button->hasFocus(); ++i) {
        QWidget *focus = button->window()->focusWidget();
        QTest::keyClick(focus ? focus : button->window(), Qt::Key_Tab);
    }
    if (!button || !button->hasFocus())
        return false;
    QTest::keyClick(button, Qt::Key_Space);
    return true;
}

bool key(Qt::Key key)
{
    auto *window = shown<MainWindow>();
    if (!window)
        return false;
    QWidget *focus = window->focusWidget();
    QTest::keyClick(focus ? focus : window, key);
    return true;
}

int answersIn(const QString &path)
{
    auto database = Database::open(path, Database::Access::ReadOnly);
    return database ? int(*Store(**database).reviews.count()) : -1;
}

void answerOne(Library &library)
{
    auto session = Session::start(library, {});
    QVERIFY(session && session->current());
    session->reveal();
    QVERIFY(session->answer(Rating::Good));
}

// This test as a child: a person who answers without pause, as long as they are let. Says each answer.
int studyWithoutPause(const QString &data, const QString &bank)
{
    QTimer fingers;
    int said = 0;
    QObject::connect(&fingers, &QTimer::timeout, [&] {
        key(Qt::Key_Space);
        key(Qt::Key_1);
        const int answers = answersIn(data + u"/flaskcards.db"_s);
        if (answers > said) {
            said = answers;
            QTextStream(stdout) << answers << Qt::endl;
        }
    });
    fingers.start(1);
    const SystemClock clock;
    return showWindow({data, bank}, clock);
}

} // namespace

// One program at a time on a data folder, and its end, with real processes.
class OneProgramTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(14);
        QCOMPARE(::chmod(QFile::encodeName(m_place->dir.path()).constData(), 0755), 0);
        const QString runtime = m_place->dir.filePath(u"run"_s);
        QDir().mkpath(runtime);
        QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime));
    }
    void cleanup()
    {
        for (const auto &process : m_processes) {
            ::kill(pid_t(process->processId()), SIGCONT);
            process->kill();
            process->waitForFinished(patienceMs);
        }
        m_processes.clear();
        ::chmod(QFile::encodeName(m_place->data()).constData(), 0755);
        m_place.reset();
    }

    // scenario 13
    void aSecondStartRaisesTheFirstAndEnds()
    {
        QProcess *first = start();
        QVERIFY(isUp(first));
        QProcess *second = start();
        QVERIFY(second->waitForFinished(patienceMs));
        QCOMPARE(second->exitStatus(), QProcess::NormalExit);
        QCOMPARE(second->exitCode(), 0);
        QCOMPARE(first->state(), QProcess::Running);
        QVERIFY(isUp(first));
    }

    // scenario 13: however the folder is called, but another folder is another one.
    void aFolderIsTheSameByAnyName()
    {
        const QString other = m_place->dir.filePath(u"other"_s);
        const QString deep = m_place->dir.filePath(QString(200, u'd') + u'/' + QString(200, u'e'));
        QVERIFY(QDir().mkpath(m_place->data()) && QFile::link(m_place->data(), other) && QDir().mkpath(deep));
        const QProcess *first = start();
        QVERIFY(isUp(first));
        QCOMPARE(OneProgram(other).claim(patienceMs), OneProgram::Standing::Raised);
        QCOMPARE(OneProgram(m_place->data() + u"/../data/."_s).claim(patienceMs),
                 OneProgram::Standing::Raised);
        OneProgram far(deep);
        QCOMPARE(far.claim(), OneProgram::Standing::First);
        QSignalSpy raised(&far, &OneProgram::raiseRequested);
        QProcess *second = start({}, deep);
        QTRY_COMPARE_WITH_TIMEOUT(second->state(), QProcess::NotRunning, patienceMs);
        QCOMPARE(raised.count(), 1);
        QCOMPARE(second->exitCode(), 0);
    }

    // scenario 13: from the task bar to the front.
    void aMinimisedWindowComesBackForASecondStart()
    {
        QProcess *second = nullptr;
        const int status = run({[] { return shown<MainWindow>() != nullptr; },
                                [&] {
                                    shown<MainWindow>()->showMinimized();
                                    second = start();
                                    return true;
                                },
                                [] { return !shown<MainWindow>()->isMinimized(); },
                                [&] {
                                    return second->state() == QProcess::NotRunning;
                                }});
        QCOMPARE(status, 0);
        QCOMPARE(second->exitCode(), 0);
    }

    // scenario 14
    void afterAKillTheProgramStartsNormally()
    {
        QProcess *first = start();
        QVERIFY(isUp(first));
        first->kill();
        QVERIFY(first->waitForFinished(patienceMs));
        QVERIFY(QFile::exists(lockFile()));
        QProcess *second = start();
        QVERIFY(isUp(second));
        QCOMPARE(second->state(), QProcess::Running);
    }

    // scenario 13
    void aProgramThatHangsIsToldOf()
    {
        QProcess *first = start();
        QVERIFY(isUp(first));
        ::kill(pid_t(first->processId()), SIGSTOP);
        OneProgram second(m_place->data());
        QCOMPARE(second.claim(500), OneProgram::Standing::Silent);
        QCOMPARE(second.holder().process, first->processId());
        ::kill(pid_t(first->processId()), SIGCONT);
        QCOMPARE(second.claim(patienceMs), OneProgram::Standing::Raised);
        first->terminate();
        QVERIFY(first->waitForFinished(patienceMs));
        QCOMPARE(second.claim(), OneProgram::Standing::First);
    }

    // scenario 13: a shared folder.
    void aProgramOnAnotherMachineIsToldOf()
    {
        QDir().mkpath(m_place->data());
        QFile lock(lockFile());
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("4711\nflaskcards\nattic\n\n\n");
        lock.close();
        OneProgram here(m_place->data());
        QCOMPARE(here.claim(300), OneProgram::Standing::Silent);
        QCOMPARE(here.holder().machine, u"attic"_s);
        const Theme theme(Theme::Mode::Light);
        const OpenFailure question(theme, here.holder());
        const QWidget *notice = question.findChild<Notice *>();
        QVERIFY(notice->accessibleDescription().contains(u"attic"_s));
        QVERIFY(notice->accessibleDescription().contains(u"flaskcards.lock"_s));
    }

    // scenario 13: a forced second window is read-only.
    void besideAProgramThatHangsOneCanStudyReadOnly()
    {
        QProcess *first = start();
        QVERIFY(isUp(first));
        ::kill(pid_t(first->processId()), SIGSTOP);
        const int status = run({[] { return press("readOnly"); },
                                [] { return lineText("readOnlyLine").contains(u"Another program"_s); },
                                [] { return key(Qt::Key_Space); }, [] { return key(Qt::Key_Space); },
                                [] { return key(Qt::Key_3); },
                                [] {
                                    return shown<TopLine>("readOnlyLine");
                                }});
        QCOMPARE(status, 0);
        ::kill(pid_t(first->processId()), SIGCONT);
        QVERIFY(isUp(first));
        QCOMPARE(answersIn(m_place->file()), 0);
    }

    void readOnlyOnTheCommandLineNeedsNoPermissionOfAnother()
    {
        QProcess *first = start();
        QVERIFY(isUp(first));
        QProcess *second = start({u"--read-only"_s});
        QTest::qWait(1500);
        QCOMPARE(second->state(), QProcess::Running);
        second->terminate();
        QVERIFY(second->waitForFinished(patienceMs));
        QCOMPARE(second->exitCode(), 0);
        QCOMPARE(first->state(), QProcess::Running);
    }

    // scenario 16
    void aFolderThatCannotBeWrittenIsOfferedReadOnly()
    {
        answerOne(*m_place->open());
        ::chmod(QFile::encodeName(m_place->file()).constData(), 0444);
        ::chmod(QFile::encodeName(m_place->data()).constData(), 0555);
        const Unprivileged person;
        qputenv("XDG_RUNTIME_DIR", ""); // that of somebody else
        QString text;
        const int status = run({[] { return press("readOnly"); },
                                [&] {
                                    text = lineText("readOnlyLine");
                                    return !text.isEmpty();
                                },
                                [] { return key(Qt::Key_Space); }, [] { return shown<QWidget>("studyPage"); },
                                [] {
                                    return shown<TopLine>("readOnlyLine");
                                }});
        QCOMPARE(status, 0);
        QVERIFY2(text.contains(m_place->data()), qPrintable(text));
    }

    // scenario 15
    void theWindowTellsOfAReplacedFileAndOpensTheNewOne()
    {
        answerOne(*m_place->open());
        const QString other = m_place->dir.filePath(u"other.db"_s);
        QVERIFY(QFile::copy(m_place->file(), other));
        answerOne(*m_place->open());
        QString told;
        QString counts;
        const int status =
            run({[] { return shown<MainWindow>() != nullptr; },
                 [&] {
                     return ::rename(QFile::encodeName(other).constData(),
                                     QFile::encodeName(m_place->file()).constData()) == 0;
                 },
                 [&] {
                     told = lineText("replacedLine");
                     return !told.isEmpty();
                 },
                 [] { return key(Qt::Key_Space); }, [] { return key(Qt::Key_Space); },
                 [] { return key(Qt::Key_3); }, // saved nowhere
                 [] { return press("topLineButton"); }, [] { return shown<TopLine>("mineLine") != nullptr; },
                 [&] { return answersIn(m_place->file()) == 1; }, [] { return key(Qt::Key_Space); },
                 [] { return key(Qt::Key_Space); }, [] { return key(Qt::Key_3); },
                 [&] {
                     return answersIn(m_place->file()) == 2;
                 }});
        QCOMPARE(status, 0);
        const QString mine = m_place->data() + u"/flaskcards.mine-20261120-090000.db"_s;
        QVERIFY2(told.contains(mine), qPrintable(told));
        QCOMPARE(answersIn(mine), 2);
        auto library = m_place->open();
        QCOMPARE(*library->store().reviews.count(), 2);
        QCOMPARE(checkStore(library->store()).value(), QStringList());
    }

    // scenario 15
    void aRemovedFileIsPutBack()
    {
        answerOne(*m_place->open());
        const int status = run({[] { return shown<MainWindow>() != nullptr; },
                                [&] { return QFile::remove(m_place->file()); },
                                [] { return lineText("replacedLine").contains(u"gone"_s); },
                                [] { return press("topLineButton"); },
                                [] { return shown<MainWindow>() && !shown<TopLine>("replacedLine"); },
                                [&] {
                                    return answersIn(m_place->file()) == 1;
                                }});
        QCOMPARE(status, 0);
        QVERIFY(QDir(m_place->data()).entryList({u"*mine*"_s}).isEmpty());
    }

    void theWindowFollowsATerminalCommand()
    {
        answerOne(*m_place->open());
        const auto counts = [] {
            const auto *label = shown<QLabel>("counts");
            return label ? label->text() : QString();
        };
        const int status = run({[&] { return counts().contains(u"1 of"_s); },
                                [&] {
                                    answerOne(*m_place->open());
                                    return true;
                                },
                                [&] {
                                    return counts().contains(u"2 of"_s);
                                }});
        QCOMPARE(status, 0);
    }

    // scenario 44
    void aSignalEndsTheProgramAsAPersonWould_data()
    {
        QTest::addColumn<int>("signalNumber");
        QTest::newRow("TERM") << SIGTERM;
        QTest::newRow("HUP") << SIGHUP;
        QTest::newRow("INT") << SIGINT;
    }
    void aSignalEndsTheProgramAsAPersonWould()
    {
        QFETCH(int, signalNumber);
        QProcess *program = start();
        QVERIFY(isUp(program));
        ::kill(pid_t(program->processId()), signalNumber);
        QVERIFY(program->waitForFinished(patienceMs));
        QCOMPARE(program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(program->exitCode(), 0);
        QVERIFY(QFile::exists(m_place->file()));
        for (const QString &left : {m_place->file() + u"-wal"_s, m_place->file() + u"-shm"_s, lockFile()})
            QVERIFY2(!QFile::exists(left), qPrintable(left));
    }

    // scenario 44: amid answers.
    void aSignalAmidAnswersLosesNone()
    {
        QProcess *program = newProcess();
        program->start(QCoreApplication::applicationFilePath(),
                       {u"study-without-pause"_s, m_place->data(), m_place->bank()});
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += program->readAllStandardOutput()).count('\n') >= 12, patienceMs);
        ::kill(pid_t(program->processId()), SIGTERM);
        QVERIFY(program->waitForFinished(patienceMs));
        QCOMPARE(program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(program->exitCode(), 0);
        said += program->readAllStandardOutput();
        QVERIFY(!QFile::exists(m_place->file() + u"-wal"_s));
        auto library = m_place->open();
        QCOMPARE(*library->store().reviews.count(), said.trimmed().split('\n').last().toInt());
        QCOMPARE(checkStore(library->store()).value(), QStringList());
    }

    // scenario 44: the session is saved; the program may go on afterwards.
    void aLogOffBringsEverythingIntoTheFile()
    {
        const QString log = m_place->file() + u"-wal"_s;
        const int status =
            run({[] { return shown<MainWindow>() != nullptr; }, [] { return key(Qt::Key_Space); },
                 [] { return key(Qt::Key_Space); },
                 [&] {
                     key(Qt::Key_3);
                     const bool logged = QFileInfo(log).size() > 0 && answersIn(m_place->file()) == 1;
                     // Nobody can make a session manager, and nobody here looks at it.
                     alignas(QSessionManager) static char memory[sizeof(QSessionManager)];
                     emit qGuiApp->commitDataRequest(*reinterpret_cast<QSessionManager *>(memory));
                     return logged && QFileInfo(log).size() == 0;
                 }});
        QCOMPARE(status, 0);
    }

private:
    QString lockFile() const { return m_place->data() + u"/flaskcards.lock"_s; }

    QProcess *newProcess()
    {
        m_processes.push_back(std::make_unique<QProcess>());
        m_processes.back()->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        return m_processes.back().get();
    }

    QProcess *start(const QStringList &options = {}, QString data = {})
    {
        if (data.isEmpty())
            data = m_place->data();
        QProcess *process = newProcess();
        process->start(qEnvironmentVariable("FLASKCARDS_PROGRAM"),
                       QStringList{u"--data"_s, data, u"--bank"_s, m_place->bank()} + options);
        return process;
    }

    // Whether the program comes to have the folder and to answer; it is raised thereby.
    bool isUp(const QProcess *program) const
    {
        const QDeadlineTimer end(patienceMs);
        OneProgram here(m_place->data());
        while (here.holder().process != program->processId() && !end.hasExpired())
            QTest::qWait(10);
        return here.claim(patienceMs) == OneProgram::Standing::Raised;
    }

    // The whole program in this process.
    int run(const ScriptSteps &steps)
    {
        Script script(steps);
        const int status = showWindow({m_place->data(), m_place->bank()}, m_place->clock);
        QCoreApplication::removePostedEvents(qApp, QEvent::Quit); // meant for this run
        if (!script.isDone())
            qWarning("stuck with %d steps left", int(script.left()));
        return script.isDone() ? status : -1;
    }

    static QString lineText(const char *name)
    {
        const auto *line = shown<TopLine>(name);
        return line ? line->accessibleName() + u'\n' + line->accessibleDescription() : QString();
    }

    std::unique_ptr<Place> m_place;
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"study-without-pause"_s)
        return studyWithoutPause(arguments.value(2), arguments.value(3));
    OneProgramTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_oneprogram.moc"
