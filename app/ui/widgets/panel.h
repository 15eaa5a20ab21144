// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace flaskcards {

class Label;

// A rounded box with a line around it. From the top: title with a note at the right, caption with a legend
// behind it, then what is put into body(). Rows that are not set take no room.
class Panel : public QWidget
{
    Q_OBJECT

public:
    // Margins in design pixels: 16×12, on Today 24×20.
    explicit Panel(const Theme &theme, QWidget *parent = nullptr, int sideMargin = 16, int topMargin = 12);

    void setTitle(const QString &text); // a finding: a sentence; also the accessible name
    void setNote(const QString &text);
    void setCaption(const QString &text); // unit and period, small
    // Widgets at the right of the title, e.g. a Legend or a Button.
    void addBesideTitle(QWidget *widget);
    // Behind the caption, e.g. a Legend.
    void addBesideCaption(QWidget *widget);
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;
    const Theme &theme() const { return m_theme; }

private:
    void followTheme();

    const Theme &m_theme;
    const int m_sideMargin;
    const int m_topMargin;
    Label *m_title;
    Label *m_note;
    Label *m_caption;
    QHBoxLayout *m_titleRow;
    QHBoxLayout *m_captionRow;
    QVBoxLayout *m_body;
};

// What the marks of a chart mean: "■ due  □ new  — recall".
class Legend : public QWidget
{
    Q_OBJECT

public:
    enum class Mark { Solid, Hollow, Line, Dashed, Dot, HollowDot };
    struct Entry {
        Mark mark = Mark::Solid;
        QString text;
        QColor Tokens::*color = &Tokens::chart;
        int rating = 0; // 1-4 takes the colour of that rating instead
    };

    Legend(const Theme &theme, const QList<Entry> &entries, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int markWidth(Mark mark) const;
    QColor colorOf(const Entry &entry) const;
    void paintMark(QPainter &painter, const QRectF &box, const Entry &entry) const;

    const Theme &m_theme;
    const QList<Entry> m_entries;
};

} // namespace flaskcards
