// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/askeddialog.h"

#include "library/stepwords.h"
#include "library/words.h"
#include "ui/settings/dayfield.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int longestTitle = 120;
constexpr int longestNote = 600;

} // namespace

AskedDialog::AskedDialog(Library &library, const Theme &theme, QuestionId question, QWidget *parent)
    : NoteDialog(theme, tr("Really asked"), parent), m_library(library)
{
    setObjectName(u"askedDialog"_s);
    const auto source = library.store().questions.source(question);
    const auto title = library.store().questions.title(question);
    m_slug = source ? source->slug : QString();
    m_title = title ? *title : QString();
    auto *head = new Label(theme, TextRole::Finding, shortened(plainTitle(m_title), longestTitle), this);
    head->setWordWrap(true);
    rows()->addWidget(head);
    addEarlier();
    rows()->addSpacing(theme.px(8));
    m_day = addDay(tr("Day"), u"askedDay"_s, library.today());
    m_company = addLine(tr("Company"), u"askedCompany"_s, {});
    m_round = addLine(tr("Round"), u"askedRound"_s, {});
    m_note = addText(tr("Note"), u"askedNote"_s, {});
    m_problem = new Label(theme, TextRole::Small, {}, this);
    m_problem->setColor(&Tokens::danger);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows()->addWidget(m_problem);
    addButtons();
    m_company->setFocus();
}

void AskedDialog::addEarlier()
{
    const auto notes = askedNotesOf(m_library, m_slug);
    if (!notes)
        return;
    for (const AskedNote &note : *notes) {
        auto *line = new QWidget(this);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        QStringList words = {askedWords(note, m_library.today()), note.round, note.note.simplified()};
        words.removeAll(QString());
        auto *label = new Label(theme(), TextRole::Small, shortened(words.join(u" · "_s), longestNote), line);
        label->setColor(&Tokens::text2);
        label->setWordWrap(true);
        auto *away = new Button(theme(), Button::Look::Small, tr("Remove"), line);
        away->setObjectName(u"removeAsked"_s);
        away->setAutoDefault(false);
        away->setAccessibleName(tr("Remove: %1").arg(label->text()));
        row->addWidget(label, 1);
        row->addWidget(away);
        rows()->addWidget(line);
        connect(away, &QAbstractButton::clicked, this, [this, note, line] {
            const auto removed = removeAskedNote(m_library, note, m_title);
            if (!removed)
                return showProblem(removed.error());
            m_company->setFocus();
            line->hide();
            line->deleteLater();
        });
    }
}

void AskedDialog::accept()
{
    const auto kept = keepAskedNote(m_library,
                                    {.slug = m_slug,
                                     .day = dayOf(*m_day),
                                     .company = m_company->text().trimmed(),
                                     .round = m_round->text().trimmed(),
                                     .note = m_note->toPlainText().trimmed()},
                                    m_title);
    if (!kept)
        return showProblem(kept.error());
    QDialog::accept();
}

void AskedDialog::showProblem(const Error &error)
{
    m_problem->setText(errorSentence(error));
    m_problem->show();
}

} // namespace flaskcards
