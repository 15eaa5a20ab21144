// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards {

// The steps of the history in words, the same in the window and in the terminal.

// "Suspend 12 questions", "Answer “What is a blueprint?”: Good". A label nobody knows still gives a sentence.
QString stepWords(const HistoryStep &step, const Library &library);

// "Taken back: Suspend 12 questions", "Done again: …", "5 steps taken back".
QString steppedWords(const Stepped &done, const Library &library);

// What could not be taken back or done again; empty: all was.
QString partlyWords(const Stepped &done);

int stepDay(const HistoryStep &step, const Library &library);        // study day
QString stepTime(const HistoryStep &step, const Library &library);   // "14:05"
QString stepMoment(const HistoryStep &step, const Library &library); // "yesterday, 14:05"

// At most `most` characters and an ellipsis, cut between words where there are any.
QString shortened(const QString &text, int most);

} // namespace flaskcards
