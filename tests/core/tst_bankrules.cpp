// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bankrules.h"
#include "core/samplecard.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

const QString samplePath = u"questions/sessions/read-session.md"_s;

ParsedQuestion parsed(const QString &text, const QString &path = samplePath)
{
    return parseQuestion(path, text.toUtf8());
}

// "line: rule" of every problem.
QStringList complaintsOf(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines.append(u"%1: %2"_s.arg(problem.line).arg(problem.rule));
    return lines;
}

QString changed(const QString &from, const QString &to, const QString &card = sampleCard())
{
    if (card.count(from) != 1)
        qFatal("“%s” must stand once in the sample", qPrintable(from));
    return QString(card).replace(from, to);
}

// A whole section with its heading.
QString section(const QString &name, const QString &card = sampleCard())
{
    const qsizetype begin = card.indexOf(u"## "_s + name);
    return card.sliced(begin, card.indexOf(u"\n## "_s, begin) + 1 - begin);
}

// A card of a bank, asking `title`, with further header lines.
ParsedQuestion card(const QString &slug, const QString &title, const QString &header)
{
    const QString text =
        u"---\nlevel: basic\nkind: concept\n%1\n---\n# %2\n\n## Answer\nYes.\n"_s.arg(header, title);
    return parsed(text, u"questions/sessions/%1.md"_s.arg(slug));
}

QStringList bankLines(const QList<ParsedQuestion> &bank)
{
    QStringList lines;
    for (const Problem &problem : checkBank(bank))
        lines.append(u"%1:%2: %3"_s.arg(problem.file.section(u'/', -1)).arg(problem.line).arg(problem.rule));
    return lines;
}

void newRows(const QString &card, const QList<std::tuple<const char *, QString, QString, QStringList>> &rows)
{
    for (const auto &[name, from, to, complaints] : rows)
        QTest::newRow(name) << card << from << to << complaints;
}

} // namespace

class TestBankRules : public QObject
{
    Q_OBJECT

private slots:
    void sampleCardsBreakNoRule();
    void aBrokenRuleIsNamedAtItsLine_data();
    void aBrokenRuleIsNamedAtItsLine();
    void whatIsAllowedStaysSilent_data();
    void whatIsAllowedStaysSilent();
    void pathIsChecked_data();
    void pathIsChecked();
    void allComplaintsComeSortedByLine();
    void relatedCardsMakeAGoodBank();
    void bankRulesLookAcrossCards_data();
    void bankRulesLookAcrossCards();
    void cycleIsNamedOnce();
    void complaintsNameRulesOfTheTable(); // after the others: looks at what they saw
    void manyDifferentItemsAreChecked();
    void damagedCardsAreChecked();
    void hostileCardsAreChecked_data();
    void hostileCardsAreChecked();

private:
    QSet<QString> m_rules; // seen in complaints
};

void TestBankRules::sampleCardsBreakNoRule()
{
    for (const QString &text : {sampleCard(), sampleChoiceCard()}) {
        const QList<Problem> problems = checkQuestion(parsed(text));
        QVERIFY2(problems.isEmpty(), qPrintable(problems.isEmpty() ? QString() : toLine(problems.first())));
    }
}

