// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cardtext/markup.h"
#include "ui/cardtext/textdocument.h"
#include "ui/icons.h"

#include <QWidget>

#include <optional>

class QScrollBar;
class QTextEdit;

namespace flaskcards {

class Button;
class Label;

// What stands at the left of a line of code, and the ground it lies on.
struct LineMark {
    QString number = {};
    QString sign = {}; // one character, or an icon
    std::optional<Icon> icon = {};
    QColor Tokens::*ground = nullptr;
    QColor Tokens::*ink = &Tokens::text2;
};

// Code in a frame: highlighted, never wrapped, scrolled sideways. Above it, if wanted, the name of its file
// and a Copy button.
class CodeBlock : public QWidget
{
    Q_OBJECT

public:
    // `role` is one of the code roles.
    CodeBlock(const Theme &theme, const CodeText &code, TextRole role, QWidget *parent = nullptr);

    // A row with file name and Copy; on where there is a file name. Off for a block whose Copy stands
    // elsewhere.
    void setHeadVisible(bool visible);
    void setHits(const HitFinder &hits);
    const CodeText &code() const { return m_code; }
    void copy() const; // everything, to the clipboard

    void setLineMarks(const QList<LineMark> &marks); // one for each line; none: no column at the left
    void setChoosable(bool choosable);               // a click on a marked line is told
    QRect lineRect(int line) const;                  // from 1
    QScrollBar *sideways() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    // A tool button "Copy" for a block.
    static Button *makeCopyButton(const Theme &theme, QWidget *parent);

signals:
    void lineClicked(int line);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void arrange();
    int headHeight() const;
    QRect frame() const;
    int textHeight() const;
    int lowerMargin() const;
    int lineAt(int y) const; // 0: none
    int numbersWidth() const;
    int marksWidth() const;
    void paintMarks(QPainter &painter, const QRect &part) const;

    const Theme &m_theme;
    const CodeText m_code;
    const TextRole m_role;
    HitFinder m_hits;
    Label *m_file;
    Button *m_copy;
    QTextEdit *m_text;
    QList<LineMark> m_marks;
    bool m_hasHead;
    bool m_isChoosable = false;
};

} // namespace flaskcards
