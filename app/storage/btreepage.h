// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/pageimage.h"

#include <QList>

#include <optional>

namespace flaskcards {

// A value as SQLite writes it. Texts are bytes: nothing says that they are UTF-8.
struct RawValue {
    enum class Type { Null, Integer, Real, Text, Blob };

    Type type = Type::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArray bytes = {};
};

struct RawRow {
    qint64 rowid = 0; // of an index 0
    QList<RawValue> values;
};

// One page of a table or index.
struct BTreePage {
    bool isTable = false; // else an index, or a table without rowid
    bool isLeaf = false;
    QList<RawRow> rows; // those that could be read to their end
    QList<quint32> children;
    int unreadable = 0; // rows whose end is elsewhere and is gone
};

// Nothing, unless the page is one in every detail: each byte of it must be accounted for. So a page with
// noise on it is not taken for one.
std::optional<BTreePage> readBTreePage(const PageImage &image, quint32 number);

} // namespace flaskcards
