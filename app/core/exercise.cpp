// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exercise.h"

#include "core/linediff.h"
#include "core/markdownblocks.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

bool asksForCode(Kind kind)
{
    return kind == Kind::HowTo || kind == Kind::Coding || kind == Kind::CodeChallenge;
}

bool isImport(const QString &line)
{
    return line.startsWith(u"import "_s) || line.startsWith(u"from "_s);
}

// Import statements at the start of a line, with what their parentheses hold.
QString importsOf(const QString &code)
{
    QString imports;
    int open = 0;
    for (const QString &line : codeLines(code)) {
        if (open == 0 && !isImport(line))
            continue;
        imports += line + u'\n';
        open += int(line.count(u'(') - line.count(u')'));
    }
    return imports;
}

// Names the code gives to functions, classes and values at its left edge.
QStringList definedNames(const QString &code)
{
    static const QRegularExpression definition(u"^(?:(?:async )?def|class) +(\\w+)"_s);
    static const QRegularExpression assignment(u"^(\\w+(?:, *\\w+)*) *(?::[^=]+)?=(?!=)"_s);
    QStringList names;
    for (const QString &line : codeLines(code)) {
        if (const auto match = definition.match(line); match.hasMatch())
            names.append(match.captured(1));
        else if (const auto values = assignment.match(line); values.hasMatch())
            for (const QString &name : values.captured(1).split(u','))
                names.append(name.trimmed());
    }
    names.removeDuplicates();
    return names;
}

bool usesName(const QString &code, const QString &name)
{
    // Not as an attribute, as a part of an address, or as a key of keyword arguments.
    const QRegularExpression use(u"(?<![\\w.\"'/])%1(?![\\w\"'/]| *=(?!=))"_s.arg(name));
    return code.contains(use);
}

// A name the check gives itself before it uses it is its own.
bool givesName(const QString &code, const QString &name)
{
    // An item or an attribute that is set belongs to one that is there already.
    const QRegularExpression gift(
        u"^(?:%1 *(?:[,:][^=\\n]*)?=(?!=)|(?:(?:async )?def|class) +%1\\b|for +%1\\b)"_s.arg(name),
        QRegularExpression::MultilineOption);
    return code.contains(gift);
}

QString joined(const QString &before, const QString &code)
{
    return before.isEmpty() ? code : before + u'\n' + code;
}

void takeExample(Exercise *exercise, const QList<FencedBlock> &blocks)
{
    for (const FencedBlock &block : blocks) {
        if (!block.isExecuted() || block.hasFlag(u"bug"))
            continue;
        QString &place = !block.isTest()               ? exercise->example
                         : exercise->example.isEmpty() ? exercise->setUp
                                                       : exercise->test;
        place = joined(place, block.text);
        exercise->needs += block.flagValue(u"needs").split(u',', Qt::SkipEmptyParts);
    }
}

// An example of named modules only: their code is what one would write, yet it cannot run as one text.
void takeFiles(Exercise *exercise, const QList<FencedBlock> &blocks)
{
    exercise->inFiles = true;
    exercise->setUp.clear();
    exercise->test.clear();
    exercise->needs.clear();
    for (const FencedBlock &block : blocks) {
        if (block.language == u"python"_s && !block.file.isEmpty())
            exercise->example = joined(exercise->example, u"# %1\n"_s.arg(block.file) + block.text);
    }
}

} // namespace

std::optional<Exercise> exerciseOf(const Question &question)
{
    if (!asksForCode(question.kind))
        return std::nullopt;
    const QList<FencedBlock> blocks = codeBlocks(question.example);
    Exercise exercise;
    takeExample(&exercise, blocks);
    if (exercise.example.isEmpty())
        takeFiles(&exercise, blocks);
    if (exercise.example.isEmpty())
        return std::nullopt;
    if (exercise.inFiles)
        return exercise;
    for (const FencedBlock &block : codeBlocks(question.prompt) + blocks) {
        if (!block.file.isEmpty())
            exercise.files.append({block.file, block.text});
    }
    exercise.needs.removeDuplicates();
    exercise.imports = importsOf(exercise.example);
    for (const QString &name : definedNames(exercise.example)) {
        if (usesName(exercise.test, name) && !givesName(exercise.test, name))
            exercise.names.append(name);
    }
    return exercise;
}

std::optional<BugHunt> bugHuntOf(const Question &question)
{
    if (question.kind != Kind::BugHunt)
        return std::nullopt;
    for (const FencedBlock &block : codeBlocks(question.prompt)) {
        if (QList<int> faulty = block.faultyLines(); !faulty.isEmpty())
            return BugHunt{block.text, faulty};
    }
    return std::nullopt;
}

} // namespace flaskcards