void TestBankRules::aBrokenRuleIsNamedAtItsLine_data()
{
    QTest::addColumn<QString>("card");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("complaints");
    const QString basic = sampleCard();
    const QString words = u"word "_s;

    newRows(basic, {{"tab", u"Think of"_s, u"Think\tof"_s, {u"17: text"_s}},
                    {"trailing blank", u"Think of the"_s, u"Think of \nthe"_s, {u"17: text"_s}},
                    {"trailing no-break space", u"header.\n"_s, u"header.\u00A0\n"_s, {u"17: text"_s}},
                    {"zero", u"Think of"_s, u"Think "_s + QChar(0) + u"of"_s, {u"17: text"_s}},
                    {"right-to-left override", u"Think of"_s, u"Think \u202Eof"_s, {u"17: text"_s}},
                    {"mark", u"---\nlevel"_s, u"\uFEFF---\nlevel"_s, {u"1: text"_s}},
                    {"two newlines", u"#sessions)\n"_s, u"#sessions)\n\n"_s, {u"58: text"_s}},
                    {"no newline", u"#sessions)\n"_s, u"#sessions)"_s, {u"57: text"_s}},
                    {"carriage return", u"header.\n"_s, u"header.\r\n"_s, {u"17: text"_s}}});
    newRows(
        basic,
        {{"no tags", u"tags: cookies, itsdangerous\n"_s, u""_s, {u"1: header"_s}},
         {"no follow-ups", u"follow-ups: secret-key, logout\n"_s, u""_s, {u"1: header"_s}},
         {"no review date", u"reviewed: 2026-11-21\n"_s, u""_s, {u"1: header"_s}},
         {"empty value", u"since: 2.2"_s, u"since:"_s, {u"10: header"_s}},
         {"comma too many", u"cookies, its"_s, u"cookies,, its"_s, {u"4: header"_s}},
         {"level", u"level: basic"_s, u"level: easy"_s, {u"2: level"_s}},
         {"kind", u"kind: concept"_s, u"kind: quiz"_s, {u"3: kind"_s}},
         {"six tags", u"cookies, its"_s, u"a, b, c, d, e, its"_s, {u"4: tags"_s}},
         {"tag twice", u"cookies, its"_s, u"cookies, cookies, its"_s, {u"4: tags"_s}},
         {"capital tag", u"cookies, its"_s, u"Cookies, its"_s, {u"4: tags"_s}},
         {"tag with a blank", u"cookies, its"_s, u"a cookie, its"_s, {u"4: tags"_s}},
         {"topic as tag", u"cookies, its"_s, u"sessions, its"_s, {u"4: tags"_s}},
         {"kind as tag", u"cookies, its"_s, u"how-to, its"_s, {u"4: tags"_s}},
         {"level as tag", u"cookies, its"_s, u"basic, its"_s, {u"4: tags"_s}},
         {"source", u"000-8, "_s, u"005-8, "_s, {u"5: sources"_s}},
         {"source without number", u"000-8, "_s, u"000-, "_s, {u"5: sources"_s}},
         {"source twice", u"000-8, "_s, u"000-8, 000-8, "_s, {u"5: sources"_s}},
         {"sources in disorder", u"000-8, 001-7, 001-30b"_s, u"000-8, 001-30b, 001-7"_s, {u"5: sources"_s}}});
    newRows(basic,
            {{"five follow-ups", u"secret-key, logout"_s, u"a, b, c, d, e"_s, {u"6: relations"_s}},
             {"follow-up twice", u"secret-key, logout"_s, u"logout, logout"_s, {u"6: relations"_s}},
             {"follow-up to itself", u"secret-key, logout"_s, u"read-session"_s, {u"6: relations"_s}},
             {"related to itself", u"g-vs-session"_s, u"read-session"_s, {u"7: relations"_s}},
             {"after itself", u"after: what-is-flask"_s, u"after: read-session"_s, {u"8: relations"_s}},
             {"own alias", u"peek-session"_s, u"read-session"_s, {u"9: relations"_s}},
             {"no id", u"g-vs-session"_s, u"g_vs_session"_s, {u"7: relations"_s}},
             {"since", u"since: 2.2"_s, u"since: 2"_s, {u"10: versions"_s}},
             {"until", u"until: 3.1"_s, u"until: v3.1"_s, {u"11: versions"_s}},
             {"until before since", u"until: 3.1"_s, u"until: 2.1.9"_s, {u"11: versions"_s}},
             {"checked", u"2.2.2, 3.1.3"_s, u"2.2.2, new"_s, {u"12: versions"_s}},
             {"checked twice", u"2.2.2, 3.1.3"_s, u"2.2.2, 2.2.2"_s, {u"12: versions"_s}},
             {"date", u"2026-11-21"_s, u"2026-02-30"_s, {u"13: reviewed"_s}},
             {"form of the date", u"2026-11-21"_s, u"21.11.2026"_s, {u"13: reviewed"_s}}});
    newRows(basic, {{"long title", u"# Can"_s, u"# "_s + u"Can "_s.repeated(22), {u"15: title"_s}},
                    {"title without end", u"`session`?"_s, u"`session`"_s, {u"15: title"_s}},
                    {"empty title",
                     u"# Can a visitor read what you put into `session`?"_s,
                     u"#  "_s,
                     {u"15: text"_s, u"15: title"_s}},
                    {"missing section",
                     u"## Why it is asked\nIt separates signing from encryption in one question.\n\n"_s,
                     u""_s,
                     {u"15: sections"_s}},
                    {"empty section",
                     u"It separates signing from encryption in one question.\n"_s,
                     u""_s,
                     {u"49: sections"_s}},
                    {"options of a concept",
                     u"## Answer"_s,
                     u"## Options\n- [x] a\n  b\n\n## Answer"_s,
                     {u"19: options"_s}}});
    const QString mistakes = section(u"Common mistakes"_s);
    newRows(changed(mistakes, QString()),
            {{"order", u"## Why it is asked"_s, mistakes + u"## Why it is asked"_s, {u"53: sections"_s}}});
    newRows(
        changed(u"kind: concept"_s, u"kind: bug-hunt"_s),
        {{"bug-hunt without a bug", u"Think of the `Set-Cookie` header.\n\n"_s, u""_s, {u"15: prompt"_s}}});
    newRows(
        basic,
        {{"short answer",
          u"Yes. The session cookie is signed with the secret key, not encrypted, so that anybody who holds"_s,
          u"Yes."_s,
          {u"20: answer"_s}},
         {"long answer", u"Yes. The"_s, u"Yes. The "_s + words.repeated(80).trimmed(), {u"20: answer"_s}},
         {"list in the answer", u"it can decode"_s, u"- it can decode"_s, {u"21: answer"_s}},
         {"numbers in the answer", u"it can decode"_s, u"1. it can decode"_s, {u"21: answer"_s}},
         {"code in the answer", u"not fit.\n"_s, u"not fit.\n```text\na\n```\n"_s, {u"22: answer"_s}},
         {"table in the answer", u"not fit.\n"_s, u"not fit.\n| a |\n"_s, {u"22: answer"_s}},
         {"heading in the answer", u"not fit.\n"_s, u"not fit.\n### Hm\n"_s, {u"22: answer"_s}},
         {"two key points", u"- Payload is readable\n"_s, u""_s, {u"23: key-points"_s}},
         {"seven key points",
          u"- Payload is readable\n"_s,
          u"- a\n- b\n- c\n- d\n- e\n"_s,
          {u"23: key-points"_s}},
         {"key point twice",
          u"- Payload is readable\n"_s,
          u"- Signed, not encrypted\n"_s,
          {u"25: key-points"_s}},
         {"long key point",
          u"- Payload"_s,
          u"- "_s + words.repeated(18) + u"Payload"_s,
          {u"25: key-points"_s}},
         {"key point of two lines", u"- Payload is"_s, u"- Payload\n  is"_s, {u"25: key-points"_s}},
         {"short explanation",
          u" When it comes\nback, the signature is computed again and compared. A cookie that does not pass becomes an empty\nsession without any message, which looks like a sudden logout to the person at the browser.\n"_s,
          u"\n"_s,
          {u"29: explanation"_s}},
         {"long explanation",
          u"Whoever needs"_s,
          u"Whoever "_s + words.repeated(150) + u"needs"_s,
          {u"29: explanation"_s}},
         {"one mistake",
          u"- Trusting its secrecy: only its origin is certain.\n"_s,
          u""_s,
          {u"52: mistakes"_s}},
         {"five mistakes",
          u"- Trusting its secrecy: only its origin is certain.\n"_s,
          u"- a\n- b\n- c\n- d\n"_s,
          {u"52: mistakes"_s}}});
    newRows(basic,
            {{"reference without link",
              u"[Quickstart: Sessions]("_s,
              u"Quickstart: Sessions ("_s,
              {u"57: references"_s}},
             {"reference over http", u"https://flask"_s, u"http://flask"_s, {u"57: references"_s}},
             {"more than a link", u"#sessions)"_s, u"#sessions) is good"_s, {u"57: references"_s}},
             {"reference of two lines", u"#sessions)"_s, u"#sessions)\n  good"_s, {u"57: references"_s}},
             {"no reference",
              u"- [Quickstart: Sessions]("_s,
              u"([Quickstart: Sessions]("_s,
              {u"56: references"_s, u"57: references"_s}},
             {"stray text",
              u"- Payload"_s,
              u"Payload"_s,
              {u"23: key-points"_s, u"24: key-points"_s, u"25: key-points"_s}},
             {"tag of HTML", u"Think of"_s, u"Think <b>of</b>"_s, {u"17: html"_s}},
             {"closing tag", u"Yes. The"_s, u"Yes.</p> The"_s, {u"20: html"_s}},
             {"comment of HTML", u"Signed, not"_s, u"Signed, <!-- x --> not"_s, {u"24: html"_s}},
             {"tag in the title", u"# Can"_s, u"# <i>Can"_s, {u"15: html"_s}},
             {"picture", u"Think of"_s, u"![Think](https://a.b/c.png) of"_s, {u"17: links"_s}},
             {"link to a file", u"Think of"_s, u"[Think](file:///etc/passwd) of"_s, {u"17: links"_s}},
             {"open backtick", u"of the `Set-Cookie`"_s, u"of the `Set-Cookie"_s, {u"17: backticks"_s}},
             {"bare name", u"Think of"_s, u"Think of before_request"_s, {u"17: backticks"_s}},
             {"bare dunder name", u"Think of"_s, u"Think of __name__"_s, {u"17: backticks"_s}},
             {"bare call", u"Storing a password"_s, u"Storing a password by set()"_s, {u"53: backticks"_s}},
             {"bare file", u"in one question"_s, u"in app.py"_s, {u"50: backticks"_s}},
             {"lone hyphen", u"Think of"_s, u"Think - of"_s, {u"17: typography"_s}},
             {"two hyphens", u"Think of"_s, u"Think -- of"_s, {u"17: typography"_s}},
             {"percent", u"Think of"_s, u"Think of 5 %"_s, {u"17: typography"_s}},
             {"percent without space", u"Think of"_s, u"Think of 5%"_s, {u"17: typography"_s}}});
    newRows(basic,
            {{"open fence", u"1}'\n```\n"_s, u"1}'\n"_s, {u"45: code"_s}},
             {"no language", u"```python\nimport"_s, u"```\nimport"_s, {u"39: code"_s}},
             {"unknown language", u"Think of"_s, u"```perl\nx\n```\nThink of"_s, {u"17: code"_s}},
             {"empty block", u"Think of"_s, u"```text\n\n```\nThink of"_s, {u"17: code"_s}},
             {"unknown flag", u"```python\nimport"_s, u"```python hidden\nimport"_s, {u"39: code"_s}},
             {"form of needs", u"```python\nimport"_s, u"```python needs=a,\nimport"_s, {u"39: code"_s}},
             {"flag of another language", u"Think of"_s, u"```sh norun\nx\n```\nThink of"_s, {u"17: code"_s}},
             {"fault= in no bug-hunt",
              u"Think of"_s,
              u"```python norun fault=1\nx\n```\nThink of"_s,
              {u"17: code"_s}},
             {"fault= without a line",
              u"Think of"_s,
              u"```python norun fault=\nx\n```\nThink of"_s,
              {u"17: code"_s, u"17: code"_s, u"17: code"_s}},
             {"test that does not run",
              u"```python test"_s,
              u"```python test norun"_s,
              {u"39: code"_s, u"45: code"_s}},
             {"file outside", u"Think of"_s, u"```text file=../a\nx\n```\nThink of"_s, {u"17: code"_s}},
             {"absolute file", u"Think of"_s, u"```text file=/a\nx\n```\nThink of"_s, {u"17: code"_s}},
             {"long line", u"import base64"_s, u"import base64"_s + u"x"_s.repeated(76), {u"40: code"_s}},
             {"typographic quotes", u"import base64"_s, u"import base64  # “”"_s, {u"40: code"_s}},
             {"typographic quotes inline", u"`Set-Cookie`"_s, u"`“Set-Cookie”`"_s, {u"17: code"_s}},
             {"no-break space in code", u"import base64"_s, u"import\u00A0base64"_s, {u"40: code"_s}},
             {"no test", u"```python test\nassert session == b'{\"a\": 1}'\n```\n"_s, u""_s, {u"39: code"_s}},
             {"not checked", u"checked: 2.2.2, 3.1.3\n"_s, u""_s, {u"38: code"_s}},
             {"checked without code", section(u"Example"_s), u""_s, {u"12: versions"_s}},
             {"example without code",
              section(u"Example"_s),
              u"## Example\nLook.\n\n"_s,
              {u"12: versions"_s, u"37: example"_s}},
             {"example without a sentence",
              u"Look at what comes out without any key.\n\n"_s,
              u""_s,
              {u"37: example"_s}},
             {"foreign example",
              section(u"Example"_s),
              u"## Example\nLook.\n\n```python\nfoo = bar\n```\n\n```python test\nassert foo\n```\n\n"_s,
              {u"37: example"_s}}});
    for (const QString &kind : {u"coding"_s, u"bug-hunt"_s, u"code-challenge"_s}) {
        const QString text =
            changed(u"checked: 2.2.2, 3.1.3\n"_s, u""_s, changed(u"kind: concept"_s, u"kind: "_s + kind));
        newRows(text,
                {{qPrintable(kind + u" without code"_s), section(u"Example"_s), u""_s, {u"14: code"_s}}});
    }
    const QString hunt = changed(u"kind: concept"_s, u"kind: bug-hunt"_s);
    const auto block = [](const QString &flags, const QString &code) {
        return u"```text%1\n%2\n```\nThink of"_s.arg(flags, code);
    };
    newRows(
        hunt,
        {{"lines at fault", u"Think of"_s, block(u" fault=1,3"_s, u"a\n\nb"_s), {}},
         {"no such line at fault", u"Think of"_s, block(u" fault=1,4"_s, u"a\n\nb"_s), {u"17: code"_s}},
         {"empty line at fault", u"Think of"_s, block(u" fault=2"_s, u"a\n\nb"_s), {u"17: code"_s}},
         {"two blocks at fault",
          u"Think of"_s,
          block(u" fault=1"_s, u"a\n```\n\n```text fault=1\nb"_s),
          {u"21: code"_s}},
         {"fault in the example", u"```python\nimport"_s, u"```python fault=1\nimport"_s, {u"39: code"_s}}});
    newRows(sampleChoiceCard(),
            {{"no options", section(u"Options"_s, sampleChoiceCard()), u""_s, {u"15: options"_s}},
             {"two options",
              u"- [ ] Only the server can\n  The cookie is in the browser.\n"_s,
              u""_s,
              {u"19: options"_s}},
             {"six options",
              u"- [ ] Only the server can\n"_s,
              u"- [ ] a\n  a\n- [ ] b\n  b\n- [ ] c\n  c\n- [ ] d\n"_s,
              {u"19: options"_s}},
             {"none right", u"- [x] Yes"_s, u"- [ ] Yes"_s, {u"19: options"_s}},
             {"two right", u"- [ ] No"_s, u"- [x] No"_s, {u"19: options"_s}},
             {"no reason", u"  The payload is plain.\n"_s, u""_s, {u"22: options"_s}},
             {"right one longest",
              u"Yes, it is signed"_s,
              u"Yes, it is signed and nothing more"_s,
              {u"19: options"_s}},
             {"option twice", u"Only the server can"_s, u"No, it is encrypted"_s, {u"19: options"_s}},
             {"no box", u"- [ ] Only"_s, u"- Only"_s, {u"19: options"_s, u"24: options"_s}}});
}

