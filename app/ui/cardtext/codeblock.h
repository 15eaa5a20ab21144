// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cardtext/markup.h"
#include "ui/cardtext/textdocument.h"

#include <QWidget>

class QTextEdit;

namespace flaskcards {

class Button;
class Label;

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

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    // A tool button "Copy" for a block.
    static Button *makeCopyButton(const Theme &theme, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void arrange();
    int headHeight() const;
    QRect frame() const;
    int textHeight() const;
    int lowerMargin() const;

    const Theme &m_theme;
    const CodeText m_code;
    const TextRole m_role;
    HitFinder m_hits;
    Label *m_file;
    Button *m_copy;
    QTextEdit *m_text;
    bool m_hasHead;
};

} // namespace flaskcards
