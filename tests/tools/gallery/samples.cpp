// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

Question sessionSample()
{
    Question q;
    q.topic = u"sessions"_s;
    q.title = u"Can a visitor read what you put into `session`?"_s;
    q.answer =
        u"Yes. By default the session is a cookie holding JSON, signed with `SECRET_KEY` but not encrypted. "
        "A visitor can decode and read it. What they cannot do is change it, because the signature would no "
        "longer fit."_s;
    q.keyPoints = {u"Kept in a cookie in the browser by default, as JSON in base64"_s,
                   u"Signed with `SECRET_KEY`, so a change is noticed and refused"_s,
                   u"Not encrypted: whoever holds the cookie can read it"_s,
                   u"So put an id in it, not a secret; or keep sessions on the server"_s};
    q.explanation =
        u"The cookie has three parts with dots between them: data, time and signature. The signature "
        "proves who wrote the data; it hides nothing."_s;
    q.example = u"```python\nfrom base64 import urlsafe_b64decode\n"
                "cookie = \"eyJ1c2VyX2lkIjo0Mn0.aR8k1w.pY0v…\"      # copied from the browser\n"
                "payload = cookie.split(\".\")[0]\n"
                "print(urlsafe_b64decode(payload + \"==\"))     # b'{\"user_id\":42}'\n```\n"
                "```python test\nassert payload\n```"_s;
    q.whyAsked =
        u"People who learned sessions elsewhere expect them on the server, and put secrets into a cookie."_s;
    q.mistakes = {u"“Flask encrypts it.” It signs it; keep passwords and tokens out of it."_s,
                  u"Using `session` as a cache for all users. Each browser has its own."_s};
    q.references = {
        u"[Quickstart: Sessions](https://flask.palletsprojects.com/en/stable/quickstart/#sessions)"_s};
    return q;
}

Question choiceSample()
{
    Question q = sessionSample();
    q.topic = u"structure"_s;
    q.level = Level::Intermediate;
    q.kind = Kind::Mcq;
    q.title = u"The view `users` belongs to `Blueprint(\"admin\", __name__, url_prefix=\"/manage\")`. Which "
              u"call builds "
              "its URL from anywhere in the application?"_s;
    q.options = {
        {u"`url_for(\"users\")`"_s,
         u"Looks for an endpoint of the application itself, and there is none: `BuildError`."_s, false},
        {u"`url_for(\"/manage/users\")`"_s, u"Takes an endpoint name, never a path."_s, false},
        {u"`url_for(\"admin.users\")`"_s,
         u"Blueprint name, a dot, function name. The prefix is added to the URL for you."_s, true},
        {u"`url_for(\"manage.users\")`"_s,
         u"`url_prefix` shapes the URL only. The endpoint takes the blueprint’s name, which is `admin`."_s,
         false},
        {u"`url_for(\".users\")`"_s, u"Right only while a view of the same blueprint handles the request."_s,
         false},
    };
    return q;
}

Question bugSample()
{
    Question q = sessionSample();
    q.topic = u"contexts"_s;
    q.level = Level::Intermediate;
    q.kind = Kind::BugHunt;
    q.title =
        u"Starting this ends in `RuntimeError: Working outside of application context`. Which line, and why?"_s;
    q.prompt = u"```python bug\nfrom flask import Flask\nfrom flask_sqlalchemy import SQLAlchemy\n\ndb = "
               u"SQLAlchemy()\n\n"
               "def create_app():\n    app = Flask(__name__)\n"
               "    app.config[\"SQLALCHEMY_DATABASE_URI\"] = \"sqlite:///shop.db\"\n    db.init_app(app)\n"
               "    db.create_all()\n    return app\n```"_s;
    return q;
}

Question blueprintSample()
{
    Question q = sessionSample();
    q.topic = u"routing"_s;
    q.level = Level::Intermediate;
    q.title = u"How does `url_for` name a blueprint’s view?"_s;
    q.answer =
        u"By the blueprint’s name, a dot and the function’s name: `admin.users`. Inside the same blueprint a "
        "leading dot is enough, as in `.users`. The `url_prefix` never appears in the name."_s;
    q.explanation.clear();
    q.example =
        u"```python\nadmin = Blueprint(\"admin\", __name__,\n                  url_prefix=\"/manage\")\n\n"
        "@admin.get(\"/users\")\ndef users():\n    return \"…\"\n\n# url_for(\"admin.users\")\n"
        "# gives /manage/users, and never anything else at all\n```"_s;
    q.keyPoints = {u"Endpoint is blueprint name, dot, function name"_s,
                   u"A leading dot means the same blueprint"_s};
    q.whyAsked.clear();
    return q;
}

Question richSample()
{
    Question q = sessionSample();
    q.title = u"What does every kind of Markdown look like in a blueprint?"_s;
    q.explanation =
        u"A paragraph with **strong**, *emphasis*, ~~gone~~ and `code`, and a "
        u"[link](https://flask.palletsprojects.com/).\n\n"
        "1. First, with `inline code` that is long enough to be wrapped at the end of a line\n2. Second\n"
        "   - nested item\n   - another\n\n> A quoted sentence that is long enough to need more than one "
        "line "
        "in a narrow column.\n\n| Verb | Safe | Idempotent |\n|---|:-:|--:|\n| `GET` | yes | yes |\n"
        "| `POST` | no | no |\n\nAfter the table."_s;
    q.example =
        u"First the template:\n\n```jinja file=templates/hello.html\n<h1 class=\"{{ kind|lower }}\">Hello {{ "
        u"name }}</h1>\n"
        "{% if user %}<p>{# a comment #}</p>{% endif %}\n```\n\nThen the shell:\n\n"
        "```sh\n$ flask --app shop run --debug  # reloads\n * Running on http://127.0.0.1:5000\n```"_s;
    return q;
}

CardContext followUpSamples()
{
    return {{{u"secret-key"_s, u"What is `SECRET_KEY` for, and what if it leaks?"_s},
             {u"sessions"_s, u"How would you keep sessions on the server?"_s}},
            {}};
}

CodeText codeSample()
{
    return {
        u"python"_s, u"app.py"_s,
        u"@app.errorhandler(404)\ndef not_found(error):\n    # a view may return body and status\n"
        "    return \"Not here\", 404, {\"X-Long\": \"a line that is longer than its frame is wide and scrolls\"}"_s,
        false};
}

HitFinder hitsOf(const QString &word)
{
    return [word](const QString &text) {
        QList<QPair<int, int>> hits;
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + 1, Qt::CaseInsensitive))
            hits.append({int(at), int(word.size())});
        return hits;
    };
}

QString iconWord(int icon)
{
    static const QStringList words = u"today study browse progress interview settings help undo flag edit "
                                     u"more info copy check cross back down "
                                     "right up clock export save print mic type plus trash tag skip bury "
                                     "suspend asked follow-up filter sort import "
                                     "warning link"_s.split(u' ');
    return words.value(icon);
}

QString tableSample(int row, int column)
{
    static const QList<QStringList> rows = {
        {u"What is a blueprint, and what is it for?"_s, u"Structure"_s, u"96 %"_s},
        {u"How does url_for name a blueprint’s view?"_s, u"Routing"_s, u"81 %"_s},
        {u"Blueprint or app: which error handler wins?"_s, u"Errors"_s, u"74 %"_s}};
    return rows.at(row % 3).at(column);
}

} // namespace flaskcards
