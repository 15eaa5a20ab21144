// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/deeds.h"
#include "library/fixture.h"
#include "storage/faultvfs.h"

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr int turnsARound = 25;

// What a child is told on its command line.
struct Work {
    QString data;
    QString banks;
    quint32 seed = 0;
    int firstTurn = 0;
};

void tell(const QByteArray &line)
{
    if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size())
        ::_exit(3);
}

// One line after each thing that is done, with the answers that are there then.
bool acknowledged(const Desk &desk, const Result<void> &done, const char *name)
{
    if (!done) {
        qWarning("%s: %s", name, qPrintable(done.error().context));
        return false;
    }
    tell(QByteArray::number(*desk.library->store().reviews.count()) + ' ' + name + '\n');
    return true;
}

// The child: works until it is killed, or done.
int workAt(const Work &work)
{
    Desk desk(work.data, work.banks, work.seed);
    desk.setTurn(work.firstTurn);
    if (!acknowledged(desk, desk.open(), "open"))
        return 1;
    for (int turn = work.firstTurn; turn < work.firstTurn + turnsARound; ++turn) {
        desk.setTurn(turn);
        const Deed &deed = randomDeed(desk.dice);
        if (!acknowledged(desk, deed.act(desk), deed.name))
            return 1;
    }
    tell("end\n");
    desk.close();
    return 0;
}

// A running child and the end of its pipe.
class Child
{
public:
    explicit Child(const Work &work)
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            qFatal("no pipe");
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        QByteArrayList words{QFile::encodeName(QCoreApplication::applicationFilePath()),
                             "--work",
                             QFile::encodeName(work.data),
                             QFile::encodeName(work.banks),
                             QByteArray::number(work.seed),
                             QByteArray::number(work.firstTurn)};
        QList<char *> arguments;
        for (QByteArray &word : words)
            arguments.append(word.data());
        arguments.append(nullptr);
        if (::posix_spawn(&m_pid, arguments.first(), &actions, nullptr, arguments.data(), environ) != 0)
            qFatal("no child");
        posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        m_pipe = ends[0];
    }
    ~Child() { ::close(m_pipe); }
    Q_DISABLE_COPY_MOVE(Child)

    // Until it has told so many lines, or has ended.
    void waitForLines(int count)
    {
        while (m_told.count('\n') < count && readSome()) {
        }
    }
    void waitForMicroseconds(int count)
    {
        const auto until = std::chrono::steady_clock::now() + std::chrono::microseconds(count);
        while (std::chrono::steady_clock::now() < until) {
        } // sleeping is too coarse
    }

    // What it told before it was gone, line by line; nothing if it failed by itself.
    std::optional<QByteArrayList> kill()
    {
        ::kill(m_pid, SIGKILL);
        while (readSome()) {
        }
        int status = 0;
        ::waitpid(m_pid, &status, 0);
        if (!WIFSIGNALED(status) && WEXITSTATUS(status) != 0)
            return std::nullopt;
        QByteArrayList lines = m_told.split('\n');
        lines.removeLast();
        return lines;
    }

private:
    bool readSome()
    {
        char bytes[4096];
        const ssize_t count = ::read(m_pipe, bytes, sizeof bytes);
        if (count > 0)
            m_told.append(bytes, count);
        return count > 0;
    }

    pid_t m_pid = 0;
    int m_pipe = -1;
    QByteArray m_told;
};

} // namespace

// scenarios 1 to 6: a program that works is killed, at any moment.
class CrashTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_seed = seedOfThisRun();
        qInfo("FLASKCARDS_SEED=%u", m_seed);
        m_dice.seed(m_seed);
        m_quick = std::make_unique<FaultVfs>(); // nothing is synced here; the child has the real disk
        m_banks = std::make_unique<Banks>();
        QDir(m_dir.path()).mkdir(u"nothing"_s);
        makeStudied(m_dir.filePath(u"studied"_s), *m_banks, m_seed);
        makeOldFile(m_dir.filePath(u"old"_s), *m_banks, m_seed);
    }
    void cleanupTestCase()
    {
        m_quick.reset();
        qInfo("%d kills, %d after the work was done; found as acknowledged %d, one step further %d", m_kills,
              m_tooLate, m_asTold, m_oneFurther);
    }

    void aKilledProgramLeavesWhatItSaidAndNothingByHalf_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<bool>("isKept"); // one store over all kills
        QTest::addColumn<int>("rounds");
        const int times = isLongRun() ? 15 : 1;
        QTest::newRow("first start") << u"nothing"_s << false << 60 * times;
        QTest::newRow("upgrade") << u"old"_s << false << 60 * times;
        QTest::newRow("work") << u"studied"_s << false << 60 * times;
        QTest::newRow("one store, killed again and again") << u"studied"_s << true << 130 * times;
    }
    void aKilledProgramLeavesWhatItSaidAndNothingByHalf()
    {
        QFETCH(QString, start);
        QFETCH(bool, isKept);
        QFETCH(int, rounds);
        copyFiles(m_dir.filePath(start), data());
        for (int round = 0; round < rounds; ++round) {
            if (!isKept)
                copyFiles(m_dir.filePath(start), data());
            copyFiles(data(), m_dir.filePath(u"twin"_s));
            const Work work{data(), m_banks->folder(), m_seed + quint32(m_kills),
                            turnAfterStudy + round * turnsARound};
            const auto told = killed(work);
            QVERIFY2(told, "the child failed by itself");
            compare(work, *told);
            if (QTest::currentTestFailed()) {
                qWarning("round %d, killed after: %s", round,
                         told->isEmpty() ? "" : told->last().constData());
                return;
            }
        }
    }

