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
    void setChosen(const QList<QuestionFacts> &questions);

    void addTo(QMenu *menu) const;

signals:
    void editRequested(flaskcards::QuestionId question);
    void done(const QString &sentence);
    void failed(const flaskcards::Error &error);

private:
    QAction *add(int command, const QString &name, void (QuestionActions::*slot)());
    void edit();
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
    QAction *m_tag;
    QAction *m_reset;
    QAction *m_delete;
    QuestionId m_current;
    QList<QuestionFacts> m_chosen;
};

} // namespace flaskcards