void TestBankRules::aBrokenRuleIsNamedAtItsLine()
{
    QFETCH(QString, card);
    QFETCH(QString, from);
    QFETCH(QString, to);
    const QList<Problem> problems = checkQuestion(parsed(changed(from, to, card)));
    for (const Problem &problem : problems)
        m_rules.insert(problem.rule);
    QTEST(complaintsOf(problems), "complaints");
}

void TestBankRules::whatIsAllowedStaysSilent_data()
{
    QTest::addColumn<QString>("card");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("complaints");
    newRows(
        sampleCard(),
        {{"no optional key",
          u"related: g-vs-session\nafter: what-is-flask\naliases: peek-session\nsince: 2.2\nuntil: 3.1\n"_s,
          u""_s,
          {}},
         {"no source", u"sources: 000-8, 001-7, 001-30b\n"_s, u""_s, {}},
         {"no prompt", u"Think of the `Set-Cookie` header.\n\n"_s, u""_s, {}},
         {"task", u"put into `session`?"_s, u"put into `session`."_s, {}},
         {"flags", u"```python\nimport"_s, u"```python needs=flask_wtf,flask_login\nimport"_s, {}},
         {"raising code",
          u"```python test\nassert session == b'{\"a\": 1}'\n```"_s,
          u"```python bug=KeyError\n{}[1]\n```"_s,
          {}},
         {"file", u"Think of"_s, u"```html file=templates/a/b.html\n<p>\n```\nThink of"_s, {}},
         {"HTML as code", u"Think of"_s, u"Think of `<b>` and 1 < 2 and \\<b> and <https://a.b>"_s, {}},
         {"link", u"Think of"_s, u"[Think](https://a.b/c_d-(e)) of"_s, {}},
         {"names as code", u"Think of"_s, u"Think of `before_request` and `set()` and `app.py`"_s, {}},
         {"emphasis", u"Think of"_s, u"Think _of_ **it**"_s, {}},
         {"hyphens", u"Think of"_s, u"Think – it is well-known, 1–2 – of"_s, {}},
         {"percent", u"Think of"_s, u"Think of 5\u00A0% and `5 %`"_s, {}},
         {"quotes in prose", u"Think of"_s, u"Think “of”"_s, {}},
         {"line of 88 columns", u"import base64"_s, u"import base64"_s + u"x"_s.repeated(75), {}},
         {"title of 110 characters", u"# Can"_s, u"# "_s + u"x"_s.repeated(110 - 47) + u"Can"_s, {}}});
}

