// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fixture.h"
#include "ui/browse/browsepage.h"
#include "ui/cardtext/cardview.h"
#include "ui/cardtext/markup.h"
#include "ui/links.h"
#include "ui/mainwindow.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDesktopServices>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolTip>

#include <array>
#include <ctime>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

// A file and a server on this machine that nobody may ask for anything.
class Bait
{
public:
    Bait()
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(pixel()) < 0)
            QTest::qFail("The bait cannot be laid.", __FILE__, __LINE__);
        file.close();
        m_watch = ::inotify_init1(IN_NONBLOCK);
        ::inotify_add_watch(m_watch, QFile::encodeName(path()).constData(), IN_OPEN | IN_ACCESS);
        m_server = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        sockaddr_in place = {};
        place.sin_family = AF_INET;
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof place;
        ::bind(m_server, reinterpret_cast<sockaddr *>(&place), size);
        ::listen(m_server, 5);
        ::getsockname(m_server, reinterpret_cast<sockaddr *>(&place), &size);
        m_port = ntohs(place.sin_port);
    }
    ~Bait()
    {
        ::close(m_watch);
        ::close(m_server);
    }
    Q_DISABLE_COPY_MOVE(Bait)

    QString path() const { return m_dir.filePath(u"bait.png"_s); }
    QString address() const { return u"http://127.0.0.1:%1/bait.png"_s.arg(m_port); }

    bool isTouched() const
    {
        std::array<char, 4096> events{};
        const bool opened = ::read(m_watch, events.data(), events.size()) > 0;
        const int caller = ::accept(m_server, nullptr, nullptr);
        if (caller >= 0)
            ::close(caller);
        return opened || caller >= 0;
    }

private:
    static QByteArray pixel()
    {
        return QByteArray::fromBase64(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
            "awAAAABJRU5ErkJggg==");
    }

    QTemporaryDir m_dir;
    int m_watch = -1;
    int m_server = -1;
    int m_port = 0;
};

// Everything that loads or runs something in HTML, Markdown or Qt's rich text.
QString attack(const Bait &bait)
{
    const QString file = bait.path();
    const QString web = bait.address();
    return u"<script src=\"%2\">alert(1)</script> <img src=\"%1\"> <img src=\"file://%1\"> <img src=\"%2\">"
           " <img src=\":/questions/bank.sha256\"> <img src=\"qrc:/questions/bank.sha256\">"
           " <img src=\"data:image/png;base64,AAAA\"> ![a](%1) ![b](file://%1) ![c](%2 \"t\")"
           " <iframe src=\"%2\"></iframe> <object data=\"%2\"></object> <embed src=\"file://%1\">"
           " <link rel=stylesheet href=\"file://%1\"> <style>@import url(file://%1);"
           " body{background:url('%2')}</style> <body background=\"%1\">"
           " <table background=\"%1\"><tr><td background=\"%1\" "
           "style=\"background-image:url(%1)\">x</td></tr>"
           "</table> <meta http-equiv=refresh content=\"0;url=%2\"> <form action=\"%2\"><input autofocus"
           " onfocus=x></form> <svg onload=x> <a href=\"file://%1\" onclick=x>a</a> [b](javascript:alert(1))"
           " [c](file://%1) [d](data:text/html,x) [e](vbscript:x) [f](//127.0.0.1/x) [g](%1)"
           " [h](qrc:/questions/bank.sha256) [i](JaVaScRiPt:x) [j](java&#115;cript:x) [k](http:) "
           "[l](mailto:a@b)"
           " &#60;img src=%1&#62; &lt;img src=%1&gt;"_s.arg(file, web);
}

Question attacking(const QString &text)
{
    Question q;
    q.slug = u"evil"_s;
    q.topic = text.left(300);
    q.title = text;
    q.prompt = text + u"\n\n```html file=<img/src=x>\n"_s + text + u"\n```\n"_s;
    q.answer = text;
    q.keyPoints = {text, text};
    q.explanation = u"> "_s + text + u"\n\n- "_s + text + u"\n\n| a | b |\n|---|---|\n| "_s + text +
                    u" | "_s + text + u" |\n"_s;
    q.example = u"```python\n"_s + text + u"\n```\n"_s;
    q.mistakes = {text};
    q.references = {text};
    return q;
}

Question explaining(const QString &explanation)
{
    Question q;
    q.slug = u"strange"_s;
    q.topic = u"routing"_s;
    q.title = u"What is strange?"_s;
    q.answer = u"This."_s;
    q.explanation = explanation;
    return q;
}

