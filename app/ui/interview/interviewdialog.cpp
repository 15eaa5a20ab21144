// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/interviewdialog.h"

#include "library/words.h"
#include "ui/settings/dayfield.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

InterviewDialog::InterviewDialog(Library &library, const Theme &theme, const InterviewEntry &entry,
                                 QWidget *parent)
    : NoteDialog(theme, entry.key.isEmpty() ? tr("Add interview") : tr("Interview"), parent),
      m_library(library),
      m_entry(entry)
{
    setObjectName(u"interviewDialog"_s);
    m_day = addDay(tr("Day"), u"interviewDay"_s, entry.day);
    m_company = addLine(tr("Company"), u"interviewCompany"_s, entry.company);
    m_round = addLine(tr("Round"), u"interviewRound"_s, entry.round);
    m_well = addText(tr("What went well"), u"interviewWell"_s, entry.wentWell);
    m_badly = addText(tr("What did not"), u"interviewBadly"_s, entry.wentBadly);
    m_problem = new Label(theme, TextRole::Small, {}, this);
    m_problem->setColor(&Tokens::danger);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows()->addWidget(m_problem);
    if (Button *away = addButtons(entry.key.isEmpty() ? QString() : tr("Delete"))) {
        away->setObjectName(u"deleteInterview"_s);
        connect(away, &QAbstractButton::clicked, this, &InterviewDialog::remove);
    }
    m_company->setFocus();
}

void InterviewDialog::accept()
{
    InterviewEntry entry = m_entry;
    entry.day = dayOf(*m_day);
    entry.company = m_company->text().trimmed();
    entry.round = m_round->text().trimmed();
    entry.wentWell = m_well->toPlainText().trimmed();
    entry.wentBadly = m_badly->toPlainText().trimmed();
    if (entry == m_entry && !m_entry.key.isEmpty())
        return QDialog::accept();
    take(keepInterview(m_library, entry));
}

// Ctrl+Z brings it back.
void InterviewDialog::remove()
{
    take(removeInterview(m_library, m_entry));
}

void InterviewDialog::take(const Result<Changes> &done)
{
    if (done)
        return QDialog::accept();
    m_problem->setText(errorSentence(done.error()));
    m_problem->show();
}

} // namespace flaskcards
