// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdownblocks.h"
#include "core/questionfile.h"
#include "core/samplecard.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

ParsedQuestion read(const QString &text)
{
    return parseQuestion(u"questions/sessions/read-session.md"_s, text.toUtf8());
}

// "line: rule" of every problem.
QStringList problemsOf(const ParsedQuestion &parsed)
{
    QStringList lines;
    for (const Problem &problem : parsed.problems)
        lines.append(u"%1: %2"_s.arg(problem.line).arg(problem.rule));
    return lines;
}

QString changed(const QString &from, const QString &to, const QString &card = sampleCard())
{
    if (card.count(from) != 1)
        qFatal("“%s” must stand once in the sample", qPrintable(from));
    return QString(card).replace(from, to);
}

} // namespace

class TestQuestionFile : public QObject
{
    Q_OBJECT

private slots:
    void wholeCardIsRead();
    void optionsAreRead();
    void pathGivesTopicAndSlug_data();
    void pathGivesTopicAndSlug();
    void problemReadsLikeACompilerMessage();
    void wordsOfTheFormatGoBothWays();
    void followUpsAreReadWithoutTheRest_data();
    void followUpsAreReadWithoutTheRest();
    void askedCountsListsNotRows();
    void faultsAreFoundAtTheirLine_data();
    void faultsAreFoundAtTheirLine();
    void allFaultsOfAFileAreFoundInOneRun();
    void headingsInFencesAreCode();
    void unclosedFenceEndsAtTheNextSection();
    void carriageReturnsAndMarkAreNotInTheText();
    void itemsKeepTheirFurtherLines();
    void linesOfTheOutlineAreThoseOfTheFile();
    void codeBlocksCarryTheirInfo();
    void fencesFollowCommonMark_data();
    void fencesFollowCommonMark();
    void proseHasNoCode_data();
    void proseHasNoCode();
    void inlineCodeIsListed();
    void anyBytesAreRead();
    void damagedCardsAreRead();
    void hugeLinesAreReadQuickly_data();
    void hugeLinesAreReadQuickly();
    void wholeBankIsReadQuickly();
};

void TestQuestionFile::wholeCardIsRead()
{
    const ParsedQuestion parsed = read(sampleCard());
    QCOMPARE(problemsOf(parsed), QStringList());
    const Question &question = parsed.question;
    QCOMPARE(question.slug, u"read-session"_s);
    QCOMPARE(question.topic, u"sessions"_s);
    QCOMPARE(question.level, Level::Basic);
    QCOMPARE(question.kind, Kind::Concept);
    QCOMPARE(question.tags, (QStringList{u"cookies"_s, u"itsdangerous"_s}));
    QCOMPARE(question.sources, (QStringList{u"000-8"_s, u"001-7"_s, u"001-30b"_s}));
    QCOMPARE(question.followUps, (QStringList{u"secret-key"_s, u"logout"_s}));
    QCOMPARE(question.related, QStringList{u"g-vs-session"_s});
    QCOMPARE(question.after, QStringList{u"what-is-flask"_s});
    QCOMPARE(question.aliases, QStringList{u"peek-session"_s});
    QCOMPARE(question.since, u"2.2"_s);
    QCOMPARE(question.until, u"3.1"_s);
    QCOMPARE(question.checked, (QStringList{u"2.2.2"_s, u"3.1.3"_s}));
    QCOMPARE(question.reviewed, u"2026-11-21"_s);
    QCOMPARE(question.title, u"Can a visitor read what you put into `session`?"_s);
    QCOMPARE(question.prompt, u"Think of the `Set-Cookie` header."_s);
    QVERIFY(question.options.isEmpty());
    QVERIFY(question.answer.startsWith(u"Yes. The session"_s) && question.answer.endsWith(u"not fit."_s));
    QCOMPARE(question.keyPoints.size(), 3);
    QCOMPARE(question.keyPoints.first(), u"Signed, not encrypted"_s);
    QVERIFY(question.explanation.contains(u"browser.\n\nWhoever"_s));
    QVERIFY(question.example.startsWith(u"Look at"_s) && question.example.endsWith(u"\n```"_s));
    QCOMPARE(question.whyAsked, u"It separates signing from encryption in one question."_s);
    QCOMPARE(question.mistakes.size(), 2);
    QCOMPARE(
        question.references,
        QStringList{
            u"[Quickstart: Sessions](https://flask.palletsprojects.com/en/stable/quickstart/#sessions)"_s});
}

