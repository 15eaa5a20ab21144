// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "core/memory/optimizer.h"
#include "jsonlines.h"

#include <QElapsedTimer>
#include <QJsonObject>

#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;

namespace flaskcards::probe {

namespace {

constexpr int answersPerCard = 10;

struct Answer {
    int elapsedDays;
    Rating rating;
};

Rating drawn(std::mt19937_64 &random, double recall)
{
    const double chance = double(random() >> 11) * 0x1p-53;
    if (chance >= recall)
        return Rating::Again;
    return chance < recall * 0.2 ? Rating::Hard : chance < recall * 0.85 ? Rating::Good : Rating::Easy;
}

// Cards of ten answers, at the days that the default parameters ask for.
std::vector<Answer> madeAnswers(int count)
{
    const Fsrs6 model;
    std::mt19937_64 random(1);
    std::vector<Answer> answers;
    std::optional<MemoryState> memory;
    for (int i = 0; i < count; ++i) {
        if (i % answersPerCard == 0)
            memory.reset();
        const int days = memory ? std::max(1, int(model.interval(*memory, 0.9))) : 0;
        const Rating rating = drawn(random, memory ? model.recall(days, *memory) : 0.75);
        answers.push_back({days, rating});
        memory = model.advance(memory, days, rating);
    }
    return answers;
}

double statesPerSecond()
{
    const std::vector<Answer> answers = madeAnswers(200'000);
    const Fsrs6 model;
    double sum = 0;
    QElapsedTimer timer;
    timer.start();
    constexpr int rounds = 10;
    for (int round = 0; round < rounds; ++round) {
        std::optional<MemoryState> memory;
        for (size_t i = 0; i < answers.size(); ++i) {
            if (i % answersPerCard == 0)
                memory.reset();
            memory = model.advance(memory, answers[i].elapsedDays, answers[i].rating);
            sum += memory->stability;
        }
    }
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    return sum > 0 ? rounds * double(answers.size()) / seconds : 0; // the sum keeps the loop alive
}

double fitsPerSecond(int count)
{
    constexpr qint64 dayMs = 86'400'000;
    std::vector<LoggedAnswer> log;
    int day = 0;
    for (const Answer &answer : madeAnswers(count)) {
        const auto i = qint64(log.size());
        day = i % answersPerCard == 0 ? int(i / 100) : day + answer.elapsedDays;
        log.push_back({i / answersPerCard, day * dayMs + i, day, answer.rating, i % answersPerCard == 0});
    }
    const TrainingSet set = TrainingSet::from(std::move(log));
    QElapsedTimer timer;
    timer.start();
    int fits = 0;
    do {
        fit(set, {0, set.predictions()});
        ++fits;
    } while (timer.elapsed() < 1000);
    return fits / (double(timer.nsecsElapsed()) / 1e9);
}

} // namespace

int runSpeed(const QStringList &arguments)
{
    if (const int refused = refuseArguments(arguments))
        return refused;
    const QJsonObject answer{{u"states_per_second"_s, statesPerSecond()},
                             {u"fits_per_second_10k"_s, fitsPerSecond(10'000)},
                             {u"fits_per_second_100k"_s, fitsPerSecond(100'000)}};
    std::printf("%s\n", toText(answer).constData());
    return 0;
}

} // namespace flaskcards::probe
