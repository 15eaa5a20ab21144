// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace flaskcards {

class Theme;

// Where a person writes Python: coloured, Tab is four spaces, Return keeps the indentation and deepens it
// behind a colon. As high as its lines, within bounds. Escape leaves it, Ctrl+Return runs.
class CodeEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeEdit(const Theme &theme, QWidget *parent = nullptr);

    void markLine(int line); // from 1, as where an error arose; 0: none

signals:
    void left();
    void runRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool) override { return false; } // Tab writes; Escape leaves
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void followTheme();
    void fitHeight();
    void showMark();
    void breakLine();
    void indent(bool deeper);
    bool eraseIndent();

    const Theme &m_theme;
    int m_marked = 0;
};

} // namespace flaskcards
