// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdownblocks.h"
#include "core/rules/cardrules.h"

#include "core/search/foldedtext.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringTokenizer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

const QStringList &languages()
{
    static const QStringList words = {u"python"_s, u"jinja"_s, u"html"_s,       u"sh"_s,
                                      u"sql"_s,    u"nginx"_s, u"ini"_s,        u"toml"_s,
                                      u"json"_s,   u"http"_s,  u"dockerfile"_s, u"text"_s};
    return words;
}

bool isKnownFlag(const QString &flag)
{
    static const QRegularExpression form(
        u"\\A(test|norun|bug|fault=\\d+(,\\d+)*|bug=[A-Za-z_][A-Za-z0-9_.]*|needs=[A-Za-z_][A-Za-z0-9_.]*(,[A-Za-z_][A-Za-z0-9_.]*)*)\\z"_s);
    return form.match(flag).hasMatch();
}

bool isSafePath(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return std::none_of(parts.cbegin(), parts.cend(), [](const QString &part) {
        return part.isEmpty() || part == "."_L1 || part == ".."_L1 || part.contains(u'\\') ||
               part.contains(u':');
    });
}

bool isUnusualInCode(QChar c)
{
    return QStringView(u"“”„‘’‚«»\u00A0").contains(c);
}

// All blocks of the card, their lines counted in the file.
QList<FencedBlock> blocksOf(const CardOutline &outline)
{
    QList<FencedBlock> all;
    QList<CardOutline::Section> parts{outline.prompt};
    parts += outline.sections;
    for (const CardOutline::Section &part : parts) {
        QList<FencedBlock> blocks = codeBlocks(part.body);
        for (FencedBlock &block : blocks) {
            block.line += part.bodyLine - 1;
            block.lastLine += part.bodyLine - 1;
        }
        all += blocks;
    }
    return all;
}

void checkLanguage(const FencedBlock &block, Complaints *complaints)
{
    const QString choices = languages().join(", "_L1);
    if (block.language.isEmpty())
        complaints->add(block.line, u"code", u"A fence names its language: %1."_s.arg(choices));
    else if (!languages().contains(block.language))
        complaints->add(block.line, u"code",
                        u"There is no language “%1”. Languages are %2."_s.arg(block.language, choices));
    if (block.text.trimmed().isEmpty())
        complaints->add(block.line, u"code", u"The code block is empty. Fill or remove it."_s);
}

void checkFlags(const FencedBlock &block, Complaints *complaints)
{
    for (const QString &flag : block.flags) {
        if (!isKnownFlag(flag))
            complaints->add(
                block.line, u"code",
                u"There is no flag “%1”. Flags are test, norun, bug, bug=Error, fault=lines, needs=module and file=path."_s
                    .arg(flag));
        else if (!flag.startsWith("fault"_L1) && (block.language != "python"_L1 || !block.file.isEmpty()))
            complaints->add(block.line, u"code",
                            u"The flag “%1” is for python that runs. Remove it."_s.arg(flag));
    }
    if (block.hasFlag(u"norun") && block.isTest())
        complaints->add(block.line, u"code", u"A test must run. Remove norun."_s);
    if (!block.file.isEmpty() && !isSafePath(block.file))
        complaints->add(block.line, u"code",
                        u"file=%1 leaves the card's folder. Use a plain relative path."_s.arg(block.file));
}

// Which lines are at fault is said once, in the prompt of a bug hunt, of lines that say something.
void checkFaults(const ParsedQuestion &parsed, const QList<FencedBlock> &blocks, Complaints *complaints)
{
    const qsizetype inPrompt = codeBlocks(parsed.outline.prompt.body).size();
    int said = 0;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const FencedBlock &block = blocks.at(i);
        if (!block.hasFlag(u"fault"))
            continue;
        if (parsed.question.kind != Kind::BugHunt || i >= inPrompt || ++said > 1)
            complaints->add(block.line, u"code",
                            u"fault= belongs to one block in the prompt of a bug-hunt. Remove it."_s);
        const QStringList lines = block.text.split(u'\n');
        const QStringList numbers = block.flagValue(u"fault").split(u',');
        for (const QString &number : numbers) {
            const int line = number.toInt();
            if (line < 1 || lines.value(line - 1).trimmed().isEmpty())
                complaints->add(
                    block.line, u"code",
                    u"fault=%1: the block has no line %1, or nothing stands there."_s.arg(number));
        }
    }
}

void checkCodeLines(const FencedBlock &block, Complaints *complaints)
{
    constexpr qsizetype mostColumns = 88;
    int line = block.line;
    for (QStringView text : QStringTokenizer{block.text, u'\n'}) {
        ++line;
        if (text.size() > mostColumns)
            complaints->add(line, u"code",
                            u"%1 columns. Break the line at %2."_s.arg(text.size()).arg(mostColumns));
        if (std::any_of(text.begin(), text.end(), isUnusualInCode))
            complaints->add(line, u"code",
                            u"Typographic quotes or a no-break space in code. Use plain ones."_s);
    }
}

