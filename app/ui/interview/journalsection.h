// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/interviewjournal.h"
#include "ui/widgets/panel.h"

namespace flaskcards {

class Button;

// The journal: which interviews there were, newest first, and what went well in them.
class JournalSection : public Panel
{
    Q_OBJECT

public:
    JournalSection(Library &library, const Theme &theme, QWidget *parent = nullptr);

    void refresh();

private:
    void add();
    void open(const InterviewEntry &entry);
    void addRow(const InterviewEntry &entry);
    void addWords(QVBoxLayout *column, const QString &text, bool quiet);

    Library &m_library;
    Button *m_add;
    QWidget *m_rows = nullptr;
};

} // namespace flaskcards
