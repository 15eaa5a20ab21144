// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/metrics.h"

#include <functional>
#include <optional>

namespace flaskcards {

// Fits the parameters of FSRS-6 to a log: the most likely ones under a prior around the defaults, newer
// answers weighing more. Where the published trainer walks a fixed number of small random steps, this goes to
// the best point by Newton steps, on growing parts of the cards, so that few passes over all of them are
// needed.

struct FitOptions {
    Fsrs6Parameters current = Fsrs6::defaults; // the ones in force
    int relearningSteps = 1;
    // Told now and then how far it is, 0 to 1; false cancels. May be empty.
    std::function<bool(double)> progress = {};
};

// The parameters for the predictions of the range. The fewer predictions, the more the prior holds; fewer
// than 64 fit only the first stabilities, fewer than 8 nothing. None when cancelled.
std::optional<Fsrs6Parameters> fitted(const TrainingSet &set, const RankRange &range,
                                      const FitOptions &options = {});

enum class Kept { Defaults, Current, Fresh };

// What a fit was worth, on predictions that it did not see.
struct Fit {
    Fsrs6Parameters parameters = Fsrs6::defaults; // the ones to keep
    Fsrs6Parameters fresh = Fsrs6::defaults;      // as fitted to everything
    Fsrs6Parameters tried = Fsrs6::defaults;      // as fitted to the first four fifths
    Kept kept = Kept::Defaults;
    int predictions = 0; // of the whole range
    // On the last fifth: the defaults, the current parameters, the ones fitted to the four fifths before.
    Metrics heldOutDefaults;
    Metrics heldOutCurrent;
    Metrics heldOutFresh;
};

// Keeps what is fitted only if, fitted to the first four fifths by time, it predicts the last fifth better
// than both the current parameters and the defaults, by more than chance is likely to make of it. None when
// cancelled.
std::optional<Fit> fit(const TrainingSet &set, const RankRange &range, const FitOptions &options = {});

// What distinguishes a topic from all of them: other first stabilities and a shift of difficulty (w0 to w4).
// Only if that predicts its last fifth better; drawn towards the whole by n/(n + 500) for n predictions.
std::optional<Fsrs6Parameters> fittedTopic(const TrainingSet &topic, const Fsrs6Parameters &whole);

} // namespace flaskcards
