// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProgressBar>

#include <optional>

namespace flaskcards {

class Theme;

// A thin line of progress without text, optionally with a target tick and a band of likely outcomes.
class ThinBar : public QProgressBar
{
    Q_OBJECT

public:
    // `name` for those who hear it; thickness in design pixels: 3 in Study, 4 on Today, 6-8 in panels.
    ThinBar(const Theme &theme, const QString &name, int thickness = 6, QWidget *parent = nullptr);

    void setShare(double share); // 0 to 1
    void setTarget(std::optional<double> share);
    void setBand(double from, double to); // paler stretch, e.g. 8 of 10 outcomes
    void setSquare(bool square);          // no rounded ends: the line at the top of Study

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    const int m_thickness;
    double m_share = 0;
    std::optional<double> m_target;
    double m_bandFrom = 0;
    double m_bandTo = 0;
    bool m_square = false;
};

} // namespace flaskcards
