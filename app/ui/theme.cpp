// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QScreen>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct RoleLook {
    double em;
    double line; // times the role's own size
    bool semibold = false;
    bool code = false;
};

// In the order of TextRole.
constexpr RoleLook roleLooks[] = {
    {3.15, 1.2, true},         // Figure
    {1.6, 1.2, true},          // SmallFigure
    {1.85, 1.38, true},        // Question
    {1.43, 1.55, true},        // LongQuestion
    {1.7, 1.33, true},         // PageTitle
    {1.35, 1.4, true},         // PreviewTitle
    {1.2, 1.33, true},         // LargeButton
    {1.2, 1.6},                // Reading
    {1.14, 1.55},              // SmallReading
    {1.07, 1.5},               // KeyPoint
    {1.07, 1.43, true},        // Emphasis
    {1, 1.43},                 // Interface
    {1, 1.43, true},           // Finding
    {0.93, 1.5},               // Small
    {0.93, 1.5, true},         // SectionLabel
    {0.86, 1.33},              // Caption
    {0.96, 1.55, false, true}, // Code
    {1.07, 1.67, false, true}, // LargeCode
    {0.89, 1.6, false, true},  // SmallCode
};

const RoleLook &lookOf(TextRole role)
{
    return roleLooks[static_cast<size_t>(role)];
}

double pointSize(const QFont &font)
{
    return font.pointSizeF() > 0 ? font.pointSizeF() : QFontInfo(font).pointSizeF();
}

bool isHighContrast(const QPalette &palette)
{
    return contrast(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) > 20.5;
}

void makeCode(QFont &font)
{
    // "NL" has no ligatures: in teaching, != has to look like what one types.
    font.setFamilies({u"JetBrains Mono NL"_s, u"JetBrains Mono"_s,
                      QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setWeight(QFont::Normal);
}

} // namespace

Theme::Theme(Mode mode, int textScale, QObject *parent)
    : QObject(parent),
      m_systemPalette(QGuiApplication::palette()),
      m_systemFont(QApplication::font()),
      m_mode(mode),
      m_textScale(std::clamp(textScale, smallestScale, largestScale))
{
    apply();
}

QColor Theme::flag(int flag) const
{
    return m_colors.flags.at(static_cast<size_t>(flag) - 1);
}

bool Theme::isDark() const
{
    return m_colors.window.lightness() < 128;
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
    emit changed();
}

void Theme::setTextScale(int percent)
{
    const int scale = std::clamp(percent, smallestScale, largestScale);
    if (scale == m_textScale)
        return;
    m_textScale = scale;
    apply();
    emit changed();
}

QFont Theme::font(TextRole role) const
{
    const RoleLook &look = lookOf(role);
    QFont font = m_systemFont;
    font.setPointSizeF(pointSize(m_systemFont) * m_textScale / 100 * look.em);
    font.setWeight(look.semibold ? QFont::DemiBold : QFont::Normal);
    if (look.code)
        makeCode(font);
    return font;
}

QFont Theme::inlineCodeFont(const QFont &around) const
{
    QFont font = around;
    makeCode(font);
    font.setPointSizeF(around.pointSizeF() * 0.94);
    return font;
}

int Theme::lineHeight(TextRole role) const
{
    return qRound(m_em * lookOf(role).em * lookOf(role).line);
}

int Theme::px(double designPx) const
{
    const int pixels = qRound(designPx * m_em / 14);
    return designPx > 0 ? std::max(1, pixels) : pixels;
}

QPalette Theme::palette() const
{
    const Tokens &t = m_colors;
    QPalette palette(t.text, t.surface, t.border, t.edge, t.border, t.text, t.text, t.surface, t.window);
    palette.setColor(QPalette::Light, t.surface);
    palette.setColor(QPalette::Midlight, t.sunken);
    palette.setColor(QPalette::AlternateBase, t.window);
    palette.setColor(QPalette::PlaceholderText, t.text2);
    palette.setColor(QPalette::ToolTipBase, t.raised);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Link, t.link);
    palette.setColor(QPalette::LinkVisited, t.link);
    palette.setColor(QPalette::Highlight, t.fill);
    palette.setColor(QPalette::HighlightedText, t.onFill);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, t.window);
    palette.setColor(QPalette::Disabled, QPalette::Button, t.window);
    return palette;
}

QPalette Theme::rowPalette() const
{
    QPalette palette = this->palette();
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        palette.setColor(group, QPalette::Highlight, m_colors.selection);
        palette.setColor(group, QPalette::HighlightedText, m_colors.onSelection);
    }
    return palette;
}

Tokens Theme::tokensOfMode() const
{
    if (m_mode == Mode::System && isHighContrast(m_systemPalette))
        return tokensOf(m_systemPalette);
    const bool systemIsDark = m_systemPalette.color(QPalette::Window).lightness() < 128;
    const bool dark = m_mode == Mode::Dark || (m_mode == Mode::System && systemIsDark);
    return dark ? darkTokens() : lightTokens();
}

void Theme::apply()
{
    m_colors = tokensOfMode();
    // From points where there are any: QFontInfo would load the font, 10 ms before the window shows.
    const bool hasPoints = m_systemFont.pointSizeF() > 0;
    const double pixels =
        hasPoints ? m_systemFont.pointSizeF() * qGuiApp->primaryScreen()->logicalDotsPerInchY() / 72
                  : QFontInfo(m_systemFont).pixelSize();
    m_em = pixels * m_textScale / 100;
    const bool keepsSystem = m_mode == Mode::System && isHighContrast(m_systemPalette);
    QApplication::setPalette(keepsSystem ? m_systemPalette : palette());
    QApplication::setFont(font(TextRole::Interface));
    QToolTip::setPalette(QApplication::palette());
    QToolTip::setFont(font(TextRole::Small));
}

int textWidth(const QFont &font, const QString &text)
{
    return static_cast<int>(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

} // namespace flaskcards
