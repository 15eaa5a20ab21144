// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QListView>

namespace flaskcards {

class Theme;

struct TopicCount {
    QString topic;
    int count = 0; // questions of the search in it, whatever topics are chosen
};

// "All topics" and below it every topic of the bank with its share of the result.
class TopicModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TopicRole = Qt::UserRole, // empty for "All topics"
        CountRole,
        ChosenRole,
    };

    explicit TopicModel(QObject *parent = nullptr);

    // `chosen` are the topics the search is narrowed to; none: all of them.
    void setTopics(const QList<TopicCount> &topics, const QStringList &chosen);
    int total() const;
    const QList<TopicCount> &topics() const { return m_topics; }
    const QStringList &chosen() const { return m_chosen; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString name(int row) const;
    int count(int row) const;
    bool isChosen(int row) const;
    QString spoken(int row) const;

    QList<TopicCount> m_topics; // row 0 is all of them
    QStringList m_chosen;
};

// A click or Enter narrows the search to a topic, or widens it again; with Ctrl, or by Space, topics are
// added to each other.
class TopicTree : public QListView
{
    Q_OBJECT

public:
    TopicTree(const Theme &theme, TopicModel *topics, QWidget *parent = nullptr);

signals:
    void topicPressed(const QString &topic, bool together); // empty: all topics
    void searchWanted();                                    // slash

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void followTheme();
    void press(const QModelIndex &index, bool together);

    const Theme &m_theme;
};

} // namespace flaskcards
