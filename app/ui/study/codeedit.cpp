// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/codeedit.h"

#include "ui/cardtext/codecolors.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QSyntaxHighlighter>
#include <QTextBlock>

#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int step = 4; // columns of an indentation
constexpr int fewestLines = 8;
constexpr int mostLines = 24;
constexpr qsizetype longestColoured = 50'000; // characters

// Reads the text as a whole, once for each change of it, and colours block by block: a string may begin many
// lines earlier.
class PythonColors : public QSyntaxHighlighter
{
public:
    PythonColors(QTextDocument *document, const Theme &theme) : QSyntaxHighlighter(document), m_theme(theme)
    {
    }

protected:
    void highlightBlock(const QString &text) override
    {
        readAnew();
        const qsizetype start = currentBlock().position();
        const qsizetype end = start + text.size();
        int across = 0;
        setFormat(0, int(text.size()), codeFormat(CodeToken::Plain, m_theme.colors()));
        for (const CodeSpan &span : m_spans) {
            if (span.start >= end)
                break;
            if (span.start + span.length <= start)
                continue;
            const qsizetype from = std::max(span.start, start);
            setFormat(int(from - start), int(std::min(span.start + span.length, end) - from),
                      codeFormat(span.token, m_theme.colors()));
            across = span.start + span.length > end ? 1 : 0;
        }
        setCurrentBlockState(across); // so that the next block follows where a string opens or closes
    }

private:
    void readAnew()
    {
        if (m_revision == document()->revision() && m_length == document()->characterCount())
            return;
        m_revision = document()->revision();
        m_length = document()->characterCount();
        const QString code = document()->toPlainText();
        m_spans = code.size() > longestColoured ? QList<CodeSpan>() : highlight(code, CodeLanguage::Python);
    }

    const Theme &m_theme;
    QList<CodeSpan> m_spans;
    int m_revision = -1;
    int m_length = -1;
};

qsizetype indentOf(const QString &line)
{
    qsizetype blanks = 0;
    while (blanks < line.size() && line.at(blanks) == u' ')
        ++blanks;
    return blanks;
}

// What follows these on their level is not reached.
bool endsBlock(const QString &line)
{
    static const QStringList words{u"return"_s, u"raise"_s, u"pass"_s, u"break"_s, u"continue"_s};
    return words.contains(line.trimmed().section(u' ', 0, 0));
}

} // namespace

CodeEdit::CodeEdit(const Theme &theme, QWidget *parent) : QPlainTextEdit(parent), m_theme(theme)
{
    setObjectName(u"code"_s);
    setAccessibleName(tr("Your code"));
    setProperty("field", true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setWordWrapMode(QTextOption::NoWrap);
    auto *colors = new PythonColors(document(), theme);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEdit::fitHeight);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { markLine(0); });
    connect(&theme, &Theme::changed, colors, &QSyntaxHighlighter::rehighlight);
    connect(&theme, &Theme::changed, this, &CodeEdit::followTheme);
    followTheme();
}

void CodeEdit::followTheme()
{
    setFont(m_theme.font(TextRole::Code));
    document()->setDocumentMargin(m_theme.px(10));
    const int ring = m_theme.px(2); // more than the frame's own width
    setViewportMargins(ring, ring, ring, ring);
    setTabStopDistance(step * QFontMetricsF(font()).horizontalAdvance(u' '));
    fitHeight();
    showMark();
}

void CodeEdit::fitHeight()
{
    const double line = QFontMetricsF(font()).lineSpacing();
    const int lines = std::clamp(blockCount() + 1, fewestLines, mostLines);
    setFixedHeight(int(std::ceil(lines * line)) + m_theme.px(24));
}

void CodeEdit::markLine(int line)
{
    m_marked = line;
    showMark();
}

void CodeEdit::showMark()
{
    const QTextBlock block = m_marked > 0 ? document()->findBlockByNumber(m_marked - 1) : QTextBlock();
    QList<QTextEdit::ExtraSelection> marks;
    if (block.isValid()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.format.setBackground(m_theme.colors().dangerTint);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

// These are the editor's while it has the focus, not the sitting's.
bool CodeEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->key() == Qt::Key_Escape || (isReturn && key->modifiers() & Qt::ControlModifier))
            event->accept();
    }
    return QPlainTextEdit::event(event);
}

void CodeEdit::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    switch (event->key()) {
    case Qt::Key_Escape:
        return emit left();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (modifiers == Qt::ControlModifier)
            return event->isAutoRepeat() ? void() : emit runRequested();
        return breakLine();
    case Qt::Key_Tab:
        if (modifiers == Qt::NoModifier)
            return indent(true);
        break;
    case Qt::Key_Backtab:
        return indent(false);
    case Qt::Key_Backspace:
        if (modifiers == Qt::NoModifier && eraseIndent())
            return;
        break;
    default:
        break;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void CodeEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    update(); // the frame
}

void CodeEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    update();
    QTextCursor cursor = textCursor(); // a selection left behind would look as if it had the focus
    if (cursor.hasSelection() && event->reason() != Qt::PopupFocusReason) {
        cursor.clearSelection();
        setTextCursor(cursor);
    }
}

void CodeEdit::breakLine()
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString before = cursor.block().text().first(cursor.positionInBlock());
    qsizetype blanks = indentOf(before);
    if (before.trimmed().endsWith(u':'))
        blanks += step;
    else if (endsBlock(before))
        blanks = std::max<qsizetype>(0, blanks - step);
    cursor.insertText(u'\n' + QString(blanks, u' '));
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

// Of the chosen lines, or blanks up to the next step where nothing is chosen.
void CodeEdit::indent(bool deeper)
{
    QTextCursor cursor = textCursor();
    if (deeper && !cursor.hasSelection()) {
        cursor.insertText(QString(step - cursor.positionInBlock() % step, u' '));
        return ensureCursorVisible();
    }
    const QTextBlock last = document()->findBlock(cursor.selectionEnd());
    cursor.beginEditBlock();
    for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid();
         block = block.next()) {
        QTextCursor start(block);
        if (deeper && !block.text().isEmpty())
            start.insertText(QString(step, u' '));
        else if (!deeper)
            for (qsizetype i = std::min<qsizetype>(step, indentOf(block.text())); i > 0; --i)
                start.deleteChar();
        if (block == last)
            break;
    }
    cursor.endEditBlock();
}

// Backspace in front of a line's text takes a step away.
bool CodeEdit::eraseIndent()
{
    QTextCursor cursor = textCursor();
    const int at = cursor.positionInBlock();
    if (cursor.hasSelection() || at == 0 || indentOf(cursor.block().text()) < at)
        return false;
    cursor.setPosition(cursor.position() - ((at - 1) % step + 1), QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    return true;
}

} // namespace flaskcards
