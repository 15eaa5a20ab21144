// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/optionrow.h"

#include "ui/widgets/paint.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace flaskcards {

OptionRow::OptionRow(const Theme &theme, QChar letter, const Option &option, QWidget *parent)
    : PaintedButton(theme, {}, parent),
      m_letter(letter),
      m_textSteps(readInline(option.text)),
      m_reasonSteps(readInline(option.reason)),
      m_text(theme),
      m_reason(theme)
{
    setObjectName(u"option"_s + letter);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    renderTexts();
    setState(State::Open);
    connect(&theme, &Theme::changed, this, &OptionRow::renderTexts);
}

void OptionRow::setState(State state)
{
    m_state = state;
    setAccessibleName(tr("%1: %2", "letter of an option and its text").arg(m_letter).arg(m_text.plain()));
    const QString said = verdict().isEmpty() ? QString() : verdict() + u". "_s;
    setAccessibleDescription(canBeChosen() ? said.trimmed() : said + m_reason.plain());
    renderTexts();
}

void OptionRow::setHits(const HitFinder &hits)
{
    m_hits = hits;
    renderTexts();
}

void OptionRow::renderTexts()
{
    const bool judged = m_state == State::Right || m_state == State::WrongChosen;
    m_text.set(m_textSteps, {TextRole::KeyPoint, &Tokens::text, !judged, m_hits});
    m_reason.set(m_reasonSteps,
                 {TextRole::Interface, judged ? &Tokens::text : &Tokens::text2, !judged, m_hits});
    updateGeometry();
    update();
}

QString OptionRow::verdict() const
{
    switch (m_state) {
    case State::Right:
        return tr("Right");
    case State::Chosen:
    case State::WrongChosen:
        return tr("Your answer");
    default:
        return {};
    }
}

OptionRow::Colors OptionRow::colors() const
{
    const Tokens &t = theme().colors();
    switch (m_state) {
    case State::Open: {
        const QColor fill = isPressed() ? t.heat[0] : isHovered() ? t.sunken : t.surface;
        return {fill, t.edge, t.text, Qt::transparent, t.edge};
    }
    case State::Chosen:
        return {isPressed() ? t.heat[0] : t.tint, t.accent, t.onFill, t.fill, t.fill};
    case State::Plain:
        return {t.surface, t.border, t.text, Qt::transparent, t.edge};
    case State::Right:
        return {t.successTint, t.success, t.surface, t.success, t.success};
    case State::WrongChosen:
        return {t.dangerTint, t.danger, t.surface, t.danger, t.danger};
    }
    return {};
}

int OptionRow::textLeft() const
{
    return theme().px(53);
}

// The longer of the verdicts is kept free at all times.
int OptionRow::verdictWidth() const
{
    const QFont font = theme().font(TextRole::SectionLabel);
    return std::max(textWidth(font, tr("Right")), textWidth(font, tr("Your answer"))) + theme().px(20 + 8);
}

int OptionRow::textWidthIn(int width) const
{
    return std::max(theme().px(40), width - textLeft() - verdictWidth() - theme().px(24));
}

int OptionRow::heightForWidth(int width) const
{
    const int reasonWidth = std::max(theme().px(40), width - textLeft() - theme().px(16));
    const int texts =
        m_text.heightForWidth(textWidthIn(width)) + theme().px(4) + m_reason.heightForWidth(reasonWidth);
    return std::max(theme().px(52), texts + 2 * theme().px(13));
}

QSize OptionRow::sizeHint() const
{
    return {theme().px(720), heightForWidth(width())};
}

QSize OptionRow::minimumSizeHint() const
{
    return {theme().px(200), theme().px(52)};
}

void OptionRow::paintLetter(QPainter &painter, const Colors &colors) const
{
    const double side = theme().px(28);
    const QRectF box(theme().px(13), theme().px(11), side, side);
    paintBox(painter, box, theme().px(6), colors.letterFill, colors.letterLine);
    paintText(painter, box, theme().font(TextRole::SectionLabel), colors.letter, QString(m_letter),
              Qt::AlignHCenter);
}

void OptionRow::paintVerdict(QPainter &painter, const QColor &color) const
{
    const QFont font = theme().font(TextRole::SectionLabel);
    const double textStart = width() - theme().px(17) - textWidth(font, verdict());
    const double top = theme().px(13);
    const double height = theme().lineHeight(TextRole::KeyPoint);
    paintText(painter, QRectF(textStart, top, width() - textStart, height), font, color, verdict());
    if (m_state == State::Chosen)
        return;
    const double side = theme().px(18);
    const QRectF box(textStart - side - theme().px(6), top + (height - side) / 2, side, side);
    paintIcon(painter, m_state == State::Right ? Icon::Check : Icon::Cross, box, color);
}

void OptionRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors c = colors();
    paintBox(painter, rect(), theme().px(8), c.fill, c.line);
    paintLetter(painter, c);
    const int textWidth = textWidthIn(width());
    const double top = theme().px(13);
    m_text.paint(painter, QPointF(textLeft(), top), textWidth);
    if (!verdict().isEmpty())
        paintVerdict(painter, c.line);
    if (canBeChosen())
        return;
    const double reasonTop = top + m_text.heightForWidth(textWidth) + theme().px(4);
    m_reason.paint(painter, QPointF(textLeft(), reasonTop), width() - textLeft() - theme().px(16));
}

} // namespace flaskcards
