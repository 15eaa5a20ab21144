// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/journalsection.h"

#include "library/stepwords.h"
#include "library/words.h"
#include "ui/interview/interviewdialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

JournalSection::JournalSection(Library &library, const Theme &theme, QWidget *parent)
    : Panel(theme, parent, 24, 20),
      m_library(library),
      m_add(new Button(theme, Button::Look::Plain, tr("Add interview"), this))
{
    setObjectName(u"journal"_s);
    setTitle(tr("Interviews"));
    m_add->setObjectName(u"addInterview"_s);
    addBesideTitle(m_add);
    connect(m_add, &QAbstractButton::clicked, this, &JournalSection::add);
}

void JournalSection::refresh()
{
    const bool hadFocus = m_rows && m_rows->isAncestorOf(focusWidget());
    delete m_rows;
    m_rows = new QWidget(this);
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, theme().px(4), 0, 0);
    column->setSpacing(theme().px(16));
    body()->addWidget(m_rows);
    const auto entries = interviewJournal(m_library);
    if (!entries)
        addWords(column, errorSentence(entries.error()), false);
    else if (entries->isEmpty())
        addWords(
            column,
            tr("None noted yet. After an interview write down here what went well and what did not; with "
               "the key * on a question, that it was really asked."),
            true);
    else {
        for (const InterviewEntry &entry : *entries)
            addRow(entry);
    }
    if (hadFocus)
        m_add->setFocus(Qt::OtherFocusReason);
}

void JournalSection::addWords(QVBoxLayout *column, const QString &text, bool quiet)
{
    constexpr int longest = 2000; // the dialog has all of it
    auto *label = new Label(theme(), TextRole::Interface, shortened(text, longest), m_rows);
    label->setColor(quiet ? &Tokens::text2 : &Tokens::text);
    label->setWordWrap(true);
    column->addWidget(label);
}

void JournalSection::addRow(const InterviewEntry &entry)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().px(16));
    auto *day = new Label(theme(), TextRole::Interface, dayWords(entry.day, m_library.today()), m_rows);
    day->setColor(&Tokens::text2);
    day->setMinimumWidth(theme().px(110));
    row->addWidget(day, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(theme().px(4));
    const QString name = interviewName(entry, m_library.today());
    auto *title = new Label(theme(), TextRole::Finding, name, m_rows);
    title->setObjectName(u"journalName"_s);
    title->setWordWrap(true);
    column->addWidget(title);
    if (!entry.wentWell.isEmpty())
        addWords(column, tr("Went well: %1").arg(entry.wentWell), false);
    if (!entry.wentBadly.isEmpty())
        addWords(column, tr("Did not: %1").arg(entry.wentBadly), false);
    column->addStretch(1);
    row->addLayout(column, 1);
    auto *edit = new Button(theme(), Icon::Edit, tr("Edit: %1").arg(name), m_rows);
    edit->setObjectName(u"editInterview"_s);
    row->addWidget(edit, 0, Qt::AlignTop);
    connect(edit, &QAbstractButton::clicked, this, [this, entry] { open(entry); });
    static_cast<QVBoxLayout *>(m_rows->layout())->addLayout(row);
}

void JournalSection::add()
{
    open({.day = m_library.today()});
}

void JournalSection::open(const InterviewEntry &entry)
{
    auto *dialog = new InterviewDialog(m_library, theme(), entry, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace flaskcards
