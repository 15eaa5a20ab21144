// SPDX-License-Identifier: GPL-3.0-or-later
// From a key press to the pixels of what it brings, in the whole window, with 10 000 cards, all of them due,
// and 1 000 000 answers in the log; beside a bare window that inserts a row and shows the same text.
#include "filledstore.h"
#include "measure.h"

#include "library/confidence.h"
#include "library/keypoints.h"
#include "library/mockinterview.h"
#include "library/paths.h"
#include "library/session.h"
#include "library/sittings.h"
#include "library/today.h"
#include "ui/mainwindow.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include <cstdio>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace flaskcards;
using namespace flaskcards::bench;

namespace {

constexpr int questions = 10'000;
constexpr int reviews = 1'000'000;
constexpr int answers = 1'500;
constexpr int thinkingMs = 200; // less than a person's, so that the half-hourly backup runs seldom enough

// Knows when a window was last brought to the screen.
class Application : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        const bool isPaint = event->type() == QEvent::UpdateRequest; // paints and flushes before it returns
        const bool taken = QApplication::notify(receiver, event);
        if (isPaint)
            m_painted = std::chrono::steady_clock::now();
        return taken;
    }

    // Milliseconds from the key to the end of the first paint after it.
    double msToPaint(QWidget *widget, Qt::Key key)
    {
        const auto pressed = std::chrono::steady_clock::now();
        m_painted = {};
        QTest::keyPress(widget, key);
        while (m_painted < pressed)
            processEvents(QEventLoop::WaitForMoreEvents);
        const double ms = std::chrono::duration<double, std::milli>(m_painted - pressed).count();
        QTest::keyRelease(widget, key);
        QTest::qWait(25); // whatever is still to be made belongs to this key: nobody is quicker
        return ms;
    }

private:
    std::chrono::steady_clock::time_point m_painted;
};

// What every such program has to do: a durable row, a text laid out, a window painted.
class BareWindow : public QTextBrowser
{
public:
    explicit BareWindow(const QString &folder)
    {
        sqlite3_open((folder + u"/bare.db"_s).toUtf8().constData(), &m_database);
        sqlite3_exec(m_database,
                     "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                     "CREATE TABLE reviews (id INTEGER PRIMARY KEY, question INTEGER, rating INTEGER)",
                     nullptr, nullptr, nullptr);
        resize(1280, 800);
    }
    ~BareWindow() override { sqlite3_close(m_database); }
    Q_DISABLE_COPY_MOVE(BareWindow)

    void setNext(const QString &text) { m_next = text; }

protected:
    void keyPressEvent(QKeyEvent *) override
    {
        sqlite3_exec(m_database, "INSERT INTO reviews (question, rating) VALUES (1, 3)", nullptr, nullptr,
                     nullptr);
        setMarkdown(m_next);
    }

private:
    sqlite3 *m_database = nullptr;
    QString m_next;
};

void report(const char *what, QList<double> ms)
{
    std::sort(ms.begin(), ms.end());
    const auto at = [&](double share) {
        return ms.at(qsizetype(share * double(ms.size() - 1)));
    };
    std::printf("%-34s n %5lld  p50 %6.2f  p90 %6.2f  p99 %6.2f  worst %6.2f ms\n", what, qint64(ms.size()),
                at(0.5), at(0.9), at(0.99), ms.last());
    std::fflush(stdout);
}

// What reads how answers were given, and what looks at every question.
void reportPages(Library &library, MainWindow &window)
{
    const auto once = [](const char *what, const auto &work) {
        report(what, {microseconds(work) / 1e3});
    };
    once("weak points", [&] { Q_UNUSED(bool(weakPoints(library, 10))); });
    once("confidence", [&] { Q_UNUSED(bool(confidenceReport(library))); });
    once("sitting of weak points", [&] { Q_UNUSED(bool(weakSitting(library, 20))); });
    once("sitting of what was missed", [&] { Q_UNUSED(bool(missedTodaySitting(library))); });
    once("sitting to warm up", [&] { Q_UNUSED(bool(warmUpSitting(library, 12))); });
    once("what a mock may ask", [&] { Q_UNUSED(bool(mockCandidates(library))); });
    once("a mock is mixed", [&] { Q_UNUSED(bool(MockInterview::start(library, {.minutes = 60}, 1))); });
    once("paths", [&] { Q_UNUSED(bool(studiedPaths(library))); });
    const auto page = [&](const char *what, Qt::Key key) {
        once(what, [&] {
            QTest::keyClick(&window, key, Qt::AltModifier);
            QCoreApplication::processEvents();
        });
    };
    page("Interview opens", Qt::Key_5);
    page("Progress opens", Qt::Key_4);
    page("Today again", Qt::Key_1);
    page("Progress again", Qt::Key_4);
    page("Interview again", Qt::Key_5);
    page("Today again", Qt::Key_1);
}

} // namespace

int main(int argc, char *argv[])
{
    Application application(argc, argv);
    const QTemporaryDir folder;
    FixedClock clock(qint64(1'500'000'000'000));
    auto opened = Library::open({folder.filePath(u"data"_s), QString()}, clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().context));
    const std::unique_ptr<Library> library = *std::move(opened);
    const double fillS = microseconds([&] { grow(*library, clock, questions, reviews); }) / 1e6;
    Preferences preferences = library->preferences();
    preferences.reviewsPerDay = 9999;
    if (auto set = library->setPreferences(preferences); !set)
        qFatal("%s", qPrintable(set.error().context));
    std::printf("%d cards, %d answers (filled in %.0f s); %s\n", questions, *library->store().reviews.count(),
                fillS, qPrintable(qEnvironmentVariable("QT_QPA_PLATFORM", u"xcb"_s)));

    Theme theme;
    QApplication::setStyle(new Style(theme));
    {
        MainWindow window(*library, theme);
        window.resize(1280, 800);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("no window");
        report("what Today shows", {microseconds([&] { Q_UNUSED(bool(todaySummary(*library))); }) / 1e3});
        reportPages(*library, window);
        report("start of the sitting", {microseconds([&] { window.study({}); }) / 1e3});
        QTest::qWait(300);
        BareWindow bare(folder.path());
        QList<double> revealMs, nextMs, bareMs;
        for (int answer = 0; answer < answers; ++answer) {
            clock.advanceMs(thinkingMs);
            window.activateWindow();
            revealMs.append(application.msToPaint(QApplication::focusWidget(), Qt::Key_Space));
            clock.advanceMs(thinkingMs);
            nextMs.append(
                application.msToPaint(QApplication::focusWidget(), answer % 9 == 0 ? Qt::Key_1 : Qt::Key_3));
        }
        report("Space to the answer painted", revealMs);
        report("grade to the next question painted", nextMs);
        window.hide();

        const auto facts = library->store().questions.facts();
        bare.show();
        if (!QTest::qWaitForWindowExposed(&bare))
            qFatal("no window");
        for (int answer = 0; answer < answers; ++answer) {
            bare.setNext(library->store().questions.source(facts->at(answer).id)->source.left(400));
            bareMs.append(application.msToPaint(&bare, Qt::Key_3));
        }
        report("bare: row, text, paint", bareMs);
        std::printf("ratio of the medians %.2f; answers in the log now: %d\n",
                    medianOf(nextMs) / medianOf(bareMs), *library->store().reviews.count());
    }
    QApplication::setStyle(u"Fusion"_s);
    return 0;
}
