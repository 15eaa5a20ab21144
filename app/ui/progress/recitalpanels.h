// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/confidence.h"
#include "library/keypoints.h"

#include <QWidget>

namespace flaskcards {

class Button;
class Panel;
class Theme;

// How answers were given beside their grades: whether "sure" meant right, and the key points that are left
// out. Hidden where nothing is known of either.
class RecitalPanels : public QWidget
{
    Q_OBJECT

public:
    explicit RecitalPanels(const Theme &theme, QWidget *parent = nullptr);

    // The points are in their order; of those of all topics, or of one, the first are shown.
    void show(const ConfidenceReport &confidence, const QList<WeakPoint> &points);

signals:
    void listRequested(const QString &query); // in the search language

private:
    void showConfidence(const ConfidenceReport &report);
    void offerTopics();
    void chooseTopic(const QString &topic); // empty: all
    void showPoints();
    void addPoint(const WeakPoint &point);

    const Theme &m_theme;
    Panel *m_confidence;
    Panel *m_panel;
    Button *m_topicButton;
    QList<WeakPoint> m_points;
    QString m_topic;
};

} // namespace flaskcards
