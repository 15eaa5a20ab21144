// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/cardview.h"
#include "ui/cardtext/checkline.h"
#include "ui/cardtext/codeblock.h"
#include "ui/cardtext/markup.h"
#include "ui/cardtext/optionrow.h"
#include "ui/cardtext/textblock.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>
#include <QTextTable>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

using Tag = MarkupStep::Tag;

int count(const QList<MarkupStep> &steps, Tag tag)
{
    int found = 0;
    for (const MarkupStep &step : steps)
        found += step.type == MarkupStep::Type::Begin && step.tag == tag;
    return found;
}

QString withoutPadding(QString text)
{
    return text.remove(QChar(0x202F));
}

QString shownText(const QString &markdown)
{
    const Theme theme(Theme::Mode::Light);
    TextBlock block(theme, {});
    block.setMarkup(markdown);
    return withoutPadding(block.toPlainText());
}

HitFinder hitsOf(const QString &word)
{
    return [word](const QString &text) {
        QList<QPair<int, int>> hits;
        for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
            hits.append({int(at), int(word.size())});
        return hits;
    };
}

bool shows(QWidget &widget, const QColor &color)
{
    const QImage image = widget.grab().toImage();
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == color)
                return true;
    return false;
}

Question sample()
{
    Question q;
    q.slug = u"sessions"_s;
    q.topic = u"sessions"_s;
    q.title = u"Can a visitor read `session`?"_s;
    q.answer = u"Yes. It is **signed**, not encrypted."_s;
    q.keyPoints = {u"In a cookie"_s, u"Signed with `SECRET_KEY`"_s, u"Not encrypted"_s};
    q.explanation = u"The cookie has three parts.\n\n- one\n- two"_s;
    q.example = u"See:\n\n```python\nprint(1)\n```\n\n```python test\nassert True\n```"_s;
    q.whyAsked = u"Because of PHP."_s;
    q.mistakes = {u"Using it as a cache."_s};
    q.references = {u"[Sessions](https://flask.palletsprojects.com/)"_s};
    return q;
}

Question choice()
{
    Question q = sample();
    q.kind = Kind::Mcq;
    q.options = {{u"`a`"_s, u"Wrong because."_s, false},
                 {u"`b`"_s, u"Right because."_s, true},
                 {u"`c`"_s, u"Also wrong."_s, false}};
    return q;
}

// Card in a scroll area of a page, as Study shows it.
struct Page {
    explicit Page(const Theme &theme, const Question &question, CardSize size = CardSize::Study,
                  int width = 800)
        : card(new CardView(theme, size))
    {
        area.setWidgetResizable(true);
        area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
        area.setWidget(card);
        card->setQuestion(question, {{{u"next-one"_s, u"And `then`?"_s}}, {}});
        area.resize(width, 500);
        area.show();
        QApplication::processEvents();
    }

    QScrollArea area;
    CardView *card;
};

QStringList textsOf(const QWidget &widget)
{
    QStringList texts;
    for (const QTextEdit *edit : widget.findChildren<QTextEdit *>())
        if (edit->isVisibleTo(&widget))
            texts += withoutPadding(edit->toPlainText());
    for (const QAbstractButton *button : widget.findChildren<QAbstractButton *>())
        if (button->isVisibleTo(&widget))
            texts += button->accessibleName();
    for (const QLabel *label : widget.findChildren<QLabel *>())
        if (label->isVisibleTo(&widget))
            texts += label->text();
    return texts;
}

} // namespace

