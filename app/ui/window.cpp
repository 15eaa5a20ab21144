// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window.h"

#include "library/merge.h"
#include "library/mergewords.h"
#include "library/words.h"
#include "ui/ending.h"
#include "ui/mainwindow.h"
#include "ui/oneprogram.h"
#include "ui/openfailure.h"
#include "ui/outsidewatch.h"
#include "ui/rescuedialog.h"
#include "ui/style.h"
#include "ui/theme.h"
#include "ui/thememode.h"
#include "ui/widgets/topline.h"

#include <QApplication>
#include <QDir>
#include <QFile>

#include <utility>

namespace flaskcards {

namespace {

constexpr int failed = 1;
constexpr int openAnew = -1; // status of the event loop: not the end

void bringToFront()
{
    const auto raise = [](QWidget *window) {
        window->setWindowState((window->windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
        window->raise();
        window->activateWindow();
    };
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && (window->windowType() == Qt::Window || window->windowType() == Qt::Dialog))
            raise(window);
    }
    if (QWidget *dialog = QApplication::activeModalWidget())
        raise(dialog);
}

} // namespace

class WindowRun : public QObject
{
    Q_OBJECT

public:
    WindowRun(const LibraryPlace &place, const Clock &clock);
    ~WindowRun() override;
    Q_DISABLE_COPY_MOVE(WindowRun)
    int exec();

private:
    enum class Why { Asked, InUse, NotWritable };

    bool claim();
    bool open();
    bool askHowToGoOn(const Error &error);
    int showWindow();
    void studyReadOnly(Why why);
    void sayReadOnly(MainWindow &window);
    void saveMine();
    void openWhatIsThere();
    void sayWhereMineIs(MainWindow &window);
    void mergeMine(TopLine &line);

