// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/review.h"
#include "core/scheduling/scheduler.h"
#include "library/answersahead.h"
#include "library/bankimport.h"
#include "library/preferences.h"
#include "storage/changeset.h"
#include "storage/filecopy.h"
#include "storage/store.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <map>
#include <memory>

namespace flaskcards {

// What an operation touched; every page decides for itself what to refresh.
struct Changes {
    QSet<QuestionId> questions;
    QSet<QuestionId> cards;
    bool reviews = false;
    bool settings = false;
    bool moves = false;   // of cards without an answer
    bool outside = false; // made by another program; then everything may have changed
    bool day = false;     // no row: the study day is another one

    bool isEmpty() const
    {
        return questions.isEmpty() && cards.isEmpty() && !reviews && !settings && !moves && !day;
    }
};

// What undo or redo did.
struct Stepped {
    QList<HistoryStep> steps = {}; // as they are now, in the order they were taken back or done again
    Changes changes = {};          // of all of them
    bool partly = false;           // some was changed since by what undo does not know, and stays
};

// One change of the store. `label` names it for the history ("answer"), `detail` says more (of an answer the
// rating); without a label it cannot be undone.
struct Operation {
    QString label;
    std::function<Result<void>(Store &)> work;
    QString detail = {};
    Bookkeeping bookkeeping = Bookkeeping::Stamped; // Recorded: `work` writes it itself
    // Settings written in the same transaction that undo leaves alone; may be empty.
    std::function<Result<void>(Store &)> lasting = {};
};

enum class Opening {
    ReadWrite,
    ReadOnly,    // on a private copy: everything works, nothing is kept
    AsPermitted, // the first, or the second where the file cannot be written
};

struct LibraryPlace {
    QString dataDir; // holds flaskcards.db
    QString bankDir; // card files; empty: the bank inside the program
    Opening opening = Opening::ReadWrite;
};

QString defaultDataDir();

// The store with all that can be done to it. The only writer; lives in the thread that opened it.
class Library : public QObject
{
    Q_OBJECT

public:
    // Opens or makes the store and brings the bank into it where it changed. `clock` must outlive the
    // library. Errors: those of Database::open.
    static Result<std::unique_ptr<Library>> open(const LibraryPlace &place, const Clock &clock);
    ~Library() override;

    // The one door for changes: runs the operation in one transaction together with its undo record and tells
    // everyone. On an error nothing has changed.
    Result<Changes> apply(const Operation &operation);

    // Takes back the last operation that has a label, row for row; redo does it again, until another
    // operation comes. With the id of a step in `until` all up to and with that one, or none of them.
    // NotFound if there is none.
    Result<Stepped> step(Direction direction, qint64 until = 0);
    Result<Stepped> undo(qint64 until = 0) { return step(Direction::Back, until); }
    Result<Stepped> redo(qint64 until = 0) { return step(Direction::Forth, until); }
    // What undo or redo would take; nothing if there is none.
    Result<std::optional<HistoryStep>> nextUndo() const { return m_store->undo.lastDone(); }
    Result<std::optional<HistoryStep>> nextRedo() const { return m_store->undo.nextUndone(); }

    // Makes the store what `other` is, all or nothing, brings the bank into it and tells everyone. `other`
    // has the newest schema and nothing in it that is not this program's (Corrupt).
    Result<void> replaceWith(Database &other);

    bool isReadOnly() const { return m_copy != nullptr; }

    // Looks whether another program changed the store, which is announced, or put another file in its place;
    // if neither, brings the write-ahead log into the file. For idle moments.
    void lookOutside();
    // Whether the file was seen to be another one than the one that is open. From then on every change is
    // refused with Replaced, and nothing is written to either file.
    bool isReplaced() const { return m_replaced; }
    // Saves what this process knew of the replaced file as a checked one beside it, flaskcards.mine-<UTC
    // time>.db, or in the home folder where that fails; then takes the old log out of the way of the new
    // file. The copy's path. At the latest the library's end does it.
    Result<QString> saveMine();
    bool isMineSaved() const { return !m_mine.isEmpty(); }

    // Somebody came upon damage of the file: damaged() follows.
    void noteDamage();

    const Clock &clock() const { return m_clock; }
    Moment now() const; // with the person's rollover hour; the clock's time, made steady by steadyMs()
    int today() const;  // study day
    // Tells everyone if the study day has become another one. Nothing here waits for that: to be called now
    // and then by whoever does.
    void noticeDay();

    const Preferences &preferences() const { return m_preferences; }
    // Undoable, unless only the look (theme, text size) is another one. Where the memory model or its
    // parameters change, the memory of every card follows in the same step; `moveDueDays`: so do the due
    // days. `label` is that of the step.
    Result<Changes> setPreferences(const Preferences &preferences, bool moveDueDays = false,
                                   const QString &label = QStringLiteral("settings"));
    const QStringList &damagedSettings() const { return m_damagedSettings; }
    // For recall; what answers lead to is that of the question's topic.
    const Scheduler &scheduler() const { return m_scheduler; }
    const Scheduler &schedulerOf(const QString &topic) const;

    // Places of windows and the like: kept, but neither undone nor announced.
    QString viewState(const QString &key) const;
    void setViewState(const QString &key, const QString &value);

    const Store &store() const { return *m_store; } // for reading
    const LibraryPlace &place() const { return m_place; }
    const BankReport &bankReport() const { return m_bankReport; }

signals:
    void changed(const flaskcards::Changes &changes);
    void replaced(); // once, from the event loop
    void damaged();  // the file itself, come upon while reading or writing; once, from the event loop

private:
    Library(LibraryPlace place, const Clock &clock, std::unique_ptr<PrivateCopy> copy,
            std::unique_ptr<Database> database);
    Result<std::unique_ptr<Transaction>> beginChange();
    Result<void> refuseReplaced();
    Result<void> loadPreferences();
    Result<Changes> change(const std::function<Result<Changes>()> &work);
    void announce(const Changes &changes);

    LibraryPlace m_place;
    const Clock &m_clock;
    std::unique_ptr<PrivateCopy> m_copy; // of a read-only library; outlives the connection to it
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Store> m_store;
    Preferences m_preferences;
    QStringList m_damagedSettings;
    Scheduler m_scheduler;
    std::map<QString, Scheduler> m_topicSchedulers; // of topics with parameters of their own
    BankReport m_bankReport;
    qint64 m_dataVersion = 0;
    bool m_replaced = false;
    bool m_isDamaged = false;
    QString m_mine; // the copy of what was known then
    mutable AnswersAhead m_ahead;
    std::optional<int> m_toldDay; // study day that everyone knows of
};

} // namespace flaskcards
