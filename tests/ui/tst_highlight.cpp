// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/highlight.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

// "kw:def func:name": every span with the text it covers, blanks as _.
QString spans(const QString &code, const QString &language)
{
    static const QStringList names = {u"plain"_s,   u"kw"_s,   u"str"_s,  u"num"_s,
                                      u"comment"_s, u"func"_s, u"deco"_s, u"builtin"_s};
    QStringList found;
    for (const CodeSpan &span : highlight(code, codeLanguage(language)))
        found += names.at(static_cast<int>(span.token)) + u':' +
                 code.mid(span.start, span.length).replace(u' ', u'_').replace(u'\n', u'|');
    return found.join(u' ');
}

bool inOrder(const QString &code, const QList<CodeSpan> &spans)
{
    qsizetype end = 0;
    for (const CodeSpan &span : spans) {
        if (span.start < end || span.length <= 0 || span.start + span.length > code.size())
            return false;
        end = span.start + span.length;
    }
    return true;
}

} // namespace

class TestHighlight : public QObject
{
    Q_OBJECT

private slots:
    void knowsItsLanguages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &language, const QString &code,
                            const QString &expected) {
            QTest::newRow(name) << language << code << expected;
        };
        const QString python = u"python"_s;
        row("definition", python, u"def home():"_s, u"kw:def func:home"_s);
        row("class", python, u"class User(Base):"_s, u"kw:class func:User"_s);
        row("decorator", python, u"@app.get(\"/\")"_s, u"deco:@app.get str:\"/\""_s);
        row("matrix product is no decorator", python, u"a @ b"_s, u""_s);
        row("constants", python, u"x = None, True, 4.5e-3, 0xFF"_s,
            u"num:None num:True num:4.5e-3 num:0xFF"_s);
        row("digit in a name", python, u"base64 = x1"_s, u""_s);
        row("builtin", python, u"print(len(x))"_s, u"builtin:print builtin:len"_s);
        row("method named like a builtin", python, u"x.format(y.id)"_s, u""_s);
        row("comment", python, u"x  # not \"this\""_s, u"comment:#_not_\"this\""_s);
        row("hash in a string", python, u"\"#\" + '#'"_s, u"str:\"#\" str:'#'"_s);
        row("escaped quote", python, u"\"a\\\"b\" c"_s, u"str:\"a\\\"b\""_s);
        row("raw bytes", python, u"rb\"\\d\" b''"_s, u"str:rb\"\\d\" str:b''"_s);
        row("raw string ending in a quote", python, u"r\"\\\"\" x"_s, u"str:r\"\\\"\""_s);
        row("triple quotes", python, u"\"\"\"a\n\"b\" # c\"\"\" + 1"_s,
            u"str:\"\"\"a|\"b\"_#_c\"\"\" num:1"_s);
        row("f-string", python, u"f\"a {x or 1} b\""_s, u"str:f\"a_{ kw:or num:1 str:}_b\""_s);
        row("f-string with doubled braces", python, u"f'{{{x}}}'"_s, u"str:f'{{{ str:}}}'"_s);
        row("string in an f-string", python, u"f\"{d['k']}!\""_s, u"str:f\"{ str:'k' str:}!\""_s);
        row("unclosed string ends with its line", python, u"x = \"abc\ny = 1"_s, u"str:\"abc num:1"_s);
        row("unclosed triple quotes", python, u"'''abc\ny = 1"_s, u"str:'''abc|y_=_1"_s);
        row("unclosed field", python, u"f\"{a['x\nreturn"_s, u"str:f\"{ str:'x kw:return"_s);
        row("async", python, u"async def f(): await g()"_s, u"kw:async kw:def func:f kw:await"_s);

        row("prompt", u"sh"_s, u"$ flask run\n * Running on http://x"_s, u"comment:$ func:flask"_s);
        row("pipe", u"sh"_s, u"cat x | grep 'a b'"_s, u"func:cat func:grep str:'a_b'"_s);
        row("shell comment", u"sh"_s, u"# note\npip install x  # y"_s,
            u"comment:#_note func:pip comment:#_y"_s);
        row("assignment before a command", u"sh"_s, u"FLASK_DEBUG=1 flask run"_s, u"func:flask"_s);
        row("variable", u"sh"_s, u"echo \"x\" $HOME ${A}"_s,
            u"func:echo str:\"x\" builtin:$HOME builtin:${A}"_s);
        row("if in shell", u"sh"_s, u"if test -f x; then ls; fi"_s,
            u"kw:if func:test kw:then func:ls kw:fi"_s);

        row("html", u"html"_s, u"<a href=\"/x\">hi</a><!-- c -->"_s,
            u"kw:<a func:href str:\"/x\" kw:> kw:</a kw:> comment:<!--_c_-->"_s);
        row("less than", u"html"_s, u"a < b"_s, u""_s);
        row("jinja expression", u"jinja"_s, u"{{ name|upper }}"_s, u"deco:{{ builtin:upper deco:}}"_s);
        row("jinja statement", u"jinja"_s, u"{% for x in items %}"_s, u"deco:{% kw:for kw:in deco:%}"_s);
        row("jinja comment", u"jinja"_s, u"{# <a> #}b"_s, u"comment:{#_<a>_#}"_s);
        row("jinja in an attribute", u"jinja"_s, u"<a href=\"{{ url_for('x') }}\">"_s,
            u"kw:<a func:href str:\" deco:{{ str:'x' deco:}} str:\" kw:>"_s);

        row("sql", u"sql"_s, u"select count(*) FROM users -- all\nwhere id = 'x'"_s,
            u"kw:select builtin:count kw:FROM comment:--_all kw:where str:'x'"_s);
        row("ini", u"ini"_s, u"[app]\nkey = value ; note\n# c"_s,
            u"func:[app] builtin:key_ comment:;_note comment:#_c"_s);
        row("toml", u"toml"_s, u"[[x]]\nport = 5000\non = true\nname = \"a\""_s,
            u"func:[[x]] builtin:port_ num:5000 builtin:on_ num:true builtin:name_ str:\"a\""_s);
        row("json", u"json"_s, u"{\"a\": [1, \"b\", null]}"_s, u"func:\"a\" num:1 str:\"b\" num:null"_s);
        row("http", u"http"_s, u"HTTP/1.1 200 OK\nAllow: GET\n\n{\"a\": 1}"_s,
            u"kw:HTTP/1.1 num:200 func:Allow func:\"a\" num:1"_s);
        row("nginx", u"nginx"_s, u"location / {\n  proxy_set_header Host $host; # c\n}"_s,
            u"kw:location kw:proxy_set_header builtin:$host comment:#_c"_s);
        row("dockerfile", u"dockerfile"_s, u"FROM python:3.11\nRUN pip \\\n  install x\nCMD [\"a\"]"_s,
            u"kw:FROM num:3.11 kw:RUN kw:CMD str:\"a\""_s);
        row("text", u"text"_s, u"def x(): \"a\""_s, u""_s);
        row("unknown language", u"cobol"_s, u"def x(): \"a\""_s, u""_s);
    }

    void knowsItsLanguages()
    {
        QFETCH(QString, language);
        QFETCH(QString, code);
        QFETCH(QString, expected);
        QCOMPARE(spans(code, language), expected);
        QVERIFY(inOrder(code, highlight(code, codeLanguage(language))));
    }

    // Every beginning of a text that is hard to read, in every language: spans stay in order.
    void brokenCodeIsColouredWithoutHarm()
    {
        const QString hard =
            u"@a.b\ndef f(x=\"\\\"\", y='''z\n'''): # {{ {% {# <!-- \n<a b='{{ \"c\" "
            u"}}'>f\"{a['b']!r:{w}}\"\n"
            "$ FOO=1 x | y && \\\n`$(z)` ${v [s]\nk = \"\"\"m\n/* SELECT -- */ {\"j\": 1e-5} HTTP/1.1 200\n"
            "H: v\n\n}}} %} #} --> \U0001F600 \u202E 'unclosed"_s;
        for (int language = 0; language <= static_cast<int>(CodeLanguage::Dockerfile); ++language)
            for (qsizetype length = 0; length <= hard.size(); ++length) {
                const QString code = hard.left(length);
                QVERIFY(inOrder(code, highlight(code, static_cast<CodeLanguage>(language))));
                const QString rest = hard.mid(length);
                QVERIFY(inOrder(rest, highlight(rest, static_cast<CodeLanguage>(language))));
            }
    }

    void longLinesTakeTimeInProportion()
    {
        for (int language = 0; language <= static_cast<int>(CodeLanguage::Dockerfile); ++language)
            for (const QString &piece :
                 {u"\"a\": [1], "_s, u"{{ {% "_s, u"f\"{ "_s, u"<a "_s, u"''' "_s, u"$ x "_s}) {
                const QString code = piece.repeated(40'000);
                QElapsedTimer timer;
                timer.start();
                QVERIFY(inOrder(code, highlight(code, static_cast<CodeLanguage>(language))));
                QVERIFY2(timer.elapsed() < 3000, qPrintable(piece));
            }
    }
};

QTEST_APPLESS_MAIN(TestHighlight)
#include "tst_highlight.moc"
