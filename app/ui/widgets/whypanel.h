// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/why.h"

#include <QWidget>

class QBoxLayout;

namespace flaskcards {

class Button;
class ForgettingCurve;
class Label;
class Theme;

// Why a card comes when it comes: a sentence and how it was forgotten so far.
class WhyPanel : public QWidget
{
    Q_OBJECT

public:
    enum class Form {
        Boxed, // over a page: a box with a title, sentence beside curve where there is room
        Bare,  // within a pane that says already when the card is due: what comes of it, curve below
    };

    WhyPanel(const Theme &theme, Form form, QWidget *parent = nullptr);

    void setReport(const WhyReport &report);
    // Takes the width and as much of the height as it needs; a curve that does not fit is left out.
    void fitInto(const QSize &room);

signals:
    void closed(); // the person wants it away

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTitle();
    void followTheme();
    void arrange();
    int outerMargin() const;

    const Theme &m_theme;
    const Form m_form;
    Button *m_close = nullptr;
    QWidget *m_title = nullptr;
    Label *m_sentence;
    Label *m_history;
    QBoxLayout *m_parts;
    ForgettingCurve *m_curve;
    bool m_hasCurve = false; // a new card has none
};

} // namespace flaskcards