// A card in a page that scrolls.
struct Page {
    Page(const Theme &theme, const Question &question, CardSize size, const CardContext &context = {})
        : card(new CardView(theme, size))
    {
        area.setWidgetResizable(true);
        area.setWidget(card);
        area.resize(800, 600);
        card->setQuestion(question, context);
        card->setAnswerVisible(true);
        area.show();
        QApplication::processEvents();
    }
    QScrollArea area;
    CardView *card;
};

QString shownText(const QWidget &widget)
{
    QString text;
    for (const QTextEdit *edit : widget.findChildren<QTextEdit *>())
        text += edit->toPlainText() + u'\n';
    for (const QLabel *label : widget.findChildren<QLabel *>())
        text += label->text() + u'\n';
    return text;
}

// What the document is made of, without the text that it shows: that may name anything.
QString tagsOf(const QTextDocument &document)
{
    static const QRegularExpression tag(u"<[^>]*>"_s);
    QString tags;
    const QString html = document.toHtml();
    for (auto found = tag.globalMatch(html); found.hasNext();)
        tags += found.next().captured();
    return tags;
}

// Asks the widget for its tool tip as a resting mouse does.
void restOver(QWidget *widget)
{
    QHelpEvent help(QEvent::ToolTip, widget->rect().center(), widget->mapToGlobal(widget->rect().center()));
    QApplication::sendEvent(widget, &help);
    QApplication::processEvents();
}

struct Strange {
    const char *name;
    QString (*make)(int characters);
};

QString repeated(const char16_t *piece, int characters)
{
    const QString text = QString::fromUtf16(piece);
    return text.repeated(std::max<qsizetype>(1, characters / text.size()));
}

const Strange strangeTexts[] = {
    {"quotes",
     [](int n) {
         return repeated(u"> ", n) + u'x';
     }},
    {"lists",
     [](int n) {
         return repeated(u"- ", n) + u'x';
     }},
    {"brackets",
     [](int n) {
         return repeated(u"[", n);
     }},
    {"stars",
     [](int n) {
         return repeated(u"*a **b ", n);
     }},
    {"backticks",
     [](int n) {
         return repeated(u"`a` ", n);
     }},
    {"links",
     [](int n) {
         return repeated(u"[a](https://b.c/) ", n);
     }},
    {"columns",
     [](int n) {
         return repeated(u"|a", n / 3) + u"|\n"_s + repeated(u"|-", n / 3) + u"|\n"_s +
                repeated(u"|b", n / 3) + u"|\n"_s;
     }},
    {"one word",
     [](int n) {
         return repeated(u"w", n);
     }},
    {"words",
     [](int n) {
         return repeated(u"word ", n);
     }},
    {"items",
     [](int n) {
         return repeated(u"- word\n", n);
     }},
    {"combining marks",
     [](int n) {
         return u'a' + repeated(u"\u0301", n);
     }},
    {"right to left",
     [](int n) {
         return repeated(u"\u202e\u05d0\u05d1 a \u2067", n);
     }},
    {"emoji",
     [](int n) {
         return repeated(u"\U0001f469\u200d\U0001f469\u200d\U0001f467 ", n);
     }},
    {"half pairs",
     [](int n) {
         return QString(n, QChar(0xd83d));
     }},
    {"NUL",
     [](int n) {
         return QString(n, QChar(0));
     }},
    {"code",
     [](int n) {
         return u"```python\n"_s + repeated(u"x = {1: 'a'}; ", n) + u"\n```"_s;
     }},
    {"code blocks",
     [](int n) {
         return repeated(u"```\na\n```\n", n);
     }},
    {"entities",
     [](int n) {
         return repeated(u"&amp;&#0;", n);
     }},
};

constexpr std::array schemes = {"http", "https", "file", "javascript", "qrc", "mailto", "data"};

QList<QUrl> opened;

} // namespace

// Receives what would go to the browser.
class LinkCatcher : public QObject
{
    Q_OBJECT

public slots:
    void take(const QUrl &url) { opened.append(url); }
};