void TestQuestionFile::optionsAreRead()
{
    const ParsedQuestion parsed = read(sampleChoiceCard());
    QCOMPARE(problemsOf(parsed), QStringList());
    QCOMPARE(parsed.question.options,
             (QList<Option>{{u"No, it is encrypted"_s, u"Encryption is not part of it."_s, false},
                            {u"Yes, it is signed"_s, u"The payload is plain."_s, true},
                            {u"Only the server can"_s, u"The cookie is in the browser."_s, false}}));
}

void TestQuestionFile::pathGivesTopicAndSlug_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("slug");
    QTest::newRow("bank") << u"questions/routing/a-b.md"_s << u"routing"_s << u"a-b"_s;
    QTest::newRow("resource") << u":/questions/routing/a.md"_s << u"routing"_s << u"a"_s;
    QTest::newRow("no folder") << u"a.md"_s << u""_s << u"a"_s;
    QTest::newRow("other ending") << u"routing/a.txt"_s << u"routing"_s << u"a.txt"_s;
    QTest::newRow("nothing") << u""_s << u""_s << u""_s;
}

void TestQuestionFile::pathGivesTopicAndSlug()
{
    QFETCH(QString, path);
    const Question question = parseQuestion(path, sampleCard().toUtf8()).question;
    QTEST(question.topic, "topic");
    QTEST(question.slug, "slug");
}

void TestQuestionFile::problemReadsLikeACompilerMessage()
{
    QCOMPARE(toLine({u"questions/routing/a.md"_s, 12, u"title"_s, u"100% “%1” wrong."_s}),
             u"questions/routing/a.md:12: title: 100% “%1” wrong."_s);
    QCOMPARE(toLine({u"a.md"_s, 1, u"level"_s, u"\x1b[2J\n“x”"_s}), u"a.md:1: level: \uFFFD[2J\uFFFD“x”"_s);
}

void TestQuestionFile::wordsOfTheFormatGoBothWays()
{
    bool ok = false;
    for (int i = 0; i <= static_cast<int>(Level::Advanced); ++i) {
        QCOMPARE(levelFromWord(levelWord(static_cast<Level>(i)), &ok), static_cast<Level>(i));
        QVERIFY(ok);
    }
    for (int i = 0; i <= static_cast<int>(Kind::Design); ++i) {
        QCOMPARE(kindFromWord(kindWord(static_cast<Kind>(i)), &ok), static_cast<Kind>(i));
        QVERIFY(ok);
    }
    kindFromWord(u"Concept", &ok);
    QVERIFY(!ok);
    levelFromWord(u"", &ok);
    QVERIFY(!ok);
    QCOMPARE(kindWord(Kind::BugHunt), u"bug-hunt"_s);
    QCOMPARE(topics().size(), 25);
}

void TestQuestionFile::followUpsAreReadWithoutTheRest_data()
{
    QTest::addColumn<QString>("text");
    const QString rest = u"level: basic\nkind: concept\n---\n# Why?\n\n## Answer\nSo.\n"_s;
    QTest::newRow("whole") << sampleCard();
    QTest::newRow("carriage returns") << sampleCard().replace(u'\n', u"\r\n"_s);
    QTest::newRow("blanks") << u"---\nfollow-ups:  a ,b,, c\t\n"_s + rest;
    QTest::newRow("twice") << u"---\nfollow-ups: a\nfollow-ups: b\n"_s + rest;
    QTest::newRow("none") << u"---\n"_s + rest;
    QTest::newRow("empty") << u"---\nfollow-ups:\n"_s + rest;
    QTest::newRow("behind the header") << u"---\n"_s + rest + u"\nfollow-ups: a, b\n"_s;
}

