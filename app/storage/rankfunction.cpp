// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rankfunction.h"

#include <QString>

#include <array>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// Columns of question_index: title, answer, points, body, code, tags.
constexpr std::array<double, 6> columnWeights{16, 3, 2, 1, 0.75, 6};
constexpr double titleStartBonus = 4;

using Counts = std::array<int, columnWeights.size()>;

struct PhraseHits {
    Counts counts{};
    bool startsTitle = false;
};

PhraseHits hitsOf(const Fts5ExtensionApi *api, Fts5Context *row, int phrase)
{
    PhraseHits hits;
    Fts5PhraseIter iterator;
    int column = 0;
    int offset = 0;
    if (api->xPhraseFirst(row, phrase, &iterator, &column, &offset) != SQLITE_OK)
        return hits;
    while (column >= 0 && column < int(hits.counts.size())) {
        ++hits.counts[size_t(column)];
        hits.startsTitle |= column == 0 && offset == 0;
        api->xPhraseNext(row, &iterator, &column, &offset);
    }
    return hits;
}

// Each further hit in a column counts for less: n hits are worth n/(n+1) of the column's weight.
double scoreOf(const PhraseHits &hits)
{
    double score = hits.startsTitle ? titleStartBonus : 0;
    for (size_t column = 0; column < columnWeights.size(); ++column)
        score += columnWeights[column] * hits.counts[column] / (hits.counts[column] + 1.0);
    return score;
}

void questionRank(const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *result, int,
                  sqlite3_value **)
{
    double score = 0;
    const int phrases = api->xPhraseCount(row);
    for (int phrase = 0; phrase < phrases; ++phrase)
        score += scoreOf(hitsOf(api, row, phrase));
    sqlite3_result_double(result, -score);
}

// The way FTS5 hands out its interface: through a pointer bound to a statement.
fts5_api *fts5Of(sqlite3 *connection)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

} // namespace

Result<void> registerRankFunction(sqlite3 *connection)
{
    fts5_api *const api = fts5Of(connection);
    if (!api || api->xCreateFunction(api, "question_rank", nullptr, questionRank, nullptr) != SQLITE_OK)
        return Error{ErrorCode::Invalid, u"FTS5 is missing from SQLite"_s};
    return {};
}

} // namespace flaskcards
