// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/icons.h"

#include <QPushButton>

#include <optional>

namespace flaskcards {

class Theme;

// A push button that paints itself from the theme. Space and Enter press it; the ring comes from Style.
class PaintedButton : public QPushButton
{
    Q_OBJECT

public:
    PaintedButton(const Theme &theme, const QString &text, QWidget *parent);

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool isHovered() const { return isEnabled() && underMouse(); }
    // Menu open or button held.
    bool isPressed() const { return isEnabled() && isDown(); }
    const Theme &theme() const { return m_theme; }

private:
    const Theme &m_theme;
};

// Every button of the program but the grades.
class Button : public PaintedButton
{
    Q_OBJECT

public:
    enum class Look {
        Plain,  // framed
        Filled, // the one thing to do on a page
        Large,  // the same, 56 high
        Small,  // framed, 28 high
        Link,   // text in the link colour
        Tool,   // icon, word or both, without frame
        Quiet,  // the same with a word, 28 high, flush with what is above and below
    };

    Button(const Theme &theme, Look look, const QString &text, QWidget *parent = nullptr);
    // A tool button of an icon alone; `name` is its tool tip and accessible name.
    Button(const Theme &theme, Icon icon, const QString &name, QWidget *parent = nullptr);

    void setSymbol(Icon icon);
    Look look() const { return m_look; }
    // Painted beside the text of large, tool and quiet buttons; elsewhere in the tool tip only. It is a
    // picture of the key: the shortcut itself belongs to the page.
    void setKeyCap(const QString &key);
    // A menu (setMenu) puts an arrow at the right edge and the text at the left.

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Ink {
        QColor fill, line, text;
    };
    Ink ink() const;
    Ink filledInk() const;
    Ink framedInk() const;
    bool isFrameless() const { return m_look == Look::Tool || m_look == Look::Quiet; }
    bool isLow() const { return m_look == Look::Small || m_look == Look::Link || m_look == Look::Quiet; }
    QFont textFont() const;
    QSize contentSize() const;
    int sideMargin() const;
    int leastHeight() const;
    int symbolSide() const;
    bool hasPaintedKey() const;
    void updateToolTip();
    void paintContent(QPainter &painter, const QColor &color) const;

    Look m_look;
    std::optional<Icon> m_symbol;
    QString m_key;
    QString m_name; // of a button without text
};

} // namespace flaskcards
