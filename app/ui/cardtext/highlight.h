// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace flaskcards {

enum class CodeLanguage { Text, Python, Jinja, Html, Shell, Sql, Nginx, Ini, Toml, Json, Http, Dockerfile };
enum class CodeToken { Plain, Keyword, String, Number, Comment, Function, Decorator, Builtin };

struct CodeSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    CodeToken token = CodeToken::Plain;

    bool operator==(const CodeSpan &) const = default;
};

// The word after a fence; Text for a word that is not known.
CodeLanguage codeLanguage(QStringView word);

// Spans in order, without overlap; what lies between them is plain. Broken code is coloured as far as it
// can be understood.
QList<CodeSpan> highlight(QStringView code, CodeLanguage language);

} // namespace flaskcards
