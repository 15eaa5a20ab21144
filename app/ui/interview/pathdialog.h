// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/paths.h"
#include "ui/interview/notedialog.h"

class QListWidget;

namespace flaskcards {

class Label;

// One of the person's own learning paths: its name, its questions and their order.
class PathDialog : public NoteDialog
{
    Q_OBJECT

public:
    // `key` empty: a new one.
    PathDialog(Library &library, const Theme &theme, const QString &key, const LearningPath &path,
               QWidget *parent);

    void accept() override;

private:
    void fill(const QStringList &slugs);
    void addMoves();
    void move(int by);
    void takeAway();
    void remove();
    void complain(const QString &sentence);

    Library &m_library;
    const QString m_key;
    const LearningPath m_before;
    QLineEdit *m_title = nullptr;
    QListWidget *m_list = nullptr;
    Label *m_problem = nullptr;
};

} // namespace flaskcards