void TestQuestionFile::followUpsAreReadWithoutTheRest()
{
    QFETCH(QString, text);
    QCOMPARE(followUpsIn(text), read(text).question.followUps);
    const QString header = text.first(text.indexOf(u"\n---"_s) + 1); // as the store cuts it off
    QCOMPARE(followUpsIn(header), read(text).question.followUps);
    QCOMPARE(followUpsIn(u"---\nfollow-ups: a, b"_s), QStringList({u"a"_s, u"b"_s}));
}

void TestQuestionFile::askedCountsListsNotRows()
{
    QCOMPARE(askedCount(read(sampleCard()).question), 2);
    QCOMPARE(askedCount(Question()), 0);
}

void TestQuestionFile::faultsAreFoundAtTheirLine_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char *name, const QString &from, const QString &to,
                        const QStringList &problems) {
        QTest::newRow(name) << from << to << problems;
    };
    row("no header", u"---\nlevel"_s, u"level"_s, {u"1: header"_s});
    row("open header", u"11-21\n---\n"_s, u"11-21\n"_s, {u"1: header"_s});
    row("no pair", u"since: 2.2"_s, u"since 2.2"_s, {u"10: header"_s});
    row("blank in the header", u"since: 2.2"_s, u""_s, {u"10: header"_s});
    row("unknown key", u"since: 2.2"_s, u"sinc: 2.2"_s, {u"10: header"_s});
    row("capital key", u"since: 2.2"_s, u"Since: 2.2"_s, {u"10: header"_s});
    row("key twice", u"since: 2.2"_s, u"level: basic"_s, {u"10: header"_s});
    row("no level", u"level: basic\n"_s, u""_s, {u"1: header"_s});
    row("no kind", u"kind: concept\n"_s, u""_s, {u"1: header"_s});
    row("level", u"level: basic"_s, u"level: easy"_s, {u"2: level"_s});
    row("empty level", u"level: basic"_s, u"level:"_s, {u"2: level"_s});
    row("kind", u"kind: concept"_s, u"kind: Concept"_s, {u"3: kind"_s});
    row("no title", u"# Can"_s, u"Can"_s, {u"15: title"_s});
    row("second title", u"Think of"_s, u"# Think of"_s, {u"17: title"_s});
    row("text before the title", u"# Can"_s, u"Hello\n# Can"_s, {u"15: title"_s});
    row("unknown section", u"## Why it is asked"_s, u"## Why"_s, {u"49: sections"_s});
    row("section twice", u"## Why it is asked"_s, u"## References"_s,
        {u"50: references"_s, u"56: sections"_s});
    row("empty answer", u"## Answer\n"_s, u"## Answer\n\n## Options\n"_s,
        {u"19: sections"_s, u"22: options"_s, u"23: options"_s});
    row("no answer", u"## Answer\n"_s, u""_s, {u"15: sections"_s});
    row("stray text in a list", u"- Payload"_s, u"Payload"_s, {u"25: key-points"_s});
    row("numbered list", u"- Storing"_s, u"1. Storing"_s, {u"53: mistakes"_s});
    row("other bullet", u"- [Quickstart"_s, u"* [Quickstart"_s, {u"57: references"_s});
    row("open fence", u"1}'\n```\n"_s, u"1}'\n"_s, {u"45: code"_s});
}

void TestQuestionFile::faultsAreFoundAtTheirLine()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QTEST(problemsOf(read(changed(from, to))), "problems");
}

