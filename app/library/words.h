// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"
#include "core/review.h"
#include "library/library.h"

namespace flaskcards {

struct PastAnswer;
struct WhyReport;

// Words for a person, the same in the window and in the terminal.

QString topicName(const QString &topic); // "errors-logging" -> "Errors, logging"
QString levelName(Level level);          // "Basic"
QString kindName(Kind kind);             // "Bug hunt"
QString ratingName(Rating rating);       // "Again"

// "Sessions · Basic · Concept", and in how many published lists it is asked where that is more than one.
QString placeLine(const Question &question);

// Until the card comes back: "10 min", "3 days", "1 month", "1.2 years".
QString intervalWords(const Schedule &schedule, const Moment &now);

// When it comes back: "in 10 min", "on 4 December", "tomorrow".
QString returnWords(const Schedule &schedule, const Moment &now);

// A title without the backticks of its code.
QString plainTitle(const QString &title);

// "14 December", with the year if it is another one; "today", "tomorrow", "yesterday".
QString dayWords(int studyDay, int today);

QString durationWords(qint64 ms);   // "about 18 min", "under a minute"
QString clockWords(qint64 ms);      // "0:38"
QString percentWords(double share); // "81 %" with a no-break space

// Why the card came today: "Due 2 days ago; about 81 % likely to be recalled."
QString whyToday(const Card &card, std::optional<double> recall, int today);

// The same with what Good brings: "Due 2 days ago; about 81 % likely to be recalled. Good brings it back on 4
// December."
QString whyWords(const WhyReport &report);

// The part of it that is not about today: what Good brings, or what speaks for a new card.
QString whyOutlook(const WhyReport &report);

// "First seen 3 October, 6 answers, forgotten once"; empty for a new card.
QString whyHistory(const WhyReport &report);

// "3 October: Good, recall predicted 91 %, then stable for 12 days"
QString pastAnswerWords(const PastAnswer &answer, int today);

// When it was seen and comes back: "Last seen 6 days ago. Due tomorrow; about 81 % likely to be recalled."
QString historyWords(const Card &card, std::optional<double> recall, const Moment &now);

// What happened, what is safe, what to do.
QString errorSentence(const Error &error);

} // namespace flaskcards
