// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "core/question.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// Everything a card needs, to be filled in; what it still lacks, `validate` names.
QString templateFor(const QString &reviewed)
{
    return u"---\n"
           "level: basic\n"
           "kind: concept\n"
           "tags: \n"
           "follow-ups: \n"
           "checked: 2.2.2\n"
           "reviewed: %1\n"
           "---\n"
           "# \n\n"
           "## Answer\n\n"
           "## Key points\n- \n- \n- \n\n"
           "## Explanation\n\n"
           "## Example\n\n"
           "```python\n```\n\n"
           "```python test\n```\n\n"
           "## Why it is asked\n\n"
           "## Common mistakes\n- \n- \n\n"
           "## References\n- [](https://flask.palletsprojects.com/en/stable/)\n"_s.arg(reviewed);
}

QString complaint(const QString &topic, const QString &id)
{
    static const QRegularExpression slug(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
    if (!topics().contains(topic))
        return u"There is no topic “%1”. Topics are %2."_s.arg(topic, topics().join(u", "_s));
    if (!slug.match(id).hasMatch())
        return u"“%1” is no id: lower-case words with hyphens between them."_s.arg(id);
    return {};
}

} // namespace

int runNew(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    if (line.arguments.size() != 2) {
        terminal.complain(u"flaskcards: new takes a topic and an id: flaskcards new routing my-question"_s);
        return 2;
    }
    const QString &topic = line.arguments.at(0);
    const QString &id = line.arguments.at(1);
    if (const QString wrong = complaint(topic, id); !wrong.isEmpty()) {
        terminal.complain(u"flaskcards: "_s + wrong);
        return 2;
    }
    const QString folder =
        (line.place.bankDir.isEmpty() ? u"questions"_s : line.place.bankDir) + u'/' + topic;
    QFile file(folder + u'/' + id + u".md"_s);
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        terminal.complain(u"flaskcards: %1 cannot be made: %2"_s.arg(file.fileName(), file.errorString()));
        return 1;
    }
    const QString today = QDateTime::fromMSecsSinceEpoch(clock.nowMs()).date().toString(Qt::ISODate);
    file.write(templateFor(today).toUtf8());
    terminal.line(file.fileName());
    return 0;
}

} // namespace flaskcards
