// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"
#include "ui/cardtext/textdocument.h"
#include "ui/widgets/button.h"

namespace flaskcards {

// One choice of a multiple-choice question. The room for its reason is kept from the start, so that nothing
// moves when it appears.
class OptionRow : public PaintedButton
{
    Q_OBJECT

public:
    enum class State {
        Open,       // to be chosen
        Chosen,     // by the person, and not judged yet: it can be chosen otherwise
        Plain,      // answered: neither right nor chosen; its reason in grey
        Right,      // the right one
        WrongChosen // the person's answer, and wrong
    };

    // `letter` is what the row is called and its key: A to E.
    OptionRow(const Theme &theme, QChar letter, const Option &option, QWidget *parent = nullptr);

    void setState(State state);
    State state() const { return m_state; }
    bool canBeChosen() const { return m_state == State::Open || m_state == State::Chosen; }
    void setHits(const HitFinder &hits);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Colors {
        QColor fill, line, letter, letterFill, letterLine;
    };
    Colors colors() const;
    QString verdict() const;
    void renderTexts();
    int textLeft() const;
    int textWidthIn(int width) const;
    int verdictWidth() const;
    void paintLetter(QPainter &painter, const Colors &colors) const;
    void paintVerdict(QPainter &painter, const QColor &color) const;

    const QChar m_letter;
    const QList<MarkupStep> m_textSteps;
    const QList<MarkupStep> m_reasonSteps;
    HitFinder m_hits;
    State m_state = State::Open;
    PaintedText m_text;
    PaintedText m_reason;
};

} // namespace flaskcards
