// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exercise.h"

#include "core/linediff.h"
#include "core/markdownblocks.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr double leastKept = 0.55; // of the faulty code; below, the example is another program

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
    // Not as an attribute, and not as a key of keyword arguments.
    const QRegularExpression use(u"(?<![\\w.\"'])%1(?![\\w\"']| *=(?!=))"_s.arg(name));
    return code.contains(use);
}

// A name the check gives itself before it uses it is its own.
bool givesName(const QString &code, const QString &name)
{
    const QRegularExpression gift(u"^(?:%1\\b[^=\\n]*=(?!=)|(?:def|class) +%1\\b|for +%1\\b)"_s.arg(name),
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

bool isStatement(const QString &line)
{
    const QString code = line.trimmed();
    return !code.isEmpty() && !code.startsWith(u'#');
}

// Lines of `faulty`, from 1, that `fixed` has no more; nothing if too little of it is left to compare.
QList<int> changedLines(const QStringList &faulty, const QStringList &fixed)
{
    QList<int> changed;
    int kept = 0;
    for (const DiffRow &row : diffLines(faulty, fixed)) {
        if (row.left < 0 || !isStatement(faulty.at(row.left)))
            continue;
        if (row.same)
            ++kept;
        else
            changed.append(row.left + 1);
    }
    if (changed.isEmpty() || kept < leastKept * double(kept + changed.size()))
        return {};
    // What a repair imports is not what was wrong, unless nothing else was.
    const auto imports = [&](int line) {
        return isImport(faulty.at(line - 1));
    };
    if (!std::all_of(changed.cbegin(), changed.cend(), imports))
        changed.removeIf(imports);
    return changed;
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
    BugHunt hunt;
    for (const FencedBlock &block : codeBlocks(question.prompt)) {
        if (block.language != u"text"_s && !block.isTest()) {
            hunt.language = block.language;
            hunt.code = block.text;
        }
    }
    if (codeLines(hunt.code).size() < 2) // nothing to choose from
        return std::nullopt;
    qsizetype most = -1; // of the example's blocks the one that keeps most of the code
    for (const FencedBlock &block : codeBlocks(question.example)) {
        if (block.language != hunt.language || block.isTest() || block.hasFlag(u"bug"))
            continue;
        const QList<int> changed = changedLines(codeLines(hunt.code), codeLines(block.text));
        if (changed.isEmpty() || (most >= 0 && changed.size() >= most))
            continue;
        most = changed.size();
        hunt.changed = changed;
    }
    return hunt;
}

} // namespace flaskcards
