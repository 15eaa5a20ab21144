// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"
#include "ui/widgets/button.h"

namespace flaskcards {

enum class Command;

// One grade: coloured strip, word, key and when the card would come back.
class GradeButton : public PaintedButton
{
    Q_OBJECT

public:
    // `rating` gives the colour; a picture of the key of `command` is shown.
    GradeButton(const Theme &theme, Rating rating, const QString &word, Command command,
                QWidget *parent = nullptr);

    Rating rating() const { return m_rating; }
    void setInterval(const QString &interval); // "13 days", or what else the grade means
    void setSuggested(bool suggested);
    bool isSuggested() const { return m_suggested; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString secondLine() const;
    QString shownSecondLine(double room) const;
    void describe();

    const Rating m_rating;
    QString m_key;
    QString m_interval;
    bool m_suggested = false;
};

// The grades side by side in the foot of Study: four, or two ("Not yet", "Got it") that span two columns
// each. Narrower than 130 each, four become two rows of two, unless height is scarcer than width. The keys 1
// to 4 themselves belong to the page.
class GradeBar : public QWidget
{
    Q_OBJECT

public:
    explicit GradeBar(const Theme &theme, QWidget *parent = nullptr);

    void setTwoGrades(bool two);
    void setTight(bool tight); // height is scarce
    bool hasTwoGrades() const { return m_twoGrades; }
    void setInterval(Rating rating, const QString &interval);
    // No rating: nothing is suggested.
    void setSuggested(std::optional<Rating> rating);
    QList<GradeButton *> buttons() const { return m_buttons; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void graded(flaskcards::Rating rating);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void arrange();
    int columnsFor(int width) const;
    int rowHeight() const;
    int gap() const;

    const Theme &m_theme;
    QList<GradeButton *> m_buttons;
    bool m_twoGrades = false;
    bool m_isTight = false;
};

} // namespace flaskcards
