// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace flaskcards {

// Row numbers of the store as types of their own, so that one cannot be taken for another. 0 is "none".
template <typename Tag>
struct Id {
    qint64 value = 0;

    auto operator<=>(const Id &) const = default;
    bool isValid() const { return value > 0; }
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using QuestionId = Id<struct QuestionTag>; // also the id of the question's Card
using PresetId = Id<struct PresetTag>;

} // namespace flaskcards
