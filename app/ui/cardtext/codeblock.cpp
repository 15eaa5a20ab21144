// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/codeblock.h"

#include "ui/cardtext/codecolors.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QTextBlock>
#include <QTextEdit>
#include <QTimer>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int longestColoured = 200'000; // characters; beyond, plain text is shown at once

// Characters that reorder what is read would let code look like other code.
QString shown(QString text)
{
    for (QChar &character : text) {
        const char16_t code = character.unicode();
        const bool reorders = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        if (reorders || (code < 0x20 && code != '\n' && code != '\t'))
            character = QChar::ReplacementCharacter;
    }
    return text;
}

void insertColoured(QTextCursor &cursor, const QString &code, CodeLanguage language, const Theme &theme)
{
    const Tokens &t = theme.colors();
    const bool plain = code.size() > longestColoured;
    const QList<CodeSpan> spans = plain ? QList<CodeSpan>() : highlight(code, language);
    qsizetype at = 0;
    for (const CodeSpan &span : spans) {
        insertCode(cursor, code.mid(at, span.start - at), codeFormat(CodeToken::Plain, t));
        insertCode(cursor, code.mid(span.start, span.length), codeFormat(span.token, t));
        at = span.start + span.length;
    }
    if (plain)
        cursor.insertText(code, codeFormat(CodeToken::Plain, t));
    else
        insertCode(cursor, code.mid(at), codeFormat(CodeToken::Plain, t));
}

void markHits(QTextCursor &cursor, const QList<QPair<int, int>> &hits, const Tokens &t)
{
    QTextCharFormat mark;
    mark.setBackground(t.mark);
    mark.setForeground(t.onMark);
    for (const auto &[start, length] : hits) {
        cursor.setPosition(start);
        cursor.setPosition(start + length, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(mark);
    }
}

// Sideways scrolling only; keys and vertical wheel belong to the page.
class CodeView : public QTextEdit
{
public:
    explicit CodeView(QWidget *parent) : QTextEdit(parent)
    {
        setFrameShape(QFrame::NoFrame);
        setReadOnly(true);
        setLineWrapMode(QTextEdit::NoWrap);
        viewport()->setAutoFillBackground(false);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        setFocusPolicy(Qt::ClickFocus);
        setProperty("focusRing", true);
        setUndoRedoEnabled(false);
    }

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        const bool sideways = event->angleDelta().x() != 0 || event->modifiers() & Qt::ShiftModifier;
        if (!sideways)
            return event->ignore();
        QTextEdit::wheelEvent(event);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        QScrollBar *bar = horizontalScrollBar();
        if (event->matches(QKeySequence::Copy))
            return QTextEdit::keyPressEvent(event);
        const bool moves =
            (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) && bar->maximum() > 0;
        if (!moves)
            return event->ignore();
        bar->triggerAction(event->key() == Qt::Key_Left ? QAbstractSlider::SliderSingleStepSub
                                                        : QAbstractSlider::SliderSingleStepAdd);
    }
};

} // namespace

CodeBlock::CodeBlock(const Theme &theme, const CodeText &code, TextRole role, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_code(code),
      m_role(role),
      m_file(new Label(theme, TextRole::Small, code.file, this)),
      m_copy(makeCopyButton(theme, this)),
      m_text(new CodeView(this)),
      m_hasHead(!code.file.isEmpty())
{
    m_file->setColor(&Tokens::text2);
    m_text->setAccessibleName(code.file.isEmpty() ? tr("Code") : tr("Code of %1").arg(code.file));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_copy, &Button::clicked, this, &CodeBlock::copy);
    connect(&theme, &Theme::changed, this, &CodeBlock::rebuild);
    setHeadVisible(m_hasHead);
    rebuild();
}

Button *CodeBlock::makeCopyButton(const Theme &theme, QWidget *parent)
{
    auto *button = new Button(theme, Button::Look::Quiet, tr("Copy"), parent);
    button->setSymbol(Icon::Copy);
    button->setAccessibleName(tr("Copy the code"));
    connect(button, &Button::clicked, button, [button] {
        button->setText(tr("Copied"));
        QTimer::singleShot(1500, button, [button] { button->setText(tr("Copy")); });
    });
    return button;
}

void CodeBlock::setHeadVisible(bool visible)
{
    m_hasHead = visible;
    m_file->setVisible(visible);
    m_copy->setVisible(visible);
    updateGeometry();
    arrange();
}

void CodeBlock::setHits(const HitFinder &hits)
{
    m_hits = hits;
    rebuild();
}

void CodeBlock::setLineMarks(const QList<LineMark> &marks)
{
    m_marks = marks;
    arrange();
    update();
}

void CodeBlock::setChoosable(bool choosable)
{
    m_isChoosable = choosable;
    m_text->viewport()->removeEventFilter(this);
    if (choosable)
        m_text->viewport()->installEventFilter(this);
    setCursor(choosable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QRect CodeBlock::lineRect(int line) const
{
    const int height = m_theme.lineHeight(m_role);
    return {1, headHeight() + m_theme.px(14) + (line - 1) * height, width() - 2, height};
}

int CodeBlock::lineAt(int y) const
{
    const int line = (y - lineRect(1).top()) / m_theme.lineHeight(m_role) + 1;
    return y >= lineRect(1).top() && line <= m_marks.size() ? line : 0;
}

void CodeBlock::mouseReleaseEvent(QMouseEvent *event)
{
    const int line = lineAt(event->position().toPoint().y());
    if (m_isChoosable && event->button() == Qt::LeftButton && line > 0)
        emit lineClicked(line);
}

// A click in the text is one on its line, unless it has selected something.
bool CodeBlock::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease && !m_text->textCursor().hasSelection()) {
        const auto *click = static_cast<QMouseEvent *>(event);
        const int line = lineAt(m_text->viewport()->mapTo(this, click->position().toPoint()).y());
        if (click->button() == Qt::LeftButton && line > 0)
            emit lineClicked(line);
    }
    return QWidget::eventFilter(watched, event);
}