void TestBankRules::whatIsAllowedStaysSilent()
{
    aBrokenRuleIsNamedAtItsLine();
}

void TestBankRules::pathIsChecked_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("complaints");
    QTest::newRow("good") << samplePath << QStringList();
    QTest::newRow("capital") << u"questions/sessions/Read.md"_s << QStringList{u"1: file"_s};
    QTest::newRow("underscore") << u"questions/sessions/a_b.md"_s << QStringList{u"1: file"_s};
    QTest::newRow("hyphen at the end") << u"questions/sessions/a-.md"_s << QStringList{u"1: file"_s};
    QTest::newRow("ending") << u"questions/sessions/a.txt"_s << QStringList{u"1: file"_s};
    QTest::newRow("no name") << u"questions/sessions/.md"_s << QStringList{u"1: file"_s};
    QTest::newRow("topic") << u"questions/misc/a.md"_s << QStringList{u"1: topic"_s};
}

void TestBankRules::pathIsChecked()
{
    QFETCH(QString, path);
    const QList<Problem> problems = checkQuestion(parsed(sampleCard(), path));
    for (const Problem &problem : problems)
        m_rules.insert(problem.rule);
    QTEST(complaintsOf(problems), "complaints");
}

void TestBankRules::allComplaintsComeSortedByLine()
{
    QString text = changed(u"level: basic"_s, u"level: easy"_s);
    text = changed(u"Think of"_s, u"Think\tof <b>"_s, text);
    text = changed(u"2026-11-21"_s, u"today"_s, text);
    text = changed(u"```python\nimport"_s, u"```perl\nimport"_s, text);
    QCOMPARE(complaintsOf(checkQuestion(parsed(text))),
             (QStringList{u"2: level"_s, u"13: reviewed"_s, u"17: text"_s, u"17: html"_s, u"39: code"_s}));
}