class TestCardText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_systemFont = QApplication::font(); }
    void init() { QApplication::setFont(m_systemFont); }

    void noTextIsLost_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &markdown, const QString &text) {
            QTest::newRow(name) << markdown << text;
        };
        row("plain", u"a b"_s, u"a b"_s);
        row("marks", u"**a** *b* ~~c~~ `d`"_s, u"a b c d"_s);
        row("soft break", u"a\nb"_s, u"a b"_s);
        row("hard break", u"a  \nb"_s, u"a\nb"_s);
        row("paragraphs", u"a\n\nb"_s, u"a\nb"_s);
        row("list", u"- a\n- b\n  - c\n\n1. d"_s, u"a\nb\nc\nd"_s);
        row("item of two paragraphs", u"- a\n\n  b"_s, u"a\nb"_s);
        row("quote", u"> a\n> > b"_s, u"a\nb"_s);
        row("heading", u"# a\nb"_s, u"a\nb"_s);
        row("unclosed tag", u"a <b and List<int> c"_s, u"a <b and List<int> c"_s);
        row("html is text", u"<script>alert(1)</script> <b>x</b>"_s, u"<script>alert(1)</script> <b>x</b>"_s);
        row("html block", u"<div>\n\nx\n\n</div>"_s, u"<div>\nx\n</div>"_s);
        row("entities", u"&lt;b&gt; &amp; &#x41; &#0; &unknown;"_s, u"<b> & A \uFFFD &unknown;"_s);
        row("image keeps its description", u"![alt](https://x.org/y.png)"_s, u"alt"_s);
        row("nul", u"a\0b"_s, u"a\uFFFDb"_s);
        row("right to left", u"שלום `x` عالم"_s, u"שלום x عالم"_s);
        row("unclosed emphasis", u"**a *b `c"_s, u"**a *b `c"_s);
        row("unclosed link", u"[a](http://x"_s, u"[a](http://x"_s);
        row("indented text is no code", u"a\n\n    b"_s, u"a\nb"_s);
        row("empty", u""_s, u""_s);
    }

    void noTextIsLost()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, text);
        QCOMPARE(shownText(markdown), text);
    }

    void tablesKeepTheirCells()
    {
        const Theme theme(Theme::Mode::Light);
        TextBlock block(theme, {});
        block.setMarkup(u"x\n\n| A | B |\n|---|--:|\n| 1 | `2` |\n| 3 |\n\ny"_s);
        const QString text = withoutPadding(block.toPlainText());
        QCOMPARE(text.simplified(), u"x A B 1 2 3 y"_s);
    }

    void codeBlocksArePartsOfTheirOwn()
    {
        const QList<MarkupPart> parts = readMarkup(
            u"a\n\n```python file=app.py needs=x\nx = 1\n\ny\n```\nb\n```python test\nassert x\n```\n~~~\nz"_s);
        QCOMPARE(parts.size(), 5);
        QCOMPARE(parts.at(1).code, (CodeText{u"python"_s, u"app.py"_s, u"x = 1\n\ny"_s, false}));
        QVERIFY(parts.at(3).code.check);
        QCOMPARE(parts.at(4).code.text, u"z"_s);
    }

    void codeWithinAListStaysInIt()
    {
        const QList<MarkupPart> parts = readMarkup(u"- a\n  ```sh\n  ls\n  ```\n- b"_s);
        QCOMPARE(parts.size(), 1);
        QCOMPARE(count(parts.first().steps, Tag::CodeLines), 1);
        QCOMPARE(shownText(u"- a\n  ```sh\n  ls\n  pwd\n  ```\n- b"_s), u"a\nls\npwd\nb"_s);
    }

    void onlyWebLinksAreLinks()
    {
        for (const QString &target :
             {u"javascript:alert(1)"_s, u"file:///etc/passwd"_s, u"data:text/html,x"_s, u"vbscript:x"_s,
              u"relative.md"_s, u"//host/x"_s, u"https:"_s, u"mailto:a@b.c"_s, u" javascript:x"_s,
              u"JaVaScRiPt:x"_s, u"qrc:/x"_s}) {
            const QList<MarkupStep> steps = readInline(u"[a](<%1>)"_s.arg(target));
            QVERIFY2(count(steps, Tag::Link) == 0, qPrintable(target));
            QCOMPARE(plainText(steps), u"a"_s);
        }
        QCOMPARE(count(readInline(u"[a](https://x.org/y) [b](http://x.org)"_s), Tag::Link), 2);
    }

    void nothingIsLoaded()
    {
        const Theme theme(Theme::Mode::Light);
        TextBlock block(theme, {});
        block.setMarkup(u"![a](/work) <img src='file:///etc/hostname'> [x](https://x.org)"_s);
        QVERIFY(!block.loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/hostname"_s)).isValid());
        block.setSource(QUrl(u"file:///etc/hostname"_s));
        QVERIFY(block.toPlainText().contains("<img"_L1));
        QVERIFY(!block.openLinks() && !block.openExternalLinks());
        for (const QTextFormat &format : block.document()->allFormats())
            QVERIFY(!format.isImageFormat());
    }

    void aClickOnALinkOnlyTells()
    {
        const Theme theme(Theme::Mode::Light);
        TextBlock block(theme, {});
        block.setMarkup(u"[aaaaaaaaaaaaaaaaaaa](https://x.org/y)"_s);
        block.resize(400, 60);
        block.show();
        QSignalSpy activated(&block, &TextBlock::linkActivated);
        QTest::mouseClick(block.viewport(), Qt::LeftButton, {}, {30, 12});
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toUrl(), QUrl(u"https://x.org/y"_s));
        block.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&block));
        block.clearFocus();
        block.setFocus(Qt::TabFocusReason); // the first link is reached at once
        QTest::keyClick(&block, Qt::Key_Return);
        QCOMPARE(activated.count(), 2);
        QCOMPARE(block.toPlainText(), u"aaaaaaaaaaaaaaaaaaa"_s);
    }

    void aMegabyteIsReadInTime_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::newRow("words") << u"word "_s.repeated(200'000);
        QTest::newRow("quotes") << u">"_s.repeated(20'000) + u"x"_s;
        QTest::newRow("lists") << u"- "_s.repeated(5'000) + u"x"_s;
        QTest::newRow("brackets") << u"["_s.repeated(200'000);
        QTest::newRow("stars") << u"*a "_s.repeated(200'000);
        QTest::newRow("ticks") << u"`a "_s.repeated(100'000);
        QTest::newRow("lines") << u"a\n\n"_s.repeated(20'000);
    }

    void aMegabyteIsReadInTime()
    {
        QFETCH(QString, markdown);
        QElapsedTimer timer;
        timer.start();
        const Theme theme(Theme::Mode::Light);
        TextBlock block(theme, {});
        block.setMarkup(markdown);
        QVERIFY(block.heightForWidth(700) > 0);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }

    void hitsAreMarkedInTextAndCode()
    {
        const Theme theme(Theme::Mode::Light);
        TextBlock block(theme, {TextRole::Reading, &Tokens::text, true, hitsOf(u"blue"_s)});
        block.setMarkup(u"a blue print\n\n- `blue`"_s);
        block.resize(400, 200);
        QVERIFY(shows(block, lightTokens().mark));
        block.setHits({});
        QVERIFY(!shows(block, lightTokens().mark));
        CodeBlock code(theme, {u"python"_s, {}, u"x = blue"_s, false}, TextRole::Code);
        code.setHits(hitsOf(u"blue"_s));
        code.resize(400, code.sizeHint().height());
        QVERIFY(shows(code, lightTokens().mark));
    }

    void inlineCodeIsTintedAndCopiedWithoutItsPadding()
    {
        const Theme theme(Theme::Mode::Dark);
        TextBlock block(theme, {});
        block.setMarkup(u"set `SECRET_KEY` now"_s);
        block.resize(400, 60);
        QVERIFY(shows(block, darkTokens().sunken));
        QVERIFY(block.toPlainText() != u"set SECRET_KEY now"_s);
        block.selectAll();
        block.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"set SECRET_KEY now"_s);
    }

    void textFollowsTheTheme()
    {
        Theme theme(Theme::Mode::Light);
        TextBlock block(theme, {});
        block.setMarkup(u"MMMM [MMMM](https://x.org)"_s);
        block.resize(400, 60);
        QVERIFY(shows(block, lightTokens().link));
        const int before = block.heightForWidth(400);
        theme.setMode(Theme::Mode::Dark);
        QVERIFY(shows(block, darkTokens().link));
        theme.setTextScale(200);
        QVERIFY(block.heightForWidth(400) >= 2 * before - 2);
    }

    void linesAreAsHighAsTheRoleSays()
    {
        const Theme theme(Theme::Mode::Light);
        TextBlock block(theme, {TextRole::Reading});
        block.setMarkup(u"a `b`  \n`c`  \nd"_s);
        QCOMPARE(block.heightForWidth(500), 3 * theme.lineHeight(TextRole::Reading));
    }

    void textWrapsAt37Em()
    {
        const Theme theme(Theme::Mode::Light);
        TextBlock block(theme, {TextRole::Interface});
        block.setMarkup(u"word "_s.repeated(60));
        const int measure = qRound(37 * theme.em());
        QCOMPARE(block.heightForWidth(4 * measure), block.heightForWidth(measure));
        QVERIFY(block.heightForWidth(measure / 2) > block.heightForWidth(measure));
        block.setMeasure(0);
        QVERIFY(block.heightForWidth(4 * measure) < block.heightForWidth(measure));
    }

    void keysOfThePageAreNotEaten()
    {
        const Theme theme(Theme::Mode::Light);
        QWidget page;
        TextBlock block(theme, {}, &page);
        block.setMarkup(u"a [b](https://x.org)"_s);
        for (const int key : {Qt::Key_Space, Qt::Key_1, Qt::Key_F, Qt::Key_PageDown}) {
            QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
            QApplication::sendEvent(&block, &press);
            QVERIFY(!press.isAccepted());
        }
    }

    void codeCopiesWhatWasWritten()
    {
        const Theme theme(Theme::Mode::Light);
        const QString code = u"a = 1 != 2 \u202E # x\n\tb"_s;
        CodeBlock block(theme, {u"python"_s, u"app.py"_s, code, false}, TextRole::Code);
        block.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), code);
        const QString shown = block.findChild<QTextEdit *>()->toPlainText();
        QCOMPARE(shown, u"a = 1 != 2 \uFFFD # x\n\tb"_s);
    }

    void longCodeScrollsSidewaysAndIsNoHigher()
    {
        const Theme theme(Theme::Mode::Light);
        CodeBlock narrow(theme, {u"text"_s, {}, u"a\nb"_s, false}, TextRole::Code);
        CodeBlock wide(theme, {u"text"_s, {}, u"a\n"_s + u"b"_s.repeated(300), false}, TextRole::Code);
        QCOMPARE(wide.sizeHint().height(), narrow.sizeHint().height());
        wide.resize(400, wide.sizeHint().height());
        wide.show();
        auto *edit = wide.findChild<QTextEdit *>();
        QVERIFY(edit->horizontalScrollBar()->maximum() > 0);
        QCOMPARE(edit->horizontalScrollBar()->value(), 0);
        QCOMPARE(edit->verticalScrollBar()->maximum(), 0);
        QCOMPARE(edit->document()->blockCount(), 2);
        QCOMPARE(edit->focusPolicy(), Qt::StrongFocus);
        QTest::keyClick(edit, Qt::Key_Right);
        QVERIFY(edit->horizontalScrollBar()->value() > 0);
    }

    void codeHasTheColoursOfItsTokens()
    {
        const Theme theme(Theme::Mode::Light);
        CodeBlock block(theme, {u"python"_s, {}, u"return \"MMMMMM\""_s, false}, TextRole::LargeCode);
        block.resize(500, block.sizeHint().height());
        QTextCursor cursor(block.findChild<QTextEdit *>()->document());
        cursor.setPosition(2);
        QCOMPARE(cursor.charFormat().foreground().color(), lightTokens().codeKeyword);
        cursor.setPosition(10);
        QCOMPARE(cursor.charFormat().foreground().color(), lightTokens().codeString);
    }

    void aCardShowsAllItsSectionsAndNoChecks()
    {
        const Theme theme(Theme::Mode::Light);
        Page page(theme, sample());
        page.card->setAnswerVisible(true);
        const QString all = textsOf(*page.card).join(u'\n');
        for (const QString &text :
             {u"Sessions"_s, u"Can a visitor read session?"_s, u"Yes. It is signed, not encrypted."_s,
              u"In a cookie"_s, u"The cookie has three parts."_s, u"two"_s, u"print(1)"_s,
              u"Because of PHP."_s, u"Using it as a cache."_s, u"And then?"_s, u"Key points"_s, u"Example"_s,
              u"Why it is asked"_s})
            QVERIFY2(all.contains(text), qPrintable(text));
        QVERIFY(!all.contains("assert True"_L1));
        QStringList names;
        for (const CardView::Section &section : page.card->sections())
            names += section.name;
        QCOMPARE(names, (QStringList{u"Answer"_s, u"Key points"_s, u"Explanation"_s, u"Example"_s,
                                     u"Why it is asked"_s, u"Mistakes"_s, u"Follow-up questions"_s,
                                     u"References"_s}));
    }

    void theAnswerIsHiddenUntilItIsAskedForAndMovesNothing()
    {
        const Theme theme(Theme::Mode::Light);
        Page page(theme, sample());
        QVERIFY(!page.card->isAnswerVisible());
        QVERIFY(!textsOf(*page.card).join(u' ').contains("Yes."_L1));
        QCOMPARE(page.area.verticalScrollBar()->maximum(), 0);
        auto *title = page.card->findChild<QWidget *>(u"title"_s);
        const QRect before(title->mapTo(&page.area, QPoint()), title->size());
        page.card->setAnswerVisible(true);
        QApplication::processEvents();
        QCOMPARE(QRect(title->mapTo(&page.area, QPoint()), title->size()), before);
        QVERIFY(page.area.verticalScrollBar()->maximum() > 0);
    }

    void theAnswerIsMadeWhileTheQuestionIsReadOrAtOnceIfAskedFor()
    {
        const Theme theme(Theme::Mode::Light);
        Page page(theme, sample());
        QTRY_VERIFY(!page.card->sections().isEmpty());
        QVERIFY(!page.card->isAnswerVisible());
        page.card->setQuestion(choice());
        QVERIFY(page.card->sections().isEmpty()); // the question's paint does not wait for it
        page.card->setAnswerVisible(true);
        QVERIFY(page.card->isAnswerVisible());
        QVERIFY(!page.card->sections().isEmpty());
    }

    void everythingIsAsHighAsItsText()
    {
        const Theme theme(Theme::Mode::Light);
        for (const int width : {400, 800}) {
            Page page(theme, sample(), CardSize::Study, width);
            page.card->setAnswerVisible(true);
            QApplication::processEvents();
            for (const TextBlock *block : page.card->findChildren<TextBlock *>())
                QCOMPARE(block->height(), block->heightForWidth(block->width()));
            QCOMPARE(page.area.horizontalScrollBar()->maximum(), 0);
        }
    }

    void tickingKeyPointsTells()
    {
        const Theme theme(Theme::Mode::Light);
        Page page(theme, sample());
        page.card->setAnswerVisible(true);
        QSignalSpy ticked(page.card, &CardView::keyPointsTicked);
        page.card->toggleKeyPoint(1);
        QCOMPARE(ticked.last(), (QVariantList{1, 3}));
        auto *first = page.card->findChild<CheckLine *>();
        QTest::mouseClick(first, Qt::LeftButton, {}, QPoint(first->width() / 2, first->height() / 2));
        QCOMPARE(ticked.last(), (QVariantList{2, 3}));
        QCOMPARE(page.card->tickedKeyPoints(), 2);
        QCOMPARE(page.card->findChild<QLabel *>(u"keyPointCount"_s)->text(), u"2 of 3 said"_s);
        page.card->toggleKeyPoint(9);
        QCOMPARE(ticked.count(), 2);
    }

    void followUpsAndOptionsTellWhichWasPressed()
    {
        const Theme theme(Theme::Mode::Light);
        Page page(theme, choice());
        page.card->setAnswerVisible(true);
        QSignalSpy followed(page.card, &CardView::followUpRequested);
        page.card->findChild<LinkRow *>()->click();
        QCOMPARE(followed.first().first().toString(), u"next-one"_s);
        QSignalSpy chosen(page.card, &CardView::optionChosen);
        auto *last = page.card->findChild<OptionRow *>(u"optionC"_s);
        last->setFocus(Qt::TabFocusReason);
        QTest::keyClick(last, Qt::Key_Return);
        QCOMPARE(chosen.last().first().toInt(), 2);
        page.card->showChoice(2);
        last->click();
        QCOMPARE(chosen.count(), 1);
    }

    void choosingShowsReasonsAndMovesNothing()
    {
        const Theme theme(Theme::Mode::Light);
        Page page(theme, choice());
        auto *a = page.card->findChild<OptionRow *>(u"optionA"_s);
        auto *b = page.card->findChild<OptionRow *>(u"optionB"_s);
        auto *c = page.card->findChild<OptionRow *>(u"optionC"_s);
        QVERIFY(b->accessibleDescription().isEmpty());
        const QRect before = c->geometry();
        page.card->showChoice(2);
        QApplication::processEvents();
        QCOMPARE(c->geometry(), before);
        QCOMPARE(a->state(), OptionRow::State::Plain);
        QCOMPARE(b->accessibleDescription(), u"Right. Right because."_s);
        QCOMPARE(c->accessibleDescription(), u"Your answer. Also wrong."_s);
        QVERIFY(shows(*b, lightTokens().successTint));
        QVERIFY(shows(*c, lightTokens().dangerTint));
    }

    void aPreviewShowsEverythingAtOnce()
    {
        const Theme theme(Theme::Mode::Light);
        Page page(theme, choice(), CardSize::Preview, 372);
        QVERIFY(page.card->isAnswerVisible());
        QVERIFY(page.card->findChildren<CheckLine *>().isEmpty());
        QVERIFY(textsOf(*page.card).join(u' ').contains("Signed with SECRET_KEY"_L1));
        QCOMPARE(page.card->findChild<OptionRow *>(u"optionB"_s)->state(), OptionRow::State::Right);
        QCOMPARE(page.area.horizontalScrollBar()->maximum(), 0);
    }

    void aCardCanBeReplaced()
    {
        const Theme theme(Theme::Mode::Light);
        Page page(theme, choice());
        page.card->setQuestion(sample());
        QVERIFY(page.card->findChildren<OptionRow *>().isEmpty());
        QCOMPARE(page.card->title(), u"Can a visitor read session?"_s);
        QCOMPARE(page.card->tickedKeyPoints(), 0);
    }

    void aHostileCardDoesNoHarm()
    {
        const Theme theme(Theme::Mode::Light);
        const QString hostile = u"\0<script>x</script> ![i](file:///etc/passwd) [l](javascript:x) \u202E "
                                "<iframe src=http://x> ```\n> - 1. | a |\n|-|\n\n```python\n\0'''\n"_s;
        Question q = choice();
        for (QString *text :
             {&q.title, &q.prompt, &q.answer, &q.explanation, &q.example, &q.whyAsked, &q.topic})
            *text = hostile;
        q.keyPoints = q.mistakes = q.references = {hostile, QString(), hostile};
        for (Option &option : q.options)
            option.text = option.reason = hostile;
        Page page(theme, q);
        page.card->setAnswerVisible(true);
        page.card->showChoice(0);
        QApplication::processEvents();
        QVERIFY(page.card->height() > 100);
        QVERIFY(!page.card->grab().isNull());
    }

private:
    QFont m_systemFont;
};

QTEST_MAIN(TestCardText)
#include "tst_cardtext.moc"
