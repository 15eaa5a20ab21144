// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/cardstore.h"
#include "storage/database.h"
#include "storage/questionstore.h"
#include "storage/reviewlog.h"
#include "storage/searchindex.h"
#include "storage/settingstable.h"
#include "storage/undotable.h"

namespace flaskcards {

// All tables over one connection.
struct Store {
    explicit Store(Database &connection)
        : database(connection),
          questions(connection),
          cards(connection),
          reviews(connection),
          search(connection),
          settings(connection),
          undo(connection)
    {
    }

    Database &database;
    QuestionStore questions;
    CardStore cards;
    ReviewLog reviews;
    SearchIndex search;
    SettingsTable settings;
    UndoTable undo;
};

} // namespace flaskcards
