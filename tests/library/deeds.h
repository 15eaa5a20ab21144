// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"
#include "storage/dice.h"

#include <QTemporaryDir>

namespace flaskcards::test {

// A small bank and the same bank later: one card changed, one gone, one renamed, one new; and a store of the
// same person on another machine.
class Banks
{
public:
    static constexpr int cards = 30;

    Banks();
    QString folder() const { return m_dir.path(); }
    static QString in(const QString &folder, int which)
    {
        return folder + QLatin1StringView("/bank-") + QString::number(which);
    }

private:
    QTemporaryDir m_dir;
};

// Where a person works: a store, the banks, a clock and dice that fall the same for the same turn.
struct Desk {
    Desk(QString dataFolder, QString banksFolder, quint32 seed);
    Q_DISABLE_COPY_MOVE(Desk) // the library keeps the clock's address

    Result<void> open(); // also an error: the bank could not be brought in
    void close() { library.reset(); }
    void setTurn(int turn); // the clock and the dice of the turn; six hours each
    QString file() const { return data + QLatin1StringView("/flaskcards.db"); }
    QString otherCopy() const { return banks + QLatin1StringView("/other"); }

    QString data;
    QString banks;
    quint32 seed;
    int bank = 0;
    FixedClock clock;
    Dice dice;
    std::unique_ptr<Library> library;
};

// One kind of thing that a person can do to an open store. What chance it needs comes from the desk's dice.
struct Deed {
    const char *name;
    Result<void> (*act)(Desk &desk);
    int often = 1; // in random work, against the others
};

// All of them: kills, faults and power cuts are tried on each. A new kind of change gets a line there.
const QList<Deed> &deeds();
const Deed &deed(const char *name);
const Deed &randomDeed(Dice &dice);

// A store with answers of some weeks, moves, flags and steps to undo. The next turn is turnAfterStudy.
void makeStudied(const QString &data, const Banks &banks, quint32 seed);
// The same as the first version of the program left it: without what only later ones know.
void makeOldFile(const QString &data, const Banks &banks, quint32 seed);
constexpr int turnAfterStudy = 300;

// The rows of every table, as text: the undo steps too, the search index by its rows. Equal states, equal
// text. `Repeatable` leaves out what chance gives, to compare two runs of the same deeds.
enum class Detail { Everything, Repeatable };
QByteArray stateOf(const Database &database, Detail detail);

// What `flaskcards check` finds in the file, which is opened as the program does it; or why it cannot be; and
// the desk's backups that do not verify. Empty: all is well.
struct FoundFile {
    QStringList wrong;
    QByteArray state; // Repeatable
};
FoundFile inspected(const QString &file);
// The state of the desk's store when the program has started on it: a bank that was not brought in yet is
// there.
QByteArray stateAfterStart(const QString &data, const Desk &desk);

} // namespace flaskcards::test