private:
    QString data() const { return m_dir.filePath(u"data"_s); }

    static void copyFiles(const QString &from, const QString &to)
    {
        QDir(to).removeRecursively();
        QDir().mkpath(to);
        for (const QString &name : QDir(from).entryList(QDir::Files))
            QVERIFY(QFile::copy(from + u'/' + name, to + u'/' + name));
    }

    // Half of the kills fall anywhere, the others soon after something was done or into the end.
    std::optional<QByteArrayList> killed(const Work &work)
    {
        Child child(work);
        const int how = throwOf(m_dice, 10);
        if (how < 4) {
            child.waitForMicroseconds(throwOf(m_dice, 120'000));
        } else if (how < 8) {
            child.waitForLines(throwOf(m_dice, turnsARound));
            child.waitForMicroseconds(throwOf(m_dice, 4000));
        } else {
            child.waitForLines(turnsARound + 2);
            child.waitForMicroseconds(throwOf(m_dice, 1500));
        }
        ++m_kills;
        return child.kill();
    }

    // What the same work leaves when nothing happens to it: before it, after opening, after each turn that
    // was acknowledged and the next one.
    QList<QByteArray> wanted(const Work &work, qsizetype told)
    {
        Desk desk(m_dir.filePath(u"twin"_s), work.banks, work.seed);
        desk.setTurn(work.firstTurn);
        QList<QByteArray> states{inspected(desk.file()).state};
        for (qsizetype step = 0; step <= told && step <= turnsARound; ++step) {
            desk.setTurn(work.firstTurn + int(std::max<qsizetype>(0, step - 1)));
            const auto done = step == 0 ? desk.open() : randomDeed(desk.dice).act(desk);
            if (!done)
                QTest::qFail(qPrintable(done.error().context), __FILE__, __LINE__);
            states.append(stateOf(desk.library->store().database, Detail::Repeatable));
        }
        m_twinBank = desk.bank;
        m_twinMs = desk.clock.nowMs();
        return states;
    }

    // A kill between what replaces the store and the bank that goes with it: the next start brings that in.
    QByteArray startedState(const Work &work) const
    {
        Desk desk(work.data, work.banks, work.seed);
        desk.bank = m_twinBank;
        desk.clock.setNowMs(m_twinMs);
        return stateAfterStart(work.data, desk);
    }

    void compare(const Work &work, const QByteArrayList &told)
    {
        const bool isDone = told.endsWith("end");
        const qsizetype steps = told.size() - (isDone ? 1 : 0);
        m_tooLate += isDone ? 1 : 0;
        const QList<QByteArray> states = wanted(work, steps);
        const QString file = work.data + u"/flaskcards.db"_s;
        const FoundFile found = inspected(file);
        QCOMPARE(found.wrong.join(u'\n'), QString());
        if (found.state == states.at(steps)) {
            ++m_asTold;
            if (steps > 0)
                QCOMPARE(answersIn(file), told.at(steps - 1).split(' ').first().toInt());
            return;
        }
        QVERIFY2(!isDone, "not everything was kept");
        QVERIFY2(found.state == states.at(steps + 1) || startedState(work) == states.at(steps + 1),
                 "neither what was acknowledged nor that and the next");
        ++m_oneFurther;
    }

    static int answersIn(const QString &file)
    {
        auto database = Database::open(file);
        const auto count = database ? Store(**database).reviews.count() : Result<int>(-1);
        return count ? *count : -1;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Banks> m_banks;
    std::unique_ptr<FaultVfs> m_quick;
    quint32 m_seed = 0;
    Dice m_dice;
    int m_twinBank = 0;
    qint64 m_twinMs = 0;
    int m_kills = 0;
    int m_tooLate = 0;
    int m_asTold = 0;
    int m_oneFurther = 0;
};

int main(int count, char **arguments)
{
    QCoreApplication application(count, arguments);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == "--work"_L1)
        return workAt({words.at(2), words.at(3), words.at(4).toUInt(), words.at(5).toInt()});
    CrashTest test;
    return QTest::qExec(&test, count, arguments);
}

#include "tst_crash.moc"
