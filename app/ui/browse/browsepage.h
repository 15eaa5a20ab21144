// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/catalogue.h"

#include "library/session.h"
#include <QTimer>

#include <QWidget>

class QMenu;
class QStackedWidget;

namespace flaskcards {

class BrowsePanes;
class CardActions;
class EmptyState;
class Label;
class QuestionActions;
class QuestionDelegate;
class QuestionModel;
class QuestionPreview;
class QuestionTable;
class SearchBar;
class Theme;
class TopicModel;
class TopicTree;

// Finds questions: search over everything, topics at the left, results in a table, the card at the right.
class BrowsePage : public QWidget
{
    Q_OBJECT

public:
    BrowsePage(Library &library, Theme &theme, QWidget *parent = nullptr);

    void focusSearch();
    void showQuery(const QString &text);
    void showQuestion(QuestionId question); // among all if the search did not find it
    QString onlyTopic() const;              // that the search asks for; empty: none or several

signals:
    // Exactly these, in this order; `title` says in words of the person what they are.
    void studyRequested(const flaskcards::SessionPlan &plan);
    void editRequested(flaskcards::QuestionId question);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    // What becomes of the selection when the result is another one.
    enum class Selection { Keep, First };

    void build();
    QWidget *buildList();
    void buildActions();
    void connectParts();
    void refresh();
    void search(Selection selection);
    void showResult(const QList<QuestionFacts> &found, Selection selection);
    void showTopics();
    void showSentences();
    void showStudyCount();
    void showFoot();
    void select(const QList<QuestionId> &questions, QuestionId current);
    void onSelectionChanged();
    void schedulePreview();
    void showPreview();
    void toggleTopic(const QString &topic, bool together);
    void toggleFilter(const QString &key, const QString &value);
    void showFollowUp(const QString &slug);
    void showMenu(const QPoint &place);
    void enterTable();
    void studyShown();
    void cramShown();
    SessionPlan shownPlan() const;
    void studySelected();
    void showError(const Error &error);
    QList<QuestionId> selectedQuestions() const;
    QList<QuestionId> studied() const;
    bool isInListOrCard(const QWidget *widget) const;
    void followTheme();

    Library &m_library;
    Theme &m_theme;
    Catalogue m_catalogue;
    QStringList m_tags; // of the bank
    Query m_query;      // the last one that could be read
    bool m_stale = true;
    int m_day = 0; // study day of what is shown

    QuestionModel *m_model;
    TopicModel *m_topics;
    QuestionDelegate *m_delegate;
    CardActions *m_actions;
    QuestionActions *m_edits;
    SearchBar *m_bar;
    TopicTree *m_tree;
    QuestionTable *m_table = nullptr;
    QStackedWidget *m_list = nullptr;
    EmptyState *m_nothing = nullptr;
    Label *m_foot = nullptr;
    QMenu *m_moreMenu;
    QMenu *m_rowMenu;
    QAction *m_studySelected = nullptr;
    QuestionPreview *m_preview = nullptr;
    BrowsePanes *m_panes;
    QTimer m_previewTimer;
};

} // namespace flaskcards