QScrollBar *CodeBlock::sideways() const
{
    return m_text->horizontalScrollBar();
}

void CodeBlock::copy() const
{
    QGuiApplication::clipboard()->setText(m_code.text);
}

void CodeBlock::rebuild()
{
    QTextDocument *document = m_text->document();
    document->setDocumentMargin(0);
    document->setDefaultFont(m_theme.font(m_role));
    document->clear();
    QTextCursor cursor(document);
    cursor.beginEditBlock();
    QTextBlockFormat lines;
    lines.setLineHeight(m_theme.lineHeight(m_role), QTextBlockFormat::FixedHeight);
    lines.setLayoutDirection(Qt::LeftToRight);
    cursor.setBlockFormat(lines);
    insertColoured(cursor, shown(m_code.text), codeLanguage(m_code.language), m_theme);
    if (m_hits)
        markHits(cursor, m_hits(m_code.text), m_theme.colors());
    cursor.endEditBlock();
    m_text->setTextCursor(QTextCursor(document)); // inserting took it to the end
    updateGeometry();
    arrange();
    update();
}

int CodeBlock::headHeight() const
{
    return m_hasHead ? m_copy->sizeHint().height() : 0;
}

QRect CodeBlock::frame() const
{
    return rect().adjusted(0, headHeight(), 0, 0);
}

int CodeBlock::textHeight() const
{
    return static_cast<int>(std::ceil(m_text->document()->size().height()));
}

int CodeBlock::lowerMargin() const
{
    return std::max(m_theme.px(14), m_text->style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 2);
}

// The room for the scroll bar is part of the lower margin, so that code that needs one is not higher.
QSize CodeBlock::sizeHint() const
{
    return {m_theme.px(720), headHeight() + m_theme.px(14) + textHeight() + lowerMargin()};
}

QSize CodeBlock::minimumSizeHint() const
{
    return {m_theme.px(80), sizeHint().height()};
}

void CodeBlock::arrange()
{
    const int head = headHeight();
    m_copy->setGeometry(width() - m_copy->sizeHint().width(), 0, m_copy->sizeHint().width(), head);
    m_file->setGeometry(0, 0, std::max(0, width() - m_copy->width()), head);
    const int side = m_marks.isEmpty() ? m_theme.px(16) : marksWidth();
    const int top = m_theme.px(14);
    const int up = static_cast<int>(lift(m_theme, m_role));
    m_text->setGeometry(side, head + top - up, width() - side - m_theme.px(2),
                        textHeight() + up + lowerMargin() - 1);
    m_text->horizontalScrollBar()->setValue(0);
    const bool isWide = m_text->document()->idealWidth() > m_text->width();
    m_text->setFocusPolicy(isWide ? Qt::StrongFocus : Qt::ClickFocus);
}

int CodeBlock::numbersWidth() const
{
    int widest = 0;
    for (const LineMark &mark : m_marks)
        widest = std::max(widest, int(mark.number.size()));
    return textWidth(m_theme.font(m_role), QString(widest, u'0'));
}

int CodeBlock::marksWidth() const
{
    return m_theme.px(12 + 18 + 12) + numbersWidth();
}

// Ground, number and sign of every line; the text above is transparent.
void CodeBlock::paintMarks(QPainter &painter, const QRect &part) const
{
    const QFont font = m_theme.font(m_role);
    const int numbers = numbersWidth();
    const int height = m_theme.lineHeight(m_role);
    const int above = (part.top() - lineRect(1).top()) / height;
    const int last = std::min(int(m_marks.size()), above + part.height() / height + 2);
    for (int line = std::max(1, above); line <= last; ++line) {
        const LineMark &mark = m_marks.at(line - 1);
        const QRect row = lineRect(line);
        if (mark.ground)
            painter.fillRect(row, m_theme.colors().*mark.ground);
        const QColor ink = m_theme.colors().*mark.ink;
        const QRect number(row.left() + m_theme.px(11), row.top(), numbers, row.height());
        paintText(painter, number, font, ink, mark.number, Qt::AlignRight);
        const QRect sign(number.right() + 1 + m_theme.px(3), row.top(), m_theme.px(18), row.height());
        if (mark.icon)
            paintIcon(painter, *mark.icon, sign.adjusted(m_theme.px(1), 0, -m_theme.px(1), 0), ink);
        else if (!mark.sign.isEmpty())
            paintText(painter, sign, font, ink, mark.sign, Qt::AlignHCenter);
    }
}

void CodeBlock::resizeEvent(QResizeEvent *)
{
    arrange();
}

void CodeBlock::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintBox(painter, frame(), m_theme.px(6), m_theme.colors().sunken, m_theme.colors().border);
    paintMarks(painter, event->rect());
}

} // namespace flaskcards
