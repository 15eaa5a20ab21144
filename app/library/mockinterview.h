// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/mockresults.h"
#include "library/session.h"

namespace flaskcards {

// A question of a mock interview that is under way.
struct MockItem {
    QuestionId id;
    Question question;
    QString hash = {}; // of the question's content
    MockPart part = MockPart::Core;
    int seconds = 0; // asked for
    int spentMs = 0; // from shown to the next one
    Confidence confidence = Confidence::NotAsked;
    int option = -1;                 // chosen; -1: none
    int line = 0;                    // thought faulty, from 1; 0: none chosen
    std::optional<bool> passed = {}; // the card's check, when the code was last run
    QString points = {};             // as Recital::points, as long as the key points
    std::optional<Rating> rating = {};

    int ticked() const { return int(points.count(u'1')); }
    std::optional<bool> solved() const; // by option, line or run, as far as that can be said
    // The grade that was given, or what speaks for one.
    std::optional<Rating> likelyRating() const;
};

// What could be asked: the questions of the bank that are not suspended.
Result<QList<MockCandidate>> mockCandidates(const Library &library);

// A mock interview: first every question is asked, against the clock and without answers; then the person
// looks at each with its answer and grades. Until finish() nothing is written.
class MockInterview
{
public:
    // The library must outlive it. NotFound: no question fits the filter.
    static Result<MockInterview> start(Library &library, const MockFilter &filter, quint64 seed);

    const QList<MockItem> &items() const { return m_items; }
    const MockFilter &filter() const { return m_filter; }

    bool isAsking() const { return m_current < m_items.size(); }
    int current() const { return int(m_current); } // of the asking
    int sinceShownMs() const;                      // of the current question
    void noteConfidence(Confidence confidence);    // of the current question
    void choose(int option);                       // of the current question; again: not after all
    void noteLine(int line);                       // of the current question
    void next();                                   // its time ends; after the last one the review begins

    void notePoints(int item, const QString &points); // as Recital::points
    void noteRun(int item, bool passed);
    void grade(int item, Rating rating);
    std::optional<int> firstUngraded() const;

    // Writes the answers into the log and keeps the result, as one step of undo; the result's key. A question
    // that is gone meanwhile gets no answer, but stays in the result. Invalid while one has no grade.
    Result<QString> finish();

private:
    explicit MockInterview(Library &library) : m_library(library) {}
    MockResult result(const QString &key) const;

    Library &m_library;
    MockFilter m_filter;
    QList<MockItem> m_items;
    qsizetype m_current = 0;
    qint64 m_shownAtMs = 0;
};

} // namespace flaskcards