void TestQuestionFile::allFaultsOfAFileAreFoundInOneRun()
{
    QString text = changed(u"level: basic"_s, u"level: easy"_s);
    text = changed(u"since: 2.2"_s, u"nonsense"_s, text);
    text = changed(u"- Payload"_s, u"Payload"_s, text);
    text = changed(u"## Why it is asked"_s, u"## Why"_s, text);
    const ParsedQuestion parsed = read(text);
    QCOMPARE(problemsOf(parsed),
             (QStringList{u"2: level"_s, u"10: header"_s, u"25: key-points"_s, u"49: sections"_s}));
    QCOMPARE(parsed.question.mistakes.size(), 2);
}

void TestQuestionFile::headingsInFencesAreCode()
{
    const ParsedQuestion parsed = read(changed(u"import base64"_s, u"# Title?\n## Answer\n~~~\n---"_s));
    QCOMPARE(problemsOf(parsed), QStringList());
    QVERIFY(parsed.question.example.contains(u"# Title?\n## Answer\n~~~\n---\n"_s));
}

void TestQuestionFile::unclosedFenceEndsAtTheNextSection()
{
    const ParsedQuestion parsed = read(changed(u"1}'\n```\n"_s, u"1}'\n"_s));
    QCOMPARE(parsed.question.whyAsked, u"It separates signing from encryption in one question."_s);
    QCOMPARE(parsed.question.references.size(), 1);
}

void TestQuestionFile::carriageReturnsAndMarkAreNotInTheText()
{
    const QString windows = QChar(QChar::ByteOrderMark) + sampleCard().replace(u"\n"_s, u"\r\n"_s);
    const ParsedQuestion parsed = read(windows);
    QCOMPARE(parsed.question, read(sampleCard()).question);
    QCOMPARE(problemsOf(parsed), QStringList());
    QCOMPARE(parsed.outline.firstCarriageReturn, 1);
    QVERIFY(parsed.outline.hasBom);
}

void TestQuestionFile::itemsKeepTheirFurtherLines()
{
    const ParsedQuestion parsed = read(
        changed(u"anybody can read it."_s, u"anybody\n  can read it:\n\n  ```sh\n  - no item\n  ```\n"_s));
    QCOMPARE(problemsOf(parsed), QStringList());
    QCOMPARE(parsed.question.mistakes,
             (QStringList{u"Storing a password there: anybody\ncan read it:\n\n```sh\n- no item\n```"_s,
                          u"Trusting its secrecy: only its origin is certain."_s}));
}

void TestQuestionFile::linesOfTheOutlineAreThoseOfTheFile()
{
    const CardOutline outline = read(sampleCard()).outline;
    const QStringList lines = sampleCard().split(u'\n');
    for (const CardOutline::Section &section : outline.sections) {
        QCOMPARE(lines.value(section.line - 1), u"## "_s + section.name);
        QCOMPARE(lines.value(section.bodyLine - 1), section.body.split(u'\n').first());
        for (const ListItem &item : section.items)
            QCOMPARE(lines.value(item.line - 1), u"- "_s + item.text);
    }
    QCOMPARE(outline.titleLines, QList<int>{15});
    QCOMPARE(outline.prompt.bodyLine, 17);
    QCOMPARE(outline.lineOfKey(u"reviewed"), 13);
    QCOMPARE(outline.lineOfKey(u"nothing"), 1);
}

