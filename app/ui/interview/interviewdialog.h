// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/interviewjournal.h"
#include "ui/interview/notedialog.h"

namespace flaskcards {

class Label;

// One entry of the journal of interviews.
class InterviewDialog : public NoteDialog
{
    Q_OBJECT

public:
    InterviewDialog(Library &library, const Theme &theme, const InterviewEntry &entry, QWidget *parent);

    void accept() override;

private:
    void take(const Result<Changes> &done);
    void remove();

    Library &m_library;
    const InterviewEntry m_entry;
    QDateEdit *m_day = nullptr;
    QLineEdit *m_company = nullptr;
    QLineEdit *m_round = nullptr;
    QPlainTextEdit *m_well = nullptr;
    QPlainTextEdit *m_badly = nullptr;
    Label *m_problem = nullptr;
};

} // namespace flaskcards
