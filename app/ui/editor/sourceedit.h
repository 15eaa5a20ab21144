// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QSet>

namespace flaskcards {

class Theme;

// Where the text of a card is written: code font, numbered lines. Return keeps the indentation; Tab leaves.
class SourceEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit SourceEdit(const Theme &theme, QWidget *parent = nullptr);

    void goToLine(int line);                     // from 1
    void setMarkedLines(const QSet<int> &lines); // with something wrong in them

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    friend class LineNumbers;
    void paintNumbers(QPaintEvent *event);
    void breakLine();
    int numbersWidth() const;
    void followTheme();

    const Theme &m_theme;
    QWidget *m_numbers;
    QSet<int> m_marked;
};

} // namespace flaskcards