void TestQuestionFile::codeBlocksCarryTheirInfo()
{
    const QList<FencedBlock> blocks = codeBlocks(u"text\n\n```python bug=KeyError needs=a,b\nx\n\n  y\n```\n"
                                                 u"```html file=templates/a.html\n<p>\n```\n~~~\nz"_s);
    QCOMPARE(blocks.size(), 3);
    QCOMPARE(blocks[0].language, u"python"_s);
    QCOMPARE(blocks[0].flags, (QStringList{u"bug=KeyError"_s, u"needs=a,b"_s}));
    QCOMPARE(blocks[0].text, u"x\n\n  y\n"_s);
    QCOMPARE(blocks[0].line, 3);
    QCOMPARE(blocks[0].lastLine, 7);
    QVERIFY(blocks[0].closed && blocks[0].isExecuted() && !blocks[0].isTest());
    QVERIFY(blocks[0].hasFlag(u"bug") && !blocks[0].hasFlag(u"bu"));
    QCOMPARE(blocks[0].flagValue(u"needs"), u"a,b"_s);
    QCOMPARE(blocks[0].flagValue(u"test"), QString());
    QCOMPARE(blocks[1].file, u"templates/a.html"_s);
    QVERIFY(blocks[1].flags.isEmpty() && !blocks[1].isExecuted());
    QVERIFY(blocks[2].language.isEmpty() && !blocks[2].closed);
    QCOMPARE(blocks[2].text, u"z\n"_s);
    QVERIFY(codeBlocks(QString()).isEmpty());
}

void TestQuestionFile::fencesFollowCommonMark_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("longer fence") << u"````\n```\na\n```\n````"_s << QStringList{u"```\na\n```\n"_s};
    QTest::newRow("longer end") << u"```\na\n`````\nb"_s << QStringList{u"a\n"_s};
    QTest::newRow("other mark") << u"~~~\n```\n~~~"_s << QStringList{u"```\n"_s};
    QTest::newRow("end with info is code") << u"```\n```python\n```"_s << QStringList{u"```python\n"_s};
    QTest::newRow("blanks behind the end") << u"```\na\n```  \nb"_s << QStringList{u"a\n"_s};
    QTest::newRow("two ticks") << u"``\na\n``"_s << QStringList();
    QTest::newRow("inline on one line") << u"```a``` b"_s << QStringList();
    QTest::newRow("tilde info may hold ticks") << u"~~~ a`b\nc\n~~~"_s << QStringList{u"c\n"_s};
    QTest::newRow("indented by three") << u"   ```\n   a\n    b\n ```"_s << QStringList{u"a\n b\n"_s};
    QTest::newRow("indented by four") << u"    ```\na\n"_s << QStringList();
    QTest::newRow("empty") << u"```\n```"_s << QStringList{u""_s};
}

void TestQuestionFile::fencesFollowCommonMark()
{
    QFETCH(QString, markdown);
    QStringList texts;
    for (const FencedBlock &block : codeBlocks(markdown))
        texts.append(block.text);
    QTEST(texts, "texts");
}

void TestQuestionFile::proseHasNoCode_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("prose");
    QTest::newRow("inline") << u"a `b` c"_s << u"a     c"_s;
    QTest::newRow("two ticks") << u"a ``b ` c`` d"_s << u"a           d"_s;
    QTest::newRow("over a line end") << u"a `b\nc` d"_s << u"a   \n   d"_s;
    QTest::newRow("not over a blank line") << u"a `b\n\nc` d"_s << u"a `b\n\nc` d"_s;
    QTest::newRow("open tick") << u"a ` b"_s << u"a ` b"_s;
    QTest::newRow("escaped tick") << u"a \\` b ` c"_s << u"a    b ` c"_s;
    QTest::newRow("fence") << u"a\n```\nb\n```\nc"_s << u"a\n   \n \n   \nc"_s;
    QTest::newRow("link target") << u"[a](b(c)d) e"_s << u"[a]        e"_s;
    QTest::newRow("open link") << u"[a](b"_s << u"[a](b"_s;
}

void TestQuestionFile::proseHasNoCode()
{
    QFETCH(QString, markdown);
    QTEST(proseOf(markdown), "prose");
}

void TestQuestionFile::inlineCodeIsListed()
{
    QCOMPARE(inlineCodeOf(u"`a` b ``c`d``\n```\n`no`\n```\n` `"_s), (QStringList{u"a"_s, u"c`d"_s, u""_s}));
}