void TestBankRules::relatedCardsMakeAGoodBank()
{
    QCOMPARE(bankLines({card(u"a"_s, u"What is `g`?"_s, u"follow-ups: b\nsources: 000-1"_s),
                        card(u"b"_s, u"What is `session`?"_s,
                             u"related: a\nafter: a\naliases: old\nsources: 000-2, 001-2"_s),
                        card(u"c"_s, u"When does `g` go?"_s, u"after: a, b"_s)}),
             QStringList());
}

void TestBankRules::bankRulesLookAcrossCards_data()
{
    QTest::addColumn<QString>("header"); // of card b beside a
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("complaints");
    const auto row = [](const char *name, const QString &header, const QString &title,
                        const QStringList &complaints) {
        QTest::newRow(name) << header << title << complaints;
    };
    row("unknown follow-up", u"follow-ups: a, none"_s, u"Why?"_s, {u"b.md:4: relations"_s});
    row("unknown relation", u"related: none"_s, u"Why?"_s, {u"b.md:4: relations"_s});
    row("unknown card before", u"tags: x\nafter: none"_s, u"Why?"_s, {u"b.md:5: relations"_s});
    row("old name", u"related: old"_s, u"Why?"_s, {u"b.md:4: relations"_s});
    row("alias of another", u"aliases: old"_s, u"Why?"_s, {u"b.md:4: ids"_s});
    row("alias is an id", u"aliases: a"_s, u"Why?"_s, {u"b.md:4: ids"_s});
    row("row claimed twice", u"sources: 000-1"_s, u"Why?"_s, {u"b.md:4: sources"_s});
    row("same title", u"tags: x"_s, u"What is `g` in the session?"_s, {u"b.md:6: titles"_s});
    row("same title in other words", u"tags: x"_s, u"In a session, what is `G`?"_s, {u"b.md:6: titles"_s});
}

