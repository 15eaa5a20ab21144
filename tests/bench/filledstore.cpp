// SPDX-License-Identifier: GPL-3.0-or-later
#include "filledstore.h"

#include "core/questionfile.h"
#include "core/scheduling/fuzz.h"
#include "library/questions.h"
#include "library/session.h"

using namespace Qt::StringLiterals;

namespace flaskcards::bench {

constexpr qint64 dayMs = 86'400'000;

std::unique_ptr<Library> filledLibrary(const QString &dataDir, FixedClock &clock, int reviews)
{
    auto opened = Library::open({dataDir, QString()}, clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().context));
    std::unique_ptr<Library> library = *std::move(opened);
    const auto facts = library->store().questions.facts();
    QList<QuestionId> all;
    for (const QuestionFacts &question : *facts)
        all.append(question.id);

    int answers = 0;
    while (answers < reviews) {
        auto session = Session::start(*library, {.listed = all});
        for (qsizetype i = 0; i < all.size() && answers < reviews; ++i, ++answers) {
            clock.advanceMs(20'000);
            session->reveal();
            if (auto done = session->answer(answers % 9 == 0 ? Rating::Again : Rating::Good); !done)
                qFatal("%s", qPrintable(done.error().context));
        }
        clock.advanceMs(dayMs);
    }
    return library;
}

namespace {

void need(const auto &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().context));
}

void addVariants(Store &store, int questions)
{
    const auto facts = store.questions.facts();
    need(facts);
    int position = int(facts->size());
    for (int variant = 2; position < questions; ++variant) {
        for (qsizetype i = 0; i < facts->size() && position < questions; ++i) {
            const auto source = store.questions.source(facts->at(i).id);
            need(source);
            const QString text = QString(source->source)
                                     .replace(facts->at(i).title, facts->at(i).title + u" %1"_s.arg(variant));
            const QString slug = u"own-%1-%2"_s.arg(source->slug).arg(variant);
            Question question = parseQuestion(source->topic + u'/' + slug + u".md"_s, text.toUtf8()).question;
            StoredQuestion stored = storedQuestion(question, text.toUtf8());
            stored.origin = Origin::Own;
            stored.position = position++;
            const auto id = store.questions.insert(stored);
            need(id);
            need(store.cards.insertNew(*id, slug));
            need(store.search.insert(*id, searchTextsOf(question)));
        }
    }
}

// The answers of one question; a share of them failed, and of each it is known how it was given.
void addAnswers(Store &store, const Scheduler &scheduler, const QuestionFacts &question, Moment moment,
                int answers)
{
    const auto preset = store.reviews.presetFor(QString::fromUtf8(scheduler.settings().toJson()));
    const auto seed = store.cards.fuzzSeed(question.id);
    const auto source = store.questions.source(question.id);
    need(preset);
    need(seed);
    need(source);
    const auto keyPoints =
        parseQuestion(source->topic + u"/a.md"_s, source->source.toUtf8()).question.keyPoints.size();
    const QString points = u"10"_s.repeated(keyPoints); // every other one is left out
    Schedule schedule;
    for (int answer = 0; answer < answers; ++answer) {
        const Rating rating = (answer + question.id.value) % 9 == 8 ? Rating::Again : Rating::Good;
        const Recital recital{.points = points.mid(answer % 2, keyPoints),
                              .confidence = Confidence(answer % 3),
                              .thoughtMs = 15'000};
        need(store.reviews.append({.question = question.id,
                                   .moment = moment,
                                   .rating = rating,
                                   .durationMs = 20'000,
                                   .preset = *preset,
                                   .phaseBefore = schedule.phase,
                                   .shownHash = source->hash},
                                  recital));
        schedule = scheduler.answered(schedule, rating, moment, fuzzFactor(*seed, schedule.answers));
        moment.atMs += 14 * dayMs;
    }
    need(store.cards.saveSchedule(question.id, schedule));
}

} // namespace

void grow(Library &library, FixedClock &clock, int questions, int reviews)
{
    const int each = reviews / questions;
    need(library.apply({QString(), [&](Store &store) -> Result<void> {
                            addVariants(store, questions);
                            const auto facts = store.questions.facts();
                            need(facts);
                            for (qsizetype i = 0; i < facts->size(); ++i) {
                                Moment moment = library.now();
                                moment.atMs += i * 7'000;
                                addAnswers(store, library.scheduler(), facts->at(i), moment, each);
                            }
                            return {};
                        }}));
    clock.advanceMs((14 * each + 365) * dayMs);
}

} // namespace flaskcards::bench