    LibraryPlace m_place;
    const Clock &m_clock;
    int m_status = failed;
    Why m_why = Why::Asked;
    Ending m_ending;
    OneProgram m_program; // outlives the library: the folder is given up last
    Theme m_theme;
    std::unique_ptr<Library> m_library;
    std::optional<Error> m_damage; // come upon while the store was open
    QString m_mine;                // what was known of a file that was replaced
    TopLine *m_replaced = nullptr; // of the present window
};

WindowRun::WindowRun(const LibraryPlace &place, const Clock &clock)
    : m_place(place), m_clock(clock), m_program(place.dataDir)
{
    QApplication::setStyle(new Style(m_theme));
    connect(&m_program, &OneProgram::raiseRequested, this, &bringToFront);
}

// The style draws with the theme, which goes now.
WindowRun::~WindowRun()
{
    m_library.reset();
    QApplication::setStyle(QStringLiteral("Fusion"));
}

int WindowRun::exec()
{
    if (!claim())
        return m_status;
    while (open()) {
        m_status = showWindow();
        if (m_status != openAnew)
            return m_status;
        m_library.reset();
    }
    return failed;
}

bool WindowRun::claim()
{
    while (m_place.opening == Opening::ReadWrite) {
        const OneProgram::Standing standing = m_program.claim();
        if (standing == OneProgram::Standing::First)
            return true;
        if (standing == OneProgram::Standing::Raised) {
            m_status = 0;
            return false;
        }
        const int choice = OpenFailure(m_theme, m_program.holder()).exec();
        if (choice == OpenFailure::ReadOnly)
            studyReadOnly(Why::InUse);
        else if (choice == OpenFailure::Quit)
            return false;
    }
    return true;
}

bool WindowRun::open()
{
    for (;;) {
        // A large file that turned out to be damaged looks sound when it is opened.
        auto library = m_damage ? Result<std::unique_ptr<Library>>(*std::exchange(m_damage, std::nullopt))
                                : Library::open(m_place, m_clock);
        if (library) {
            m_library = *std::move(library);
            m_theme.setMode(themeMode(m_library->preferences().theme));
            m_theme.setTextScale(m_library->preferences().textPercent);
            return true;
        }
        if (!askHowToGoOn(library.error()))
            return false;
    }
}

// False: the person gives up.
bool WindowRun::askHowToGoOn(const Error &error)
{
    if (error.code == ErrorCode::Corrupt)
        return RescueDialog(m_theme, error, m_place, m_clock).exec() == QDialog::Accepted;
    const int choice = OpenFailure(m_theme, error).exec();
    if (choice == OpenFailure::ReadOnly)
        studyReadOnly(Why::NotWritable);
    return choice != OpenFailure::Quit;
}

int WindowRun::showWindow()
{
    MainWindow window(*m_library, m_theme);
    m_replaced = nullptr;
    if (m_library->isReadOnly())
        sayReadOnly(window);
    if (!m_mine.isEmpty())
        sayWhereMineIs(window);
    const OutsideWatch watch(*m_library);
    connect(m_library.get(), &Library::replaced, &window, [this, &window] {
        m_replaced = new TopLine(m_theme, {}, {}, &window);
        connect(m_replaced, &TopLine::pressed, this,
                [this] { m_library->isMineSaved() ? openWhatIsThere() : saveMine(); });
        saveMine();
        window.addLine(m_replaced);
    });
    connect(m_library.get(), &Library::damaged, &window, [this] {
        m_damage = Error{ErrorCode::Corrupt, m_library->store().database.path()};
        QApplication::exit(openAnew);
    });
    connect(&m_ending, &Ending::nearing, &window, [this, &window] {
        window.keepPlace();
        m_library->lookOutside();
    });
    window.show();
    QApplication::setQuitOnLastWindowClosed(true);
    const int status = QApplication::exec();
    QApplication::setQuitOnLastWindowClosed(status != openAnew); // this window goes, another one comes
    return status;
}

void WindowRun::studyReadOnly(Why why)
{
    m_place.opening = Opening::ReadOnly;
    m_why = why;
}

void WindowRun::sayReadOnly(MainWindow &window)
{
    QString reason;
    switch (m_why) {
    case Why::Asked:
        reason = tr("Start without --read-only to keep your answers.");
        break;
    case Why::InUse:
        reason = tr("Another program has your cards open. End it and start again to keep your answers.");
        break;
    case Why::NotWritable:
        reason =
            tr("The file in %1 cannot be written. Once that is mended, start again to keep your answers.")
                .arg(QDir::toNativeSeparators(m_place.dataDir));
        break;
    }
    auto *line = new TopLine(m_theme, tr("Read-only: what you answer here is not kept"), reason, &window);
    line->setObjectName(QStringLiteral("readOnlyLine"));
    window.addLine(line);
}

void WindowRun::saveMine()
{
    const auto mine = m_library->saveMine();
    const bool isThere = QFile::exists(m_library->store().database.path());
    m_replaced->setObjectName(QStringLiteral("replacedLine"));
    const QString headline = isThere ? tr("Another file has taken the place of your cards")
                                     : tr("The file with your cards is gone");
    if (!mine) {
        m_replaced->setTexts(headline,
                             tr("What you did could not be copied. %1").arg(errorSentence(mine.error())));
        return m_replaced->setButton(tr("Try again"));
    }
    m_mine = *mine;
    m_replaced->setTexts(headline, tr("Nothing more is written. What you did until then is kept in %1.")
                                       .arg(QDir::toNativeSeparators(m_mine)));
    m_replaced->setButton(isThere ? tr("Open the new file") : tr("Put it back"));
}

// Without a new file the copy of the old one becomes it. Else the copy stays where it is.
void WindowRun::openWhatIsThere()
{
    if (QFile::rename(m_mine, m_library->store().database.path()))
        m_mine.clear();
    QApplication::exit(openAnew);
}

// The new file is open and whole, and beside it lies what was known of the old one.
void WindowRun::sayWhereMineIs(MainWindow &window)
{
    auto *line = new TopLine(
        m_theme, tr("This is the new file"),
        tr("What you did in the old one is kept in %1.").arg(QDir::toNativeSeparators(m_mine)), &window);
    line->setObjectName(QStringLiteral("mineLine"));
    line->setButton(tr("Bring it in"));
    connect(line, &TopLine::pressed, line, [this, line] {
        if (m_mine.isEmpty())
            line->hide();
        else
            mergeMine(*line);
    });
    window.addLine(line);
}

void WindowRun::mergeMine(TopLine &line)
{
    const auto source = MergeSource::read(m_mine);
    const auto report =
        source ? mergeCopy(*m_library, **source, MergeStep::Labelled) : Result<MergeReport>(source.error());
    if (!report)
        return line.setTexts(tr("Nothing was brought in"), errorSentence(report.error()));
    line.setTexts(tr("What you did in the old file is here now"), mergeWords(*report));
    line.setButton(tr("Close"));
    m_mine.clear();
}

int showWindow(const LibraryPlace &place, const Clock &clock)
{
    QGuiApplication::setDesktopFileName(QStringLiteral("flaskcards"));
    return WindowRun(place, clock).exec();
}

} // namespace flaskcards

#include "window.moc"
