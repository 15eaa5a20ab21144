// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"
#include "ui/themetokens.h"

#include <QFont>
#include <QObject>

namespace flaskcards {

// What a piece of text is; size, weight and line height follow from it.
enum class TextRole {
    Figure,       // readiness, once a page
    SmallFigure,  // tiles
    Question,     // title of a card in Study
    LongQuestion, // the same above 110 characters or with options
    PageTitle,
    PreviewTitle,
    LargeButton,
    Reading,      // spoken answer
    SmallReading, // explanation and what follows
    KeyPoint,     // key points, options, grade words
    Emphasis,     // as KeyPoint, semibold
    Interface,    // everything else
    Finding,      // as Interface, semibold: findings and panel titles
    Small,        // second lines, small buttons
    SectionLabel, // as Small, semibold
    Caption,      // axes, units; nothing is smaller
    Code,
    LargeCode, // code that is the question
    SmallCode, // code in a preview
};

// Colours, fonts and measures. One object, made after QApplication and passed by reference; whatever paints
// with it listens to changed(). Sets palette and font of the application.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Light, Dark, System };

    static constexpr int smallestScale = 80;
    static constexpr int largestScale = 200;

    // textScale in percent of the system's font size.
    explicit Theme(Mode mode = Mode::System, int textScale = 100, QObject *parent = nullptr);

    const Tokens &colors() const { return m_colors; }
    QColor rating(Rating rating) const { return m_colors.ratings.at(static_cast<size_t>(rating) - 1); }
    QColor flag(int flag) const; // 1 to 7
    bool isDark() const;

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    int textScale() const { return m_textScale; }
    void setTextScale(int percent); // brought into 80-200
    void enlarge() { setTextScale(m_textScale + 10); }
    void reduce() { setTextScale(m_textScale - 10); }

    QFont font(TextRole role) const;
    // A code font of the same size as `around`, for code within a sentence.
    QFont inlineCodeFont(const QFont &around) const;
    // Height of a line of this role in pixels.
    int lineHeight(TextRole role) const;
    // Pixels of one em: the size of TextRole::Interface.
    double em() const { return m_em; }
    // A measure of the design, where 1 em is 14, in the pixels of the actual font.
    int px(double designPx) const;

    QPalette palette() const;
    // For item views: rows selected in `selection` whether the window is active or not.
    QPalette rowPalette() const;

signals:
    // Colours, sizes or both are others now.
    void changed();

private:
    Tokens tokensOfMode() const;
    void apply();

    const QPalette m_systemPalette;
    const QFont m_systemFont;
    Mode m_mode;
    int m_textScale;
    Tokens m_colors;
    double m_em = 14;
};

// Text in `role` as QFontMetrics sees it costs a font look-up; this is the width of `text` in pixels, rounded
// up.
int textWidth(const QFont &font, const QString &text);

} // namespace flaskcards
