// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/askednotes.h"
#include "ui/interview/notedialog.h"

namespace flaskcards {

class Label;

// "I was really asked this": when and where. Earlier times stand above and can be taken away.
class AskedDialog : public NoteDialog
{
    Q_OBJECT

public:
    AskedDialog(Library &library, const Theme &theme, QuestionId question, QWidget *parent);

    void accept() override;

private:
    void addEarlier();
    void showProblem(const Error &error);

    Library &m_library;
    QString m_slug;
    QString m_title;
    Label *m_problem = nullptr;
    QDateEdit *m_day = nullptr;
    QLineEdit *m_company = nullptr;
    QLineEdit *m_round = nullptr;
    QPlainTextEdit *m_note = nullptr;
};

} // namespace flaskcards
