// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/sourceedit.h"

#include "ui/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace flaskcards {

// The strip at the left; the text knows where its lines are.
class LineNumbers : public QWidget
{
public:
    explicit LineNumbers(SourceEdit *text) : QWidget(text), m_text(text) {}

protected:
    void paintEvent(QPaintEvent *event) override { m_text->paintNumbers(event); }

private:
    SourceEdit *m_text;
};

SourceEdit::SourceEdit(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent), m_theme(theme), m_numbers(new LineNumbers(this))
{
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &SourceEdit::followTheme);
    followTheme();
    connect(&theme, &Theme::changed, this, &SourceEdit::followTheme);
}

void SourceEdit::followTheme()
{
    setFont(m_theme.font(TextRole::Code));
    document()->setDocumentMargin(m_theme.px(8));
    setViewportMargins(numbersWidth(), 0, 0, 0);
    m_numbers->update();
}

int SourceEdit::numbersWidth() const
{
    const int digits = std::max(2, int(QString::number(blockCount()).size()));
    return textWidth(m_theme.font(TextRole::Caption), QString(digits, u'0')) + m_theme.px(20);
}

void SourceEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect inside = contentsRect();
    m_numbers->setGeometry(inside.left(), inside.top(), numbersWidth(), inside.height());
}

void SourceEdit::paintNumbers(QPaintEvent *event)
{
    QPainter painter(m_numbers);
    painter.setFont(m_theme.font(TextRole::Caption));
    const double ascent = QFontMetricsF(font()).ascent();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > event->rect().bottom())
            break;
        const int line = block.blockNumber() + 1;
        const bool marked = m_marked.contains(line);
        painter.setPen(marked ? m_theme.colors().danger : m_theme.colors().text2);
        const double right = m_numbers->width() - m_theme.px(6);
        const QString number = QString::number(line);
        painter.drawText(QPointF(right - painter.fontMetrics().horizontalAdvance(number), box.top() + ascent),
                         number);
        if (marked)
            painter.fillRect(QRectF(0, box.top(), m_theme.px(3), box.height()), m_theme.colors().danger);
    }
}

void SourceEdit::setMarkedLines(const QSet<int> &lines)
{
    m_marked = lines;
    m_numbers->update();
}

void SourceEdit::goToLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 1, blockCount()) - 1);
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock);
    setTextCursor(cursor);
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

void SourceEdit::breakLine()
{
    const QString line = textCursor().block().text().first(textCursor().positionInBlock());
    qsizetype indent = 0;
    while (indent < line.size() && line.at(indent) == u' ')
        ++indent;
    textCursor().insertText(u'\n' + line.first(indent));
    ensureCursorVisible();
}

void SourceEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && !(event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)))
        return breakLine();
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace flaskcards