void TestBankRules::bankRulesLookAcrossCards()
{
    QFETCH(QString, header);
    QFETCH(QString, title);
    const QList<ParsedQuestion> bank{
        card(u"a"_s, u"What is `g` in the session?"_s, u"aliases: old\nsources: 000-1"_s),
        card(u"b"_s, title, header)};
    for (const Problem &problem : checkBank(bank))
        m_rules.insert(problem.rule);
    QTEST(bankLines(bank), "complaints");
    ParsedQuestion twin = bank.first();
    twin.file = u"questions/routing/a.md"_s;
    twin.question.sources.clear();
    twin.question.title = u"Else?"_s;
    twin.question.aliases.clear();
    QCOMPARE(bankLines({bank.first(), twin}), QStringList{u"a.md:1: ids"_s});
}

void TestBankRules::cycleIsNamedOnce()
{
    const QList<ParsedQuestion> bank{
        card(u"a"_s, u"One?"_s, u"after: b"_s), card(u"b"_s, u"Two?"_s, u"after: c"_s),
        card(u"c"_s, u"Three?"_s, u"tags: x\nafter: a, d"_s), card(u"d"_s, u"Four?"_s, u"tags: x"_s)};
    const QList<Problem> problems = checkBank(bank);
    QCOMPARE(bankLines(bank), QStringList{u"a.md:4: relations"_s});
    QVERIFY(problems.first().text.contains(u"a → b → c → a"_s));
}

