// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/today.h"

#include <QWidget>

class QVBoxLayout;

namespace flaskcards {

class Theme;

// The weakest topics, a row each: name, bar, share likely to be recalled, and a button to study what is
// shaky.
class WeakTopics : public QWidget
{
    Q_OBJECT

public:
    explicit WeakTopics(const Theme &theme, QWidget *parent = nullptr);

    void setTopics(const QList<TopicRecall> &topics);

signals:
    void studyRequested(const QList<flaskcards::QuestionId> &questions);

private:
    QWidget *makeRow(const TopicRecall &topic);

    const Theme &m_theme;
    QVBoxLayout *m_rows;
    QList<TopicRecall> m_topics;
};

} // namespace flaskcards
