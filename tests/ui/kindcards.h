// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/fixture.h"

#include <QProcess>

namespace flaskcards::test {

// Small cards of the kinds that ask for more than thinking.

inline QString kindCard(const QString &kind, const QString &title, const QString &example,
                        const QString &prompt = {})
{
    QString text = cardText(title, u"So."_s);
    text.replace(u"kind: concept"_s, u"kind: "_s + kind);
    text.replace(u"\n## Answer"_s,
                 (prompt.isEmpty() ? QString() : u"\n"_s + prompt + u'\n') + u"\n## Answer"_s);
    if (!example.isEmpty())
        text.replace(u"## Why it is asked"_s, u"## Example\n"_s + example + u"\n## Why it is asked"_s);
    return text;
}

inline QString codeCard(const QString &kind)
{
    return kindCard(kind, u"Write `double`."_s,
                    u"See.\n\n```python\ndef double(x):\n    return 2 * x\n```\n\n"
                    "```python test\nassert double(4) == 8\n```\n"_s);
}

inline QString huntCard()
{
    const QString code =
        u"from flask import Flask\n\napp = Flask(__name__)\n@app.get(\"/\")\ndef home():\n"_s;
    return kindCard(u"bug-hunt"_s, u"Why?"_s,
                    u"Mended.\n\n```python\n"_s + code + u"    return \"hi\"\n```\n"_s,
                    u"```python bug fault=6\n"_s + code + u"    print(\"hi\")\n```\n"_s);
}

inline bool hasFlask()
{
    static const bool has = [] {
        QProcess python;
        python.start(u"python3"_s, {u"-c"_s, u"import flask"_s});
        return python.waitForFinished(30'000) && python.exitStatus() == QProcess::NormalExit &&
               python.exitCode() == 0;
    }();
    return has;
}

// The second option is the right one.
inline QString choiceCard()
{
    return kindCard(
        u"mcq"_s, u"Which?"_s, {},
        u"## Options\n- [ ] one\n  Too few.\n- [x] two\n  Just right.\n- [ ] three\n  Too many.\n"_s);
}

} // namespace flaskcards::test
