// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace flaskcards {

class Button;
class Label;
class Theme;

// A line over the whole width at the top of the window, for what holds as long as the window is open: what is
// so, and what to do about it.
class TopLine : public QWidget
{
    Q_OBJECT

public:
    TopLine(const Theme &theme, const QString &whatIsSo, const QString &more, QWidget *parent = nullptr);

    void setTexts(const QString &whatIsSo, const QString &more);
    // The one at the right; made when first given a text, hidden by an empty one.
    void setButton(const QString &text);

signals:
    void pressed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void followTheme();
    void arrange();

    const Theme &m_theme;
    Label *m_headline;
    Label *m_more;
    QHBoxLayout *m_row;
    QHBoxLayout *m_texts;
    Button *m_button = nullptr;
};

} // namespace flaskcards
