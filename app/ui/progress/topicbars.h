// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/today.h"

#include <QWidget>

class QVBoxLayout;

namespace flaskcards {

class Theme;

// A row a topic: name, bar, per cent; the dashed target runs through all of them. Each row is a button.
class TopicBars : public QWidget
{
    Q_OBJECT

public:
    explicit TopicBars(const Theme &theme, QWidget *parent = nullptr);

    void setTopics(const QList<TopicRecall> &topics, double target);

signals:
    void opened(const QString &topic);

private:
    void rebuild();

    const Theme &m_theme;
    QList<TopicRecall> m_topics;
    double m_target = 0.9;
    QVBoxLayout *m_rows;
};

} // namespace flaskcards
