// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mock/mockchoice.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <functional>

namespace flaskcards {

namespace {

constexpr int shortAnswer = 90; // seconds
constexpr int longAnswer = 120;
constexpr int taskSeconds = 300;
constexpr int designSeconds = 600;
constexpr int designFromMinutes = 25;
constexpr double leastStretch = 0.75; // of the times above, so that an answer stays one
constexpr double mostStretch = 1.25;

// Splitmix64: one number after the other from the seed.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_state(seed) {}

    double share() // 0 to below 1
    {
        m_state += 0x9e37'79b9'7f4a'7c15;
        quint64 bits = m_state;
        bits = (bits ^ (bits >> 30)) * 0xbf58'476d'1ce4'e5b9;
        bits = (bits ^ (bits >> 27)) * 0x94d0'49bb'1331'11eb;
        return double((bits ^ (bits >> 31)) >> 11) / double(1ull << 53);
    }

private:
    quint64 m_state;
};

bool isTask(Kind kind)
{
    return kind == Kind::BugHunt || kind == Kind::Coding || kind == Kind::CodeChallenge;
}

bool isSpoken(Kind kind)
{
    return kind == Kind::Concept || kind == Kind::Comparison || kind == Kind::HowTo;
}

int secondsFor(const MockCandidate &candidate)
{
    if (candidate.kind == Kind::Design)
        return designSeconds;
    if (isTask(candidate.kind))
        return taskSeconds;
    return candidate.level == Level::Basic || candidate.kind == Kind::Mcq ? shortAnswer : longAnswer;
}

class Mixer
{
public:
    Mixer(const QList<MockCandidate> &candidates, const MockFilter &filter, quint64 seed)
        : m_candidates(candidates), m_filter(filter), m_dice(seed)
    {
        for (qsizetype i = 0; i < candidates.size(); ++i)
            m_indexOf.insert(candidates.at(i).slug, i);
    }

    // What is rare is chosen first; the order of the interview comes at the end.
    MockChoice mix()
    {
        if (m_filter.minutes >= designFromMinutes)
            takeOne(MockPart::Design, [](const MockCandidate &one) { return one.kind == Kind::Design; });
        takeOne(MockPart::Task, [](const MockCandidate &one) { return isTask(one.kind); });
        takeChain();
        takeWarmUps(m_filter.minutes < 25 ? 1 : m_filter.minutes < 60 ? 2 : 3);
        takeCore();
        std::stable_sort(m_choice.questions.begin(), m_choice.questions.end(),
                         [](const MockQuestion &a, const MockQuestion &b) { return a.part < b.part; });
        stretch();
        return m_choice;
    }

private:
    using Fits = std::function<bool(const MockCandidate &)>;

    bool isLevelWished(const MockCandidate &one) const
    {
        return m_filter.levels.isEmpty() || m_filter.levels.contains(one.level);
    }
    bool isWished(const MockCandidate &one) const
    {
        return isLevelWished(one) && (m_filter.topics.isEmpty() || m_filter.topics.contains(one.topic));
    }

    double weightOf(qsizetype index, MockPart part) const
    {
        const MockCandidate &one = m_candidates.at(index);
        double weight = 1 + one.asked;
        if (one.reallyAsked)
            weight *= 4;
        if (part == MockPart::WarmUp && one.known)
            weight *= 2;
        return weight / (1 + 2 * m_topicUses.value(one.topic)); // spread over the topics
    }

    QList<qsizetype> open(const Fits &fits) const
    {
        QList<qsizetype> found;
        for (qsizetype i = 0; i < m_candidates.size(); ++i) {
            if (!m_used.contains(i) && isWished(m_candidates.at(i)) && fits(m_candidates.at(i)))
                found.append(i);
        }
        return found;
    }

    // A place in `from`, which is not empty.
    qsizetype draw(const QList<qsizetype> &from, MockPart part)
    {
        double all = 0;
        for (const qsizetype index : from)
            all += weightOf(index, part);
        double left = m_dice.share() * all;
        for (qsizetype place = 0; place < from.size(); ++place) {
            left -= weightOf(from.at(place), part);
            if (left < 0)
                return place;
        }
        return from.size() - 1;
    }

    void take(qsizetype index, MockPart part)
    {
        m_used.insert(index);
        ++m_topicUses[m_candidates.at(index).topic];
        m_choice.questions.append({index, part, secondsFor(m_candidates.at(index))});
    }

    bool takeOne(MockPart part, const Fits &fits)
    {
        const QList<qsizetype> found = open(fits);
        if (found.isEmpty()) {
            m_choice.missing.append(part);
            return false;
        }
        take(found.at(draw(found, part)), part);
        return true;
    }