void TestBankRules::hostileCardsAreChecked_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece : {"a", "a_", "`", "[](", "<a", "](", "- x\n", "- [x] a\n", "```perl\n", "5 %",
                              " - ", "\t", "a.", "(", "1. ", "|\n", "```x\n```\n", "a b"})
        QTest::newRow(QByteArray(piece).replace("\n", "|").constData()) << QString::fromLatin1(piece);
}

void TestBankRules::damagedCardsAreChecked()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const QByteArray whole = sampleChoiceCard().toUtf8();
    for (int round = 0; round < 1000; ++round) {
        const QByteArray odd("-#`[]()<>_:,\n \x80\xff\0", 17);
        QByteArray bytes = whole.mid(random.bounded(40), random.bounded(static_cast<int>(whole.size())));
        for (int i = 0; i < 10 && !bytes.isEmpty(); ++i)
            bytes[random.bounded(static_cast<int>(bytes.size()))] = odd[random.bounded(17)];
        const ParsedQuestion card = parseQuestion(samplePath, bytes);
        for (const Problem &problem : checkQuestion(card) + checkBank({card, card}))
            QVERIFY2(problem.line >= 1 && problem.line <= card.outline.lines.size() + 1,
                     qPrintable(u"seed %1: %2"_s.arg(seed).arg(toLine(problem))));
    }
}

