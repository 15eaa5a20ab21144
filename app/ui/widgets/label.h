// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QLabel>

namespace flaskcards {

// Plain text in a role and colour of the theme; follows it.
class Label : public QLabel
{
    Q_OBJECT

public:
    Label(const Theme &theme, TextRole role, const QString &text, QWidget *parent = nullptr);

    void setColor(QColor Tokens::*color); // &Tokens::text unless set; &Tokens::text2 for small print
    void setRole(TextRole role);

private:
    void followTheme();

    const Theme &m_theme;
    TextRole m_role;
    QColor Tokens::*m_color = &Tokens::text;
};

// The grey heading of a section of a card or a settings group.
// One line that gives way where there is little room: cut at its end, whole in the tool tip.
class ElidedLabel : public Label
{
    Q_OBJECT

public:
    using Label::Label;

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

class SectionLabel : public Label
{
    Q_OBJECT

public:
    SectionLabel(const Theme &theme, const QString &text, QWidget *parent = nullptr);
};

// A key in a sentence: "Press [Space] to start".
class KeyCap : public QWidget
{
    Q_OBJECT

public:
    KeyCap(const Theme &theme, const QString &key, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_key;
};

} // namespace flaskcards
