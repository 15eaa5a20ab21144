// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cardtext/textdocument.h"
#include "ui/icons.h"
#include "ui/widgets/button.h"

#include <QCheckBox>

namespace flaskcards {

// A key point to tick off: a real check box whose text may hold code and wraps.
class CheckLine : public QCheckBox
{
    Q_OBJECT

public:
    CheckLine(const Theme &theme, const QString &markdown, QWidget *parent = nullptr);

    void setHits(const HitFinder &hits);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }
    void paintEvent(QPaintEvent *event) override;

private:
    int textLeft() const;

    const Theme &m_theme;
    PaintedText m_text;
};

// An icon and a text that may wrap, pressed as a whole: a follow-up question.
class LinkRow : public PaintedButton
{
    Q_OBJECT

public:
    LinkRow(const Theme &theme, Icon icon, const QString &markdown, QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int textLeft() const;

    const Icon m_icon;
    PaintedText m_text;
};

} // namespace flaskcards
