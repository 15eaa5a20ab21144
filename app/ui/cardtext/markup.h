// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace flaskcards {

// Card text as md4c reads it: CommonMark with GitHub's tables and strike-through, raw HTML off. A flat list
// of steps from which a document is built anew whenever the theme changes. Nothing here can name a file,
// an image or a script; links are http and https or none.
struct MarkupStep {
    enum class Type { Begin, End, Text, LineBreak };
    enum class Tag {
        None,
        Paragraph,
        Heading,
        Quote,
        BulletList,
        NumberList,
        Item,
        Rule,
        CodeLines, // CodeLines: within a list
        Table,
        Row,
        HeadCell,
        Cell,
        Emphasis,
        Strong,
        Strike,
        Code,
        Link
    };

    Type type = Type::Text;
    Tag tag = Tag::None;
    QString text;   // of Text; target of a Link
    int number = 0; // level of a heading, first number of a list, columns of a table, Qt::Alignment of a cell
    int rows = 0;   // of a table

    bool operator==(const MarkupStep &) const = default;
};

// A fenced block: "```python file=app.py".
struct CodeText {
    QString language = {};
    QString file = {};  // name to show, may be empty
    QString text = {};  // without the last line end
    bool faulty = false; // names its lines at fault
    bool check = false; // a `test` block: proves the example, hidden from the reader

    bool operator==(const CodeText &) const = default;
};

// Text and code blocks in turn.
struct MarkupPart {
    QList<MarkupStep> steps;
    CodeText code;
    bool isCode = false;

    bool operator==(const MarkupPart &) const = default;
};

// Longer texts and more code blocks are not laid out: their last part says so.
constexpr qsizetype longestShown = 20'000; // characters of one text
constexpr qsizetype mostPartsShown = 100;

// Any text at all can be read; what is not Markdown is itself.
QList<MarkupPart> readMarkup(const QString &markdown);

// For one-line texts such as titles and key points: the steps of everything that is not a code block.
QList<MarkupStep> readInline(const QString &markdown);

// Without marks, for accessible names, windows and plain copies.
QString plainText(const QList<MarkupStep> &steps);
QString plainText(const QString &markdown);

} // namespace flaskcards
