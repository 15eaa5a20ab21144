// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the pages, light and dark, on made-up data:  screenshots FOLDER [PAGE-WIDTH PAGE-HEIGHT]
#include "library/demo.h"
#include "library/translation.h"
#include "ui/browse/browsepage.h"
#include "ui/cardtext/markup.h"
#include "ui/mainwindow.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

// Until what waits for a pause in typing has been drawn too.
void settle()
{
    QEventLoop loop;
    QTimer::singleShot(400, &loop, &QEventLoop::quit);
    loop.exec();
}

void grab(QWidget &window, const QDir &folder, const QString &name)
{
    settle();
    const QString path = folder.filePath(name + u".png"_s);
    if (!window.grab().save(path))
        qFatal("%s cannot be written", qPrintable(path));
}

void press(QWidget &window, const QString &shortcut)
{
    for (QAction *action : window.findChildren<QAction *>()) {
        if (action->shortcut().toString() == shortcut)
            return action->trigger();
    }
}

// Whether the card on the table wants nothing but an answer.
bool isConcept(const MainWindow &window, const Library &library)
{
    const QString title = window.findChild<QScrollArea *>(u"card"_s)->accessibleDescription();
    const auto facts = library.store().questions.facts();
    return std::any_of(facts->cbegin(), facts->cend(), [&](const QuestionFacts &question) {
        return question.kind == Kind::Concept && plainText(question.title) == title;
    });
}

void takePictures(Library &library, Theme &theme, const QDir &folder, QSize size)
{
    const QString look = theme.isDark() ? u"dark"_s : u"light"_s;
    MainWindow window(library, theme);
    window.resize(size);
    window.show();
    window.activateWindow();
    grab(window, folder, u"today-"_s + look);
    window.study({});
    for (int answers = 0; answers < 4 || (answers < 12 && !isConcept(window, library)); ++answers) {
        press(window, u"Space"_s);
        press(window, u"3"_s);
    }
    grab(window, folder, u"question-"_s + look);
    press(window, u"Space"_s);
    for (QCheckBox *point : window.findChildren<QCheckBox *>().mid(0, 3))
        point->click();
    window.findChild<QScrollArea *>(u"card"_s)->setFocus(); // as after a mouse click: no ring
    grab(window, folder, u"study-"_s + look);
    window.study({.listed = {*library.store().questions.idOf(u"mcq-redirect-function"_s)}});
    press(window, u"B"_s);
    grab(window, folder, u"choice-"_s + look);
    const auto show = [&](const QString &slug) {
        window.study({.listed = {*library.store().questions.idOf(slug)}});
        settle();
    };
    show(u"after-request-returns-nothing"_s);
    press(window, u"Down"_s);
    press(window, u"Down"_s);
    grab(window, folder, u"bughunt-"_s + look);
    show(u"hello-world-app"_s);
    auto *editor = window.findChild<QPlainTextEdit *>();
    editor->setPlainText(u"from flask import Flask\n\napp = Flask(__name__)\n"_s);
    press(window, u"Space"_s);
    grab(window, folder, u"coding-"_s + look);
    press(window, u"Alt+5"_s);
    grab(window, folder, u"interview-"_s + look);
    window.showBrowse();
    window.findChild<BrowsePage *>()->showQuery(u"cookie"_s);
    grab(window, folder, u"browse-"_s + look);
    window.showProgress();
    grab(window, folder, u"progress-"_s + look);
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    installTranslation();
    const QStringList arguments = QCoreApplication::arguments();
    const QDir folder(arguments.value(1, u"."_s));
    const QSize size(arguments.value(2, u"1280"_s).toInt(), arguments.value(3, u"800"_s).toInt());
    folder.mkpath(u"."_s);
    QFont font(u"Inter"_s);
    font.setPointSizeF(10.5); // 14 px
    QApplication::setFont(font);

    const QDateTime evening(QDate(2026, 11, 21), QTime(18, 0));
    const FixedClock clock(evening.toMSecsSinceEpoch(), evening.offsetFromUtc());
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        const QTemporaryDir data;
        const LibraryPlace place{data.path(), QString()};
        if (auto filled = fillWithDemo(place, {.days = 75, .seed = 5}, clock); !filled)
            qFatal("%s", qPrintable(filled.error().context));
        auto library = Library::open(place, clock);
        Preferences preferences = (*library)->preferences();
        preferences.theme = mode == Theme::Mode::Dark ? ThemeChoice::Dark : ThemeChoice::Light;
        if (auto set = (*library)->setPreferences(preferences); !set)
            qFatal("%s", qPrintable(set.error().context));
        Theme theme(mode, 100);
        QApplication::setStyle(new Style(theme));
        takePictures(**library, theme, folder, size);
    }
    return 0;
}