// Code between backticks, which a text editor likes to make typographic.
void checkInlineCode(const CardOutline::Section &section, Complaints *complaints)
{
    const QStringList codes = inlineCodeOf(section.body);
    const bool unusual = std::any_of(codes.cbegin(), codes.cend(), [](const QString &code) {
        return std::any_of(code.cbegin(), code.cend(), isUnusualInCode);
    });
    if (unusual)
        complaints->add(section.bodyLine, u"code",
                        u"Typographic quotes between backticks. Use plain ones."_s);
}

bool needsCode(Kind kind)
{
    return kind == Kind::Coding || kind == Kind::BugHunt || kind == Kind::CodeChallenge;
}

void checkExecution(const ParsedQuestion &parsed, const QList<FencedBlock> &blocks, Complaints *complaints)
{
    const auto executed =
        std::find_if(blocks.cbegin(), blocks.cend(), [](const FencedBlock &b) { return b.isExecuted(); });
    const bool runs = executed != blocks.cend();
    const bool tested = std::any_of(executed, blocks.cend(), [](const FencedBlock &b) {
        return b.isExecuted() && (b.isTest() || b.hasFlag(u"bug"));
    });
    if (!runs && needsCode(parsed.question.kind))
        complaints->add(
            parsed.outline.titleLines.value(0, 1), u"code",
            u"A %1 card needs python that runs. Add a block."_s.arg(kindWord(parsed.question.kind)));
    if (runs && !tested)
        complaints->add(executed->line, u"code",
                        u"Nothing tests this python. Add a block ```python test with asserts."_s);
    if (runs && !parsed.outline.headerLine(u"checked"))
        complaints->add(executed->line, u"code",
                        u"The header does not say on which Flask this ran. Run it, then add “checked”."_s);
    if (!runs && parsed.outline.headerLine(u"checked"))
        complaints->add(parsed.outline.lineOfKey(u"checked"), u"versions",
                        u"No code of this card runs. Remove “checked”."_s);
}

// Words of Python and of every Flask program: to share one of them says nothing.
const QSet<QString> &commonWords()
{
    static const QSet<QString> words = {
        u"and"_s,   u"app"_s,  u"as"_s,    u"assert"_s, u"class"_s, u"def"_s,    u"else"_s, u"false"_s,
        u"flask"_s, u"for"_s,  u"from"_s,  u"get"_s,    u"if"_s,    u"import"_s, u"in"_s,   u"is"_s,
        u"name"_s,  u"none"_s, u"not"_s,   u"or"_s,     u"print"_s, u"return"_s, u"self"_s, u"the"_s,
        u"to"_s,    u"true"_s, u"while"_s, u"with"_s,   u"a"_s,     u"of"_s,     u"it"_s,   u"on"_s,
        u"by"_s,    u"that"_s, u"this"_s,  u"one"_s};
    return words;
}

QSet<QString> namesIn(const QString &text)
{
    const FoldedText tokens = foldedText(text);
    QSet<QString> names;
    for (const FoldedText::Token &token : tokens.tokens) {
        const QString name = tokens.word(token).toString();
        if (!commonWords().contains(name) && !name.front().isDigit())
            names.insert(name);
    }
    return names;
}

void checkExample(const ParsedQuestion &parsed, Complaints *complaints)
{
    const CardOutline::Section *section = parsed.outline.section(u"Example");
    if (!section || section->body.isEmpty())
        return;
    const QList<FencedBlock> blocks = codeBlocks(section->body);
    if (blocks.isEmpty()) {
        complaints->add(section->bodyLine, u"example",
                        u"An example shows code. Add a block, or remove the section."_s);
        return;
    }
    if (blocks.first().line == 1)
        complaints->add(section->bodyLine, u"example", u"Say first what to look at, in one sentence."_s);
    QString code;
    for (const FencedBlock &block : blocks)
        code += block.text;
    const Question &question = parsed.question;
    const QStringList texts{question.title, question.answer, question.keyPoints.join(u'\n'),
                            question.explanation};
    if (!namesIn(code).intersects(namesIn(texts.join(u'\n'))))
        complaints->add(section->bodyLine, u"example",
                        u"The example uses no name its card speaks of. Does it belong here?"_s);
}

} // namespace

void checkCode(const ParsedQuestion &parsed, Complaints *complaints)
{
    const QList<FencedBlock> blocks = blocksOf(parsed.outline);
    for (const FencedBlock &block : blocks) {
        checkLanguage(block, complaints);
        checkFlags(block, complaints);
        checkCodeLines(block, complaints);
    }
    checkInlineCode(parsed.outline.prompt, complaints);
    for (const CardOutline::Section &section : parsed.outline.sections)
        checkInlineCode(section, complaints);
    checkFaults(parsed, blocks, complaints);
    checkExecution(parsed, blocks, complaints);
    checkExample(parsed, complaints);
}

} // namespace flaskcards
