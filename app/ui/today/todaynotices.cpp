// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaynotices.h"

#include "library/clockwarning.h"
#include "library/damagedsettings.h"
#include "library/sittings.h"
#include "library/words.h"
#include "ui/widgets/button.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

TodayNotices::TodayNotices(Library &library, const Theme &theme, QWidget *parent)
    : NoticeColumn(theme, {0, 0, 0, 12}, parent),
      m_library(library),
      m_problem(add(u"problem"_s, Notice::Kind::Warning)),
      m_clock(add(u"clockWarning"_s, Notice::Kind::Warning)),
      m_damaged(add(u"damagedSettings"_s, Notice::Kind::Info)),
      m_unfinished(add(u"unfinished"_s, Notice::Kind::Info))
{
    Button *keep = m_damaged->addButton(tr("Keep the defaults"));
    keep->setObjectName(u"keepDefaults"_s);
    Button *goOn = m_unfinished->addButton(tr("Go on"));
    goOn->setObjectName(u"goOn"_s);
    Button *letGo = m_unfinished->addButton(tr("Let it go"));
    letGo->setObjectName(u"letGo"_s);
    connect(keep, &QAbstractButton::clicked, this, &TodayNotices::keepDefaults);
    connect(goOn, &QAbstractButton::clicked, this, [this] {
        if (const auto sitting = unfinishedSitting(m_library))
            emit studyRequested(sitting->plan);
    });
    connect(letGo, &QAbstractButton::clicked, this, [this] {
        keepUnfinished(m_library, {});
        showUnfinished();
        emit left();
    });
    showBank();
}

void TodayNotices::refresh()
{
    showClock();
    showDamaged();
}

void TodayNotices::showError(const Error &error)
{
    m_problem->setTexts(tr("The cards could not be read."), errorSentence(error));
    m_problem->show();
}

// Broken card files are named in one line; the rest of the bank is there.
void TodayNotices::showBank()
{
    const BankReport &report = m_library.bankReport();
    if (report.error) {
        m_problem->setTexts(tr("The card files could not be read; the questions are those of the last time."),
                            errorSentence(*report.error));
        m_problem->show();
    } else if (!report.problems.isEmpty()) {
        m_problem->setTexts(tr("%n problem(s) in card files; those files were left out, the rest is loaded.",
                               nullptr, int(report.problems.size())),
                            report.problems.first());
        m_problem->setToolTip(report.problems.mid(0, 20).join(u'\n'));
        m_problem->show();
    }
}

void TodayNotices::showClock()
{
    const auto warning = clockWarning(m_library);
    const bool behind = warning && *warning;
    if (behind)
        m_clock->setTexts(clockWarningWords(**warning), clockWarningAdvice(**warning));
    m_clock->setVisible(behind);
}

// Which values are meant, in the words of the settings; it stays until the person decides.
void TodayNotices::showDamaged()
{
    QStringList names;
    for (const QString &key : m_library.damagedSettings())
        names.append(settingName(key));
    m_damaged->setTexts(tr("Some settings could not be read; their defaults are in force."),
                        tr("%1. Your cards and answers are not touched by this.").arg(names.join(u", "_s)));
    const bool focusLeaves = names.isEmpty() && m_damaged->isAncestorOf(focusWidget());
    m_damaged->setVisible(!names.isEmpty());
    if (focusLeaves)
        emit left();
}

void TodayNotices::keepDefaults()
{
    if (const auto kept = m_library.apply(keepDefaultsOperation(m_library)); !kept)
        showError(kept.error());
}

void TodayNotices::showUnfinished()
{
    const auto sitting = unfinishedSitting(m_library);
    if (sitting)
        m_unfinished->setTexts(
            tr("“%1” was left with %n card(s) to go.", nullptr, int(sitting->plan.listed.size()))
                .arg(sitting->plan.name.isEmpty() ? tr("A sitting") : sitting->plan.name),
            QString());
    m_unfinished->setVisible(sitting.has_value());
}

} // namespace flaskcards
