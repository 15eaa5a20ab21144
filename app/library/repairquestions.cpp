// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/repairquestions.h"

#include "core/storedtext.h"
#include "library/bankimport.h"
#include "library/checksearch.h"
#include "library/questions.h"
#include "storage/textcheck.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// Columns of a row of questions and of cards.
enum QuestionText { Slug, Topic, Title, Tags, Hash, Source };
enum CardText { Seed };

// Of a damaged name the other one is likelier than what is left of it: they are mostly the same.
Result<void> mendName(const Store &store, DamagedTexts &damaged)
{
    if (damaged.table == DamagedTexts::Of::Questions && !isSoundText(damaged.texts.at(Slug))) {
        const auto seed = store.cards.fuzzSeed({damaged.row});
        if (!seed)
            return seed.error();
        if (!seed->isEmpty() && !store.questions.idOf(*seed))
            damaged.texts[Slug] = seed->toUtf8();
    }
    if (damaged.table == DamagedTexts::Of::Cards && !isSoundText(damaged.texts.at(Seed))) {
        if (const auto source = store.questions.source({damaged.row}))
            damaged.texts[Seed] = source->slug.toUtf8();
    }
    return {};
}

// Whether the bank is to be read anew for a question's text.
Result<bool> mendAllTexts(Store &store)
{
    auto damaged = damagedTexts(store.database);
    if (!damaged)
        return damaged.error();
    bool questions = false;
    for (DamagedTexts &row : *damaged) {
        if (auto named = mendName(store, row); !named)
            return named.error();
        if (row.table == DamagedTexts::Of::Questions) {
            row.texts[Hash].clear(); // the bank has another text, then
            questions = true;
        }
        if (auto mended = mendTexts(store.database, row); !mended)
            return mended.error();
    }
    return questions;
}

struct Lost {
    QuestionId id;
    QString seed;
};

// One that has the name but was never studied makes way.
Result<QString> freeSlug(Store &store, const Lost &lost)
{
    const QString wished = lost.seed.isEmpty() ? u"lost-question-%1"_s.arg(lost.id.value) : lost.seed;
    const auto known = store.questions.known();
    if (!known)
        return known.error();
    const auto holder = known->constFind(wished);
    if (holder == known->cend())
        return wished;
    const auto card = store.cards.get(holder->id);
    if (card && *card != Card{.question = holder->id, .schedule = {}})
        return u"%1-lost-%2"_s.arg(wished).arg(lost.id.value);
    if (auto gone = store.search.remove(holder->id); !gone)
        return gone.error();
    if (auto gone = store.cards.remove(holder->id); !gone && gone.error().code != ErrorCode::NotFound)
        return gone.error();
    if (auto gone = store.questions.remove(holder->id); !gone)
        return gone.error();
    return wished;
}

// Whether there were any.
Result<bool> placeLostQuestions(Store &store)
{
    const auto lost = store.database.list<Lost>("questions/lost", {}, [](const Row &row) {
        return Lost{{row.int64(0)}, row.text(1)};
    });
    if (!lost)
        return lost.error();
    for (const Lost &one : *lost) {
        const auto slug = freeSlug(store, one);
        if (!slug)
            return slug.error();
        auto placed =
            store.database.insert("questions/insert_lost", {{":id", one.id.value}, {":slug", *slug}});
        if (!placed)
            return placed.error();
    }
    if (auto stamps = store.database.run("stamps/delete_orphans"); !stamps)
        return stamps.error();
    return !lost->isEmpty();
}

Result<void> mendFlags(Store &store)
{
    const auto wrong = store.database.list<QuestionId>(
        "cards/wrong_flags", {}, [](const Row &row) { return QuestionId{row.int64(0)}; });
    if (!wrong)
        return wrong.error();
    for (const QuestionId card : *wrong) {
        if (auto set = store.cards.setFlag(card, 0); !set)
            return set;
    }
    return {};
}

} // namespace

Result<void> addMissingCards(Store &store)
{
    const auto without = store.database.list<Lost>("questions/without_card", {}, [](const Row &row) {
        return Lost{{row.int64(0)}, row.text(1)};
    });
    if (!without)
        return without.error();
    for (const Lost &one : *without) {
        if (auto added = store.cards.insertNew(one.id, one.seed); !added)
            return added;
    }
    return {};
}

Result<void> mendTextsAndLinks(Store &store, const QString &bankDir)
{
    const auto texts = mendAllTexts(store);
    if (!texts)
        return texts.error();
    const auto placed = placeLostQuestions(store);
    if (!placed)
        return placed.error();
    if (auto mended = mendFlags(store); !mended)
        return mended;
    if (!*texts && !*placed)
        return {};
    const auto brought = bringBankInto(store, bankDir);
    const bool hasBank = brought || brought.error().code != ErrorCode::NotFound;
    return hasBank ? brought : Result<void>();
}

Result<void> mendSearch(Store &store)
{
    const auto faults = searchFaults(store);
    if (!faults)
        return faults.error();
    if (faults->index) {
        if (auto rebuilt = store.database.run("search/rebuild"); !rebuilt)
            return rebuilt.error();
    }
    for (const QuestionId question : faults->questions + faults->rows) {
        if (auto done = indexAnew(store, question); !done)
            return done;
    }
    return {};
}

} // namespace flaskcards