void TestQuestionFile::anyBytesAreRead()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const QList<QByteArray> pieces{
        "---\n",    "# ",          "## Answer\n",  "## Options\n",   "- [x] ", "- ",
        "```",      "~~~python\n", "\n",           "\r\n",           "`",      "](",
        "\xff\xfe", "\xc3",        "\xef\xbb\xbf", "level: basic\n", "  ",     "x"};
    for (int round = 0; round < 20000; ++round) {
        QByteArray bytes;
        for (int i = random.bounded(30); i > 0; --i)
            bytes += random.bounded(20) == 0 ? QByteArray(1, static_cast<char>(random.bounded(256)))
                                             : pieces[random.bounded(static_cast<int>(pieces.size()))];
        const ParsedQuestion parsed = parseQuestion(u"a/b.md"_s, bytes);
        for (const Problem &problem : parsed.problems)
            QVERIFY2(problem.line >= 1 && problem.line <= parsed.outline.lines.size() + 1,
                     qPrintable(u"seed %1: %2"_s.arg(seed).arg(toLine(problem))));
    }
}

void TestQuestionFile::damagedCardsAreRead()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const QByteArray card = sampleChoiceCard().toUtf8();
    for (qsizetype length = card.indexOf("Yes. The"); length >= 0; --length)
        QVERIFY2(!parseQuestion(u"a/b.md"_s, card.first(length)).problems.isEmpty(),
                 qPrintable(QString::number(length)));
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes = card;
        for (int i = 0; i < 5; ++i)
            bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
        const ParsedQuestion parsed = parseQuestion(u"a/b.md"_s, bytes);
        QCOMPARE(parsed.file, u"a/b.md"_s);
    }
    const ParsedQuestion invalid =
        parseQuestion(u"a/b.md"_s, QByteArray(card).replace("Payload is", "Payload \xff is"));
    QCOMPARE(problemsOf(invalid), QStringList{u"33: text"_s});
}

void TestQuestionFile::hugeLinesAreReadQuickly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    constexpr int size = 1 << 20;
    const auto repeated = [](const char *piece) {
        return QByteArray(piece).repeated(size / static_cast<int>(qstrlen(piece)));
    };
    for (const char *piece : {"a",         "`",
                              "` `` ",     "](",
                              "](a",       "-",
                              "\n",        "\\`",
                              "\r",        "<a",
                              "_a",        "a_",
                              "(",         "a.",
                              "- [x] a\n", "```x\n## Answer\n",
                              "---\n",     "level: basic\n",
                              "# a\n",     "## b\n",
                              "~~~\n"})
        QTest::newRow(QByteArray(piece).replace("\n", "|").constData())
            << "---\nlevel: basic\nkind: concept\n---\n# a?\n## Answer\n" + repeated(piece);
    QTest::newRow("zeros") << QByteArray(size, '\0');
    QTest::newRow("invalid") << QByteArray(size, '\xff');
}

void TestQuestionFile::hugeLinesAreReadQuickly()
{
    QFETCH(QByteArray, bytes);
    QElapsedTimer timer;
    timer.start();
    const ParsedQuestion parsed = parseQuestion(u"a/b.md"_s, bytes);
    const QString prose = proseOf(parsed.question.answer);
    QCOMPARE(prose.size(), parsed.question.answer.size());
    QVERIFY2(timer.elapsed() < 10000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
}

void TestQuestionFile::wholeBankIsReadQuickly()
{
    QByteArray card = sampleCard().toUtf8();
    card.replace("Whoever needs", QByteArray("Words to make it longer, ").repeated(120) + "Whoever needs");
    QVERIFY(card.size() > 4000);
    QBENCHMARK
    {
        for (int i = 0; i < 500; ++i)
            QVERIFY(parseQuestion(u"sessions/a.md"_s, card).problems.isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestQuestionFile)
#include "tst_questionfile.moc"
