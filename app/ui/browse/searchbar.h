// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/query.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QMenu;

namespace flaskcards {

class Button;
class CutLabel;
class SearchField;
class Theme;
class TopicModel;

// The head of Browse: what is looked for, filters to click on, what was found, and the button that studies
// it.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    SearchBar(const Theme &theme, const TopicModel &topics, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text); // as if typed: Ctrl+Z in the field takes it back
    void focusField();

    void showQuery(const Query &query); // ticks the filters
    void showFound(const QString &sentence);
    // A search that cannot be understood; empty: all is well again.
    void showError(const QString &sentence);
    // Something that has nothing to do with what was typed; shown in full until the next search.
    void showFailure(const QString &sentence);
    // The tool tip says what is left out or why there is nothing to study.
    void setStudyCount(int count, const QString &toolTip);
    void setTopicBoxVisible(bool visible);
    void updateTopicBox();

signals:
    void textChanged(const QString &text);
    void downPressed(); // into the list
    void studyPressed();
    void filterPressed(const QString &key, const QString &value);
    void topicPressed(const QString &topic, bool together); // empty: all topics

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildTopicBox();
    void buildFilterMenu();
    void fillTopicMenu();
    void showLine();
    void followTheme();

    struct Choice {
        QString key;
        QString value;
        QAction *action;
    };

    const Theme &m_theme;
    const TopicModel &m_topics;
    QHBoxLayout *m_row;
    QHBoxLayout *m_lineRow;
    SearchField *m_field;
    Button *m_filter;
    QMenu *m_filterMenu;
    QList<Choice> m_choices;
    Button *m_study;
    Button *m_topicBox;
    QMenu *m_topicMenu;
    CutLabel *m_line;
    QString m_found;
    QString m_error;
};

} // namespace flaskcards
