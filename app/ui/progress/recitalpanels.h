// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/confidence.h"
#include "library/keypoints.h"

#include <QWidget>

namespace flaskcards {

class Panel;
class Theme;

// How answers were given beside their grades: whether "sure" meant right, and the key points that are left
// out. Hidden where nothing is known of either.
class RecitalPanels : public QWidget
{
    Q_OBJECT

public:
    explicit RecitalPanels(const Theme &theme, QWidget *parent = nullptr);

    void show(const ConfidenceReport &confidence, const QList<WeakPoint> &points);

signals:
    void listRequested(const QString &query); // in the search language

private:
    void showConfidence(const ConfidenceReport &report);
    void showPoints(const QList<WeakPoint> &points);

    const Theme &m_theme;
    Panel *m_confidence;
    Panel *m_points;
};

} // namespace flaskcards
