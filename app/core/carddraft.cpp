// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carddraft.h"

#include "core/bankrules.h"
#include "core/search/foldedtext.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

bool hasField(const QString &key)
{
    return key == "level"_L1 || key == "kind"_L1 || key == "tags"_L1;
}

// Index of the first line below the header.
qsizetype textBegin(const CardOutline &outline)
{
    if (!outline.hasHeader)
        return 0;
    const qsizetype end = outline.lines.indexOf(u"---"_s, 1);
    return end < 0 ? 0 : end + 1;
}

QString tagOf(const QString &typed)
{
    QString tag;
    for (const QChar c : typed.trimmed().toLower()) {
        if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark())
            tag += c;
        else if (!tag.isEmpty() && !tag.endsWith(u'-'))
            tag += u'-';
    }
    while (tag.endsWith(u'-'))
        tag.chop(1);
    return tag;
}

// Those of the bank's rules that make a person's card better too.
bool isAdvice(const Problem &problem)
{
    static const QSet<QString> rules = {u"title"_s,      u"tags"_s, u"options"_s, u"answer"_s,
                                        u"key-points"_s, u"html"_s, u"links"_s};
    return rules.contains(problem.rule);
}

QList<Problem> choiceErrors(const ParsedQuestion &parsed)
{
    const Question &question = parsed.question;
    if (question.kind != Kind::Mcq)
        return {};
    const CardOutline::Section *section = parsed.outline.section(u"Options");
    const int line = section ? section->line : parsed.outline.titleLines.value(0, 1);
    const auto right = std::count_if(question.options.cbegin(), question.options.cend(),
                                     [](const Option &option) { return option.right; });
    if (question.options.size() < 2 || question.options.size() > 5)
        return {{parsed.file, line, u"options"_s,
                 u"A choice has 2 to 5 options, under “## Options”, each after “- [ ] ”."_s}};
    if (right != 1)
        return {{parsed.file, line, u"options"_s, u"Mark the one right option with “- [x] ”."_s}};
    return {};
}

} // namespace

CardDraft draftOf(const QString &topic, const QString &source)
{
    const ParsedQuestion parsed = parseQuestion(topic + u"/card.md"_s, source.toUtf8());
    const CardOutline &outline = parsed.outline;
    CardDraft draft{.topic = topic,
                    .level = parsed.question.level,
                    .kind = parsed.question.kind,
                    .tags = parsed.question.tags,
                    .header = {},
                    .text = {}};
    for (const CardOutline::HeaderLine &line : outline.header) {
        if (!hasField(line.key))
            draft.header.append(outline.lines.value(line.line - 1));
    }
    draft.text = outline.lines.mid(textBegin(outline)).join(u'\n');
    return draft;
}

QString sourceOf(const CardDraft &draft)
{
    QStringList lines = {u"---"_s, u"level: "_s + levelWord(draft.level), u"kind: "_s + kindWord(draft.kind)};
    if (!draft.tags.isEmpty())
        lines.append(u"tags: "_s + draft.tags.join(u", "_s));
    lines += draft.header;
    lines.append(u"---"_s);
    const QString text = draft.text.endsWith(u'\n') ? draft.text.chopped(1) : draft.text;
    return lines.join(u'\n') + u'\n' + text + u'\n';
}

int linesAboveText(const CardDraft &draft)
{
    return 4 + int(draft.header.size()) + (draft.tags.isEmpty() ? 0 : 1);
}

QString emptyCardText()
{
    return u"# \n\n## Answer\n\n\n## Key points\n\n\n## Explanation\n\n"_s;
}

QStringList tagsFrom(const QString &typed)
{
    QStringList tags;
    for (const QString &part : typed.split(u',')) {
        if (const QString tag = tagOf(part); !tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

DraftProblems problemsOf(const ParsedQuestion &parsed)
{
    DraftProblems problems{.errors = parsed.problems + choiceErrors(parsed), .hints = {}};
    if (!parsed.outline.titleLines.isEmpty() && parsed.question.title.isEmpty())
        problems.errors.append({parsed.file, parsed.outline.titleLines.first(), u"title"_s,
                                u"There is no question yet. Write it after “# ”."_s});
    std::stable_sort(problems.errors.begin(), problems.errors.end(),
                     [](const Problem &a, const Problem &b) { return a.line < b.line; });
    QSet<int> told;
    for (const Problem &error : std::as_const(problems.errors))
        told.insert(error.line);
    for (const Problem &problem : checkQuestion(parsed)) {
        if (isAdvice(problem) && !told.contains(problem.line))
            problems.hints.append(problem);
    }
    return problems;
}

QString ownSlug(const QString &title, const QByteArray &distinction)
{
    constexpr qsizetype longest = 40;
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
    };
    const FoldedText folded = foldedText(title);
    QString slug = u"own"_s;
    for (const FoldedText::Token &token : folded.tokens) {
        QString word = folded.word(token).toString();
        word.removeIf([&](QChar c) { return !isPlain(c); });
        if (!word.isEmpty() && slug.size() + word.size() < longest)
            slug += u'-' + word;
    }
    const QByteArray hash =
        QCryptographicHash::hash(title.toUtf8() + '\n' + distinction, QCryptographicHash::Sha256);
    return slug + u'-' + QString::fromLatin1(hash.toHex().left(6));
}

} // namespace flaskcards
