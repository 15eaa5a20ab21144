// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduling/queue.h"
#include "core/statistics/series.h"
#include "library/library.h"

namespace flaskcards {

// How long one answer is likely to take, from the person's last thousand answers blended with a first guess.
struct Pace {
    qint64 newMs = 0;
    qint64 otherMs = 0;
};

Result<Pace> pace(const Library &library);

// What the daily limits leave for today, in the order to study it.
Result<DayQueue> queueOfToday(const Library &library);

// Seen, and as likely to be recalled now as the person wants.
bool isKnown(const Library &library, const Card &card);

// A topic by how much of it would be recalled now.
struct TopicRecall {
    QString topic;
    int seen = 0;
    double recall = 0;            // mean over the seen questions
    QList<QuestionId> shaky = {}; // seen ones below the desired retention, the most forgotten first
};

struct TodaySummary {
    int due = 0;   // reviews and cards in learning, left of today's limit
    int fresh = 0; // new ones left of today's limit
    int done = 0;  // answers given today
    bool everStudied = false;
    int questions = 0;
    int topics = 0;
    Streak streak;
    Pace pace;
    QList<DayLoad> week;                     // today and the six days after
    QList<TopicRecall> weakest;              // up to three topics with something shaky
    int waiting = 0;                         // of `due`: in learning, their minute is still to come …
    std::optional<qint64> nextLearningDueMs; // … for the first of them here

    int ready() const { return due + fresh - waiting; } // what a sitting would begin with now
};

Result<TodaySummary> todaySummary(const Library &library);

// Study days with answers, newest first, and the streak they make. Days that cannot be are left out: those of
// a clock that was ahead, or before this century.
struct StudiedDays {
    bool ever = false; // there is any answer
    QList<int> days;
    Streak streak;
};

Result<StudiedDays> studiedDays(const Library &library);

// When a sitting takes a card in learning that is due at `dueAtMs`, if nothing else is left.
qint64 offeredAtMs(const Library &library, qint64 dueAtMs);

// How many cards of the queue fit into so many minutes (0: all of them), and how long they are likely to
// take.
struct Sitting {
    int cards = 0;
    qint64 estimateMs = 0;
};

Sitting sittingOf(int due, int fresh, const Pace &pace, int minutes);
Sitting sittingOf(const TodaySummary &today, int minutes);

// What to study when nothing is due: the seen questions most likely to be forgotten next, then new ones.
Result<QList<QuestionId>> questionsAhead(const Library &library, int most);

// Seen topics, the weakest first.
QList<TopicRecall> topicsByRecall(const Library &library, const QList<QuestionFacts> &facts);

} // namespace flaskcards
