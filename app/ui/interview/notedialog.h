// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDateEdit;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace flaskcards {

class Button;
class Theme;

// A small form about an interview: a day, words and text, Save and Cancel. Ctrl+Enter saves from anywhere.
class NoteDialog : public QDialog
{
    Q_OBJECT

public:
    NoteDialog(const Theme &theme, const QString &title, QWidget *parent);

    void reject() override; // asks once where something was written

protected:
    QDateEdit *addDay(const QString &name, const QString &objectName, int studyDay);
    QLineEdit *addLine(const QString &name, const QString &objectName, const QString &text);
    QPlainTextEdit *addText(const QString &name, const QString &objectName, const QString &text);
    // The row of buttons; `destroy` stands at its left. Empty: there is none.
    Button *addButtons(const QString &destroy = {});
    void noteChange() { m_isChanged = true; }
    QVBoxLayout *rows() const { return m_rows; }
    const Theme &theme() const { return m_theme; }

private:
    void addName(const QString &name, QWidget *field);

    const Theme &m_theme;
    QVBoxLayout *m_rows;
    QWidget *m_unsaved = nullptr;
    bool m_isChanged = false;
};

} // namespace flaskcards
