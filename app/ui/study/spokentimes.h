// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace flaskcards {

class Theme;

// How long the last answers of a card took: a dot each, the newest at the right, over or under the dashed
// line of the target. Hollow ones were short.
class SpokenTimes : public QWidget
{
    Q_OBJECT

public:
    static constexpr int most = 8;

    explicit SpokenTimes(const Theme &theme, QWidget *parent = nullptr);

    void setTimes(const QList<int> &timesMs, int targetMs); // oldest first; the last `most` of them show

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<int> m_timesMs;
    int m_targetMs = 1;
};

} // namespace flaskcards