// scenarios 35, 42 and 43: card text that wants to run, load or hang, and settings that make no sense.
class HostileTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setStyle(new Style(m_theme));
        for (const char *scheme : schemes)
            QDesktopServices::setUrlHandler(QLatin1StringView(scheme), &m_catcher, "take");
    }
    void cleanupTestCase()
    {
        for (const char *scheme : schemes)
            QDesktopServices::unsetUrlHandler(QLatin1StringView(scheme));
    }
    void init()
    {
        opened.clear();
        m_theme.setMode(Theme::Mode::Light);
    }

    void theBaitWorks()
    {
        const Bait bait;
        QVERIFY(!bait.isTouched());
        QTextDocument document;
        document.setHtml(u"<img src=\"%1\">"_s.arg(bait.path()));
        document.setTextWidth(100);
        QPixmap pixmap(100, 100);
        QPainter painter(&pixmap);
        document.drawContents(&painter);
        QVERIFY(bait.isTouched()); // plain rich text of Qt does load it
    }

    void nothingIsLoadedByACard_data()
    {
        QTest::addColumn<CardSize>("size");
        QTest::newRow("study") << CardSize::Study;
        QTest::newRow("preview") << CardSize::Preview;
    }
    void nothingIsLoadedByACard()
    {
        QFETCH(CardSize, size);
        const Bait bait;
        const QString text = attack(bait);
        Question question = attacking(text);
        question.options = {{text, text, true}, {text, text, false}};
        Page page(m_theme, question, size, {{{u"x"_s, text}}, {}});
        (void) page.card->grab();
        m_theme.setMode(Theme::Mode::Dark);
        (void) page.card->grab();
        for (QWidget *widget : page.card->findChildren<QWidget *>())
            restOver(widget);
        QVERIFY(!bait.isTouched());
        QVERIFY(opened.isEmpty());                                  // nothing by itself
        QVERIFY(shownText(*page.card).contains(u"<script src="_s)); // shown as what it is
        for (const QTextEdit *edit : page.card->findChildren<QTextEdit *>()) {
            QVERIFY(!edit->toPlainText().contains(QChar::ObjectReplacementCharacter));
            const QString tags = tagsOf(*edit->document());
            for (const QString &loads : {u"<img"_s, u"url("_s, u" background="_s})
                QVERIFY2(!tags.contains(loads), qPrintable(tags));
        }
    }

    void onlyLinksIntoTheWebCanBeFollowed()
    {
        const Bait bait;
        const Page page(m_theme, attacking(attack(bait) + u" [w](https://flask.palletsprojects.com/)"_s),
                        CardSize::Study);
        int links = 0;
        for (const QTextEdit *edit : page.card->findChildren<QTextEdit *>()) {
            for (QTextBlock block = edit->document()->begin(); block.isValid(); block = block.next()) {
                for (auto part = block.begin(); !part.atEnd(); ++part) {
                    const QTextCharFormat format = part.fragment().charFormat();
                    if (!format.isAnchor())
                        continue;
                    ++links;
                    const QString scheme = QUrl(format.anchorHref()).scheme();
                    QVERIFY2(scheme == u"https"_s || scheme == u"http"_s, qPrintable(format.anchorHref()));
                }
            }
        }
        QVERIFY(links > 0);
    }

    void theOneWayOutTakesOnlyTheWeb()
    {
        for (const char *address : {"file:///etc/passwd", "javascript:alert(1)", "qrc:/x", "data:text/html,x",
                                    "mailto:a@b.c", "/etc/passwd", "//x", "", "http:", "https:///x"})
            openLink(QUrl(QString::fromLatin1(address)));
        QVERIFY(opened.isEmpty());
        openLink(QUrl(u"https://flask.palletsprojects.com/"_s));
        QCOMPARE(opened, {QUrl(u"https://flask.palletsprojects.com/"_s)});
    }

    void aLinkIsOpenedByAClickAndByNothingElse()
    {
        Place place;
        place.write(u"routing/linked.md"_s,
                    cardText(u"Where?"_s, u"[here](https://flask.palletsprojects.com/)"_s));
        const auto library = place.open();
        MainWindow window(*library, m_theme);
        window.resize(1280, 800);
        window.show();
        window.showBrowse();
        QTRY_VERIFY(window.findChild<QTextBrowser *>(u"answer"_s));
        auto *answer = window.findChild<QTextBrowser *>(u"answer"_s);
        QTRY_VERIFY(answer->isVisible() && answer->width() > 100);
        QTest::mouseMove(answer->viewport(), QPoint(12, 12));
        restOver(answer->viewport());
        QVERIFY(opened.isEmpty());
        QTest::mouseClick(answer->viewport(), Qt::LeftButton, {}, QPoint(12, 12));
        QCOMPARE(opened, {QUrl(u"https://flask.palletsprojects.com/"_s)});
    }

    void everyTextOfACardHasLinksThatWork_data() { nothingIsLoadedByACard_data(); }
    void everyTextOfACardHasLinksThatWork()
    {
        QFETCH(CardSize, size);
        const QString link = u"[here](https://flask.palletsprojects.com/%1)"_s;
        Question question = explaining(link.arg(u"explanation"_s));
        question.title = link.arg(u"title"_s);
        question.prompt = link.arg(u"prompt"_s);
        question.answer = link.arg(u"answer"_s);
        question.whyAsked = link.arg(u"why"_s);
        const Page page(m_theme, question, size);
        const QSignalSpy activated(page.card, &CardView::linkActivated);
        for (const QTextBrowser *text : page.card->findChildren<QTextBrowser *>())
            QTest::mouseClick(text->viewport(), Qt::LeftButton, {}, QPoint(12, 12));
        QStringList found;
        for (const QList<QVariant> &one : activated)
            found.append(one.first().toUrl().fileName());
        QCOMPARE(found, (QStringList{u"title"_s, u"prompt"_s, u"answer"_s, u"explanation"_s, u"why"_s}));
    }

    void listsAndToolTipsShowTitlesAsTheyAre()
    {
        const Bait bait;
        Place place;
        place.write(
            u"routing/a.md"_s,
            cardText(u"<img src=\"%1\"> and a title that is far too long for the width of any column of "
                     "any table"_s.arg(bait.path()),
                     u"<img src=\"%1\">"_s.arg(bait.path())));
        place.write(u"routing/broken.md"_s, u"# <img src=\"%1\">"_s.arg(bait.path()));
        const auto library = place.open();
        MainWindow window(*library, m_theme);
        window.show();
        for (QWidget *widget : window.findChildren<QWidget *>())
            restOver(widget);
        window.showBrowse();
        QTRY_VERIFY(window.findChild<QTextBrowser *>(u"answer"_s));
        for (QWidget *widget : window.findChildren<QWidget *>()) {
            if (widget->isVisible())
                restOver(widget);
        }
        QToolTip::showText(QPoint(50, 50), u"<img src=\"%1\"> x"_s.arg(bait.path()), &window);
        QTRY_VERIFY(QToolTip::isVisible());
        (void) window.grab();
        QVERIFY(!bait.isTouched());
        QToolTip::hideText();
    }

    void twiceTheTextIsAboutTwiceTheWork_data()
    {
        QTest::addColumn<int>("text");
        for (int i = 0; i < int(std::size(strangeTexts)); ++i)
            QTest::newRow(strangeTexts[i].name) << i;
    }
    // By ratio, not by the clock: what is beyond the limit costs next to nothing.
    void twiceTheTextIsAboutTwiceTheWork()
    {
        QFETCH(int, text);
        const auto work = [&](int characters) {
            const Question question = explaining(strangeTexts[text].make(characters));
            const std::clock_t start = std::clock(); // the processor's time: others may work here too
            Page page(m_theme, question, CardSize::Preview);
            (void) page.area.grab();
            return 1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC;
        };
        const double atLimit = work(int(longestShown));
        const double far = work(1'000'000);
        QVERIFY2(far < 2.5 * atLimit + 200, qPrintable(u"%1 ms, then %2 ms"_s.arg(atLimit).arg(far)));
    }

    void whatIsNotShownIsSaid()
    {
        const Question question = explaining(repeated(u"word ", 1'000'000));
        const Page page(m_theme, question, CardSize::Study);
        const QString text = shownText(*page.card);
        QVERIFY(text.contains(u"The rest is not shown here: this text has 1,000,000 characters."_s) ||
                text.contains(u"The rest is not shown here: this text has 1000000 characters."_s));
        QVERIFY(text.size() < 40'000);
        const Page shorter(m_theme, explaining(repeated(u"word ", int(longestShown))), CardSize::Study);
        QVERIFY(!shownText(*shorter.card).contains(u"not shown"_s));
    }

    void tenThousandRowsAreCutToo()
    {
        Question question = explaining(u"x"_s);
        question.keyPoints = QStringList(10'000, u"point"_s);
        question.options = QList<Option>(10'000, {u"option"_s, u"reason"_s, false});
        const Page page(m_theme, question, CardSize::Study);
        QVERIFY(page.card->keyPoints() <= 100);
        QVERIFY(page.card->findChildren<QAbstractButton *>().size() < 200);
        QVERIFY(shownText(*page.card).contains(u"more are not shown here."_s));
    }

    void aWindowOverAMillionCharactersWorks()
    {
        Place place;
        const QString much = repeated(u"needle wörd \U0001f600 ", 1'000'000);
        place.write(u"routing/long.md"_s, cardText(repeated(u"endless title ", 200'000), much));
        place.write(u"routing/word.md"_s, cardText(u"Short?"_s, QString(1'000'000, u'w')));
        place.write(u"routing/bidi.md"_s,
                    cardText(u"\u202eevil \u0000 \u0301\u0301\u0301?"_s, u"\u202e abc"_s));
        const auto library = place.open();
        QCOMPARE(library->store().questions.facts()->size(), 3);
        MainWindow window(*library, m_theme);
        window.resize(1100, 700);
        window.show();
        window.showBrowse();
        auto *field = window.findChild<QLineEdit *>(u"search"_s);
        QVERIFY(field);
        QTest::keyClicks(field, u"needle"_s);
        QTRY_VERIFY(shownText(window).contains(u"needle"_s));
        QVERIFY(!window.grab().isNull());
        keepPicture(window, "browse");
        window.study({.listed = {library->store().questions.facts()->first().id}});
        QApplication::processEvents();
        QTest::keyClick(&window, Qt::Key_Space);
        QVERIFY(!window.grab().isNull());
        keepPicture(window, "study");
    }

    void damagedSettingsAreNamedInTheWindow() // scenario 42
    {
        Place place;
        place.writeCards(3);
        auto library = place.open();
        const auto damage = [](Store &store) -> Result<void> {
            if (auto done = store.settings.set(u"study/new-per-day"_s, u"many"_s); !done)
                return done;
            return store.settings.set(u"look/theme"_s, u"sepia"_s);
        };
        QVERIFY(library->apply({QString(), damage}));
        library.reset();
        library = place.open();
        const QString before = dump(*library);
        MainWindow window(*library, m_theme);
        window.resize(1100, 700);
        window.show();
        auto *notice = window.findChild<QWidget *>(u"damagedSettings"_s);
        QVERIFY(notice && notice->isVisible());
        const QString words = notice->accessibleDescription();
        QVERIFY2(words.contains(u"New cards a day"_s) && words.contains(u"Theme"_s), qPrintable(words));
        keepPicture(window, "damaged");
        m_theme.setMode(Theme::Mode::Dark);
        keepPicture(window, "damaged-dark");
        QCOMPARE(dump(*library), before);
        auto *keep = window.findChild<QAbstractButton *>(u"keepDefaults"_s);
        keep->setFocus();
        QTest::keyClick(keep, Qt::Key_Space);
        QVERIFY(!notice->isVisible());
        QCOMPARE(*library->store().settings.get(u"study/new-per-day"_s), u"10"_s);
        QVERIFY(library->undo());
        QVERIFY(notice->isVisible());
        QCOMPARE(dump(*library), before);
    }

    void strangeTextIsPainted()
    {
        QString all = u"\u202eright to left override\u202c, \u05d0\u05d1\u05d2 in Latin, "_s;
        all += u"zalgo a"_s + QString(40, QChar(0x0301)) +
               u", family \U0001f469\u200d\U0001f469\u200d\U0001f467, "_s;
        all += u"half "_s + QChar(0xd83d) + u" a pair, NUL "_s + QChar(0) + u" and bell \u0007.\n\n"_s;
        all += repeated(u"> ", 30) + u"deep\n\n"_s + repeated(u"- ", 30) + u"deeper\n\n"_s;
        all += repeated(u"|a", 120) + u"|\n"_s + repeated(u"|-", 120) + u"|\n"_s;
        for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            m_theme.setMode(mode);
            Page page(m_theme, explaining(all + u"\n"_s + QString(300, u'w')), CardSize::Study);
            QVERIFY(!page.card->grab().isNull());
            keepPicture(*page.card, mode == Theme::Mode::Light ? "strange-light" : "strange-dark");
        }
        const Bait bait;
        Page page(m_theme, attacking(attack(bait)), CardSize::Study);
        keepPicture(*page.card, "attack");
    }

private:
    // For people to look at, where a folder is named.
    static void keepPicture(QWidget &widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("FLASKCARDS_PICTURES");
        if (!folder.isEmpty())
            widget.grab().save(folder + u'/' + QLatin1StringView(name) + u".png"_s);
    }

    Theme m_theme{Theme::Mode::Light};
    LinkCatcher m_catcher;
};

QTEST_MAIN(HostileTest)
#include "tst_hostile.moc"