    QList<qsizetype> followUpsOf(const QList<qsizetype> &way) const
    {
        QList<qsizetype> found;
        const MockCandidate &last = m_candidates.at(way.last());
        for (const QString &slug : last.followUps) {
            const qsizetype index = m_indexOf.value(slug, -1);
            if (index >= 0 && m_onlyHarder && m_candidates.at(index).level < last.level)
                continue;
            if (index >= 0 && !m_used.contains(index) && !way.contains(index) &&
                isLevelWished(m_candidates.at(index)) && isSpoken(m_candidates.at(index).kind))
                found.append(index);
        }
        return found;
    }

    // How many questions follow one another from the last of `way` on, that one counted; at most `most`.
    int depthFrom(const QList<qsizetype> &way, int most) const
    {
        int deepest = 1;
        if (most == 1)
            return deepest;
        for (const qsizetype index : followUpsOf(way)) {
            deepest = std::max(deepest, 1 + depthFrom(way + QList{index}, most - 1));
            if (deepest == most)
                break;
        }
        return deepest;
    }

    // Of `from` those behind which the way goes on for the longest; how long is left in `depth`.
    QList<qsizetype> deepest(const QList<qsizetype> &from, const QList<qsizetype> &way, int &depth) const
    {
        const int most = depth;
        QList<qsizetype> found;
        depth = 0;
        for (const qsizetype index : from) {
            const int here = depthFrom(way + QList{index}, most);
            if (here > depth)
                found.clear();
            if (here >= depth)
                found.append(index);
            depth = std::max(depth, here);
        }
        return found;
    }

    void takeChain()
    {
        const QList<qsizetype> roots = open([](const MockCandidate &one) { return isSpoken(one.kind); });
        QList<qsizetype> way;
        int depth = mockChainLength;
        QList<qsizetype> from = deepest(roots, way, depth);
        if (depth < mockChainLength) { // then rather an easier question in it
            m_onlyHarder = false;
            depth = mockChainLength;
            from = deepest(roots, way, depth);
        }
        if (depth < mockChainLength)
            m_choice.missing.append(MockPart::Chain);
        if (depth < 2)
            return; // a question alone is no chain
        way.append(from.at(draw(from, MockPart::Chain)));
        while (--depth > 0) {
            from = deepest(followUpsOf(way), way, depth);
            way.append(from.at(draw(from, MockPart::Chain)));
        }
        for (const qsizetype index : std::as_const(way))
            take(index, MockPart::Chain);
    }

    // Of the lowest level there is; one of several may offer options.
    void takeWarmUps(int wanted)
    {
        bool offered = wanted < 2;
        const auto isEasy = [&offered](const MockCandidate &one) {
            return isSpoken(one.kind) || (one.kind == Kind::Mcq && !offered);
        };
        for (int i = 0; i < wanted && fillsTime(shortAnswer); ++i) {
            Level lowest = Level::Advanced;
            for (const qsizetype index : open(isEasy))
                lowest = std::min(lowest, m_candidates.at(index).level);
            const bool taken = takeOne(MockPart::WarmUp, [&](const MockCandidate &one) {
                return isEasy(one) && one.level == lowest;
            });
            if (!taken)
                return;
            offered = offered || m_candidates.at(m_choice.questions.last().candidate).kind == Kind::Mcq;
        }
    }

    void takeCore()
    {
        while (fillsTime(shortAnswer)) {
            const QList<qsizetype> found = open([](const MockCandidate &one) { return isSpoken(one.kind); });
            if (found.isEmpty()) {
                m_choice.isShort = true;
                break;
            }
            take(found.at(draw(found, MockPart::Core)), MockPart::Core);
        }
        const auto isCore = [](const MockQuestion &question) {
            return question.part == MockPart::Core;
        };
        if (std::none_of(m_choice.questions.cbegin(), m_choice.questions.cend(), isCore))
            m_choice.missing.append(MockPart::Core);
    }

    int total() const
    {
        int seconds = 0;
        for (const MockQuestion &question : m_choice.questions)
            seconds += question.seconds;
        return seconds;
    }

    // Whether one more of so many seconds still has room.
    bool fillsTime(int seconds) const { return total() + seconds <= m_filter.minutes * 60; }

    // To the minutes, in steps of five seconds.
    void stretch()
    {
        if (m_choice.questions.isEmpty())
            return;
        const double factor = std::clamp(m_filter.minutes * 60.0 / total(), leastStretch, mostStretch);
        for (MockQuestion &question : m_choice.questions)
            question.seconds = int(std::lround(question.seconds * factor / 5)) * 5;
    }

    const QList<MockCandidate> &m_candidates;
    const MockFilter &m_filter;
    Dice m_dice;
    QHash<QString, qsizetype> m_indexOf;
    QSet<qsizetype> m_used;
    QHash<QString, int> m_topicUses;
    bool m_onlyHarder = true; // of the next question of a chain
    MockChoice m_choice;
};

} // namespace

MockChoice chooseMock(const QList<MockCandidate> &candidates, const MockFilter &filter, quint64 seed)
{
    return Mixer(candidates, filter, seed).mix();
}

} // namespace flaskcards
