// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/facts.h"
#include "library/library.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace flaskcards {

class Theme;

// What can be done to the questions of a list: edit the current one; tag, reset and delete the chosen ones,
// each for all of them and as one step of undo. The keys work anywhere in `page`.
class QuestionActions : public QObject
{
    Q_OBJECT

public:
    QuestionActions(Library &library, const Theme &theme, QWidget *page);

    void setCurrent(QuestionId question); // not valid: none
    // For a path when fewer than two are chosen: the whole list, and what it was found by.
    void setList(const QStringList &slugs, const QString &title);
    void setChosen(const QList<QuestionFacts> &questions);

    void addTo(QMenu *menu) const;

signals:
    void editRequested(flaskcards::QuestionId question);
    void done(const QString &sentence);
    void failed(const flaskcards::Error &error);

private:
    QAction *add(int command, const QString &name, void (QuestionActions::*slot)());
    void edit();
    void noteAsked();
    void savePath();
    void askForTags();
    void reset();
    void remove();
    void apply(const Operation &operation, const QString &sentence, const QString &ifNothing = {});
    QList<QuestionId> ids() const;
    QList<QuestionId> own() const;

    Library &m_library;
    const Theme &m_theme;
    QWidget *m_page;
    QAction *m_edit;
    QAction *m_asked;
    QAction *m_path;
    QAction *m_tag;
    QAction *m_reset;
    QAction *m_delete;
    QuestionId m_current;
    QStringList m_listed;
    QString m_listTitle;
    QList<QuestionFacts> m_chosen;
};

} // namespace flaskcards
