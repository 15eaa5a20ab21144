// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"
#include "library/library.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace flaskcards {

class Theme;

// What can be done to the chosen cards of a list: flags with Ctrl+1 to Ctrl+7, suspend, bury; each for all of
// them and as one step of undo. The keys work anywhere in `page`.
class CardActions : public QObject
{
    Q_OBJECT

public:
    CardActions(Library &library, const Theme &theme, QWidget *page);

    void setCards(const QList<Card> &cards);

    QMenu *flagMenu() const { return m_flagMenu; }
    void addTo(QMenu *menu) const; // suspend and bury
    void clearFlag() { setFlag(0); }

signals:
    void failed(const flaskcards::Error &error);

private:
    void addFlags(QWidget *page);
    void showState();
    void paintFlags();
    void toggleFlag(int flag);
    void setFlag(int flag);
    void toggleSuspended();
    void toggleBuried();
    void apply(const Operation &operation);
    QList<QuestionId> questions() const;
    bool areAll(bool (*state)(const Card &, int today)) const;

    Library &m_library;
    const Theme &m_theme;
    QMenu *m_flagMenu;
    QList<QAction *> m_flags; // by number; 0 takes the flag away
    QAction *m_suspend;
    QAction *m_bury;
    QList<Card> m_cards;
};

} // namespace flaskcards
