// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/mergewords.h"

#include "library/merge.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MergeWords)
};

QString listed(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return Words::tr("%1 and %2").arg(parts.first(parts.size() - 1).join(u", "_s), parts.last());
}

} // namespace

QString mergeWords(const MergeReport &report)
{
    if (report.isEmpty())
        return Words::tr("Nothing new came in.");
    QStringList parts;
    const auto add = [&](int count, const QString &words) {
        if (count > 0)
            parts.append(words);
    };
    add(report.answers, Words::tr("%n answer(s)", nullptr, report.answers));
    add(report.questions, Words::tr("%n question(s)", nullptr, report.questions));
    add(report.texts, Words::tr("%n changed text(s)", nullptr, report.texts));
    add(report.handSet, Words::tr("%n flag(s), suspension(s) or tag(s)", nullptr, report.handSet));
    add(report.settings, Words::tr("%n setting(s)", nullptr, report.settings));
    QStringList sentences;
    if (!parts.isEmpty())
        sentences.append(Words::tr("Came in: %1.").arg(listed(parts)));
    if (report.takenBack > 0)
        sentences.append(Words::tr("%n answer(s) had been taken back there and went here too.", nullptr,
                                   report.takenBack));
    return sentences.join(u' ');
}

} // namespace flaskcards