void TestBankRules::manyDifferentItemsAreChecked()
{
    QString items;
    for (int i = 0; i < 40000; ++i)
        items += u"- item %1\n"_s.arg(i);
    const QString tags = items.mid(0, 1 << 20).replace(u"- item "_s, u"t"_s).replace(u'\n', u',');
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!checkQuestion(parsed(changed(u"- Signed, not encrypted\n"_s, items))).isEmpty());
    QVERIFY(!checkQuestion(parsed(changed(u"cookies, "_s, tags))).isEmpty());
    QVERIFY2(timer.elapsed() < 30000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
}

void TestBankRules::hostileCardsAreChecked()
{
    QFETCH(QString, piece);
    const QString much = piece.repeated((1 << 18) / piece.size());
    const QStringList places{u"Yes. The"_s, u"Whoever"_s,       u"Think of"_s,
                             u"- Signed"_s, u"import base64"_s, u"cookies, "_s};
    QElapsedTimer timer;
    timer.start();
    for (const QString &place : places) {
        const ParsedQuestion card = parsed(changed(place, u"\n"_s + much));
        for (const Problem &problem : checkQuestion(card))
            QVERIFY(problem.line >= 1 && problem.line <= card.outline.lines.size() + 1);
    }
    QVERIFY2(timer.elapsed() < 30000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
}

void TestBankRules::complaintsNameRulesOfTheTable()
{
    if (m_rules.isEmpty())
        QSKIP("Runs after the other tests only.");
    QSet<QString> named;
    for (const Rule &rule : bankRules())
        named.insert(rule.name);
    QCOMPARE(named.size(), bankRules().size());
    QStringList untested = QStringList((named - m_rules).values());
    QStringList unnamed = QStringList((m_rules - named).values());
    QCOMPARE(untested, QStringList());
    QCOMPARE(unnamed, QStringList());
}

QTEST_APPLESS_MAIN(TestBankRules)
#include "tst_bankrules.moc"
