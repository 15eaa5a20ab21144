// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/progress.h"

#include <QWidget>

namespace flaskcards {

class Label;
class Theme;

// The five numbers above the charts, each over its few words; a line stands between them. In a narrow page
// they take two rows.
class Figures : public QWidget
{
    Q_OBJECT

public:
    explicit Figures(const Theme &theme, QWidget *parent = nullptr);

    void setReport(const ProgressReport &report);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Figure {
        QWidget *box;
        Label *number;
        Label *words;
    };
    void set(int figure, const QString &number, const QString &words, const QString &explanation);
    void arrange();
    int columnsFor(int width) const;
    int rowHeight() const;

    const Theme &m_theme;
    QList<Figure> m_figures;
};

} // namespace flaskcards
