// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fitting.h"

#include "core/scheduling/studyday.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr QLatin1StringView fittedKey = "fit/reviews"_L1; // answers there were at the last fit
constexpr int leastNew = 100;
constexpr double heldOutFrom = 0.8;
constexpr int leastInBin = 5;

LoggedAnswer toAnswer(const Review &review)
{
    return {.card = review.question.value,
            .atMs = review.moment.atMs,
            .day = studyDay(review.moment),
            .rating = review.rating,
            .learning = review.phaseBefore == Phase::New || review.phaseBefore == Phase::Learning};
}

using Answers = std::vector<LoggedAnswer>;

std::map<QString, Answers> byTopic(const QList<Review> &reviews, const QHash<QuestionId, QString> &topics)
{
    std::map<QString, Answers> parts;
    for (const Review &review : reviews)
        parts[topics.value(review.question)].push_back(toAnswer(review));
    return parts;
}

// Bins of five points from 50 % on; what was predicted lower is one bin.
QList<CalibrationBin> calibration(const TrainingSet &set, const Fsrs6Parameters &parameters,
                                  int relearningSteps)
{
    constexpr size_t binCount = 11;
    std::array<CalibrationBin, binCount> bins{};
    const RankRange late{set.rankAt(heldOutFrom), set.predictions()};
    for (const Prediction &prediction : predictions(set, Fsrs6(parameters, relearningSteps), late)) {
        const int index = std::clamp(int(std::floor((prediction.recall - 0.5) / 0.05)) + 1, 0, 10);
        CalibrationBin &bin = bins[size_t(index)];
        ++bin.answers;
        bin.predicted += (prediction.recall - bin.predicted) / bin.answers;
        bin.actual += ((prediction.recalled ? 1.0 : 0.0) - bin.actual) / bin.answers;
    }
    QList<CalibrationBin> used;
    for (const CalibrationBin &bin : bins) {
        if (bin.answers >= leastInBin)
            used.append(bin);
    }
    return used;
}

struct Log {
    QList<Review> reviews;
    QHash<QuestionId, QString> topics;
};

Result<Log> readLog(const QString &databasePath)
{
    auto database = Database::open(databasePath, Database::Access::ReadOnly);
    if (!database)
        return database.error();
    const Store store(**database);
    const auto reviews = store.reviews.allSinceReset();
    if (!reviews)
        return reviews.error();
    const auto topics = store.questions.topics();
    if (!topics)
        return topics.error();
    return Log{*reviews, *topics};
}

// None when cancelled.
std::optional<QHash<QString, TopicParameters>> fittedTopics(const Log &log, const Fsrs6Parameters &whole,
                                                            const std::function<bool(double)> &progress)
{
    QHash<QString, TopicParameters> topics;
    for (auto &[topic, answers] : byTopic(log.reviews, log.topics)) {
        if (progress && !progress(1))
            return std::nullopt;
        const auto own = fittedTopic(TrainingSet::from(answers), whole);
        if (!own)
            continue;
        TopicParameters first{};
        std::copy_n(own->begin(), first.size(), first.begin());
        topics.insert(topic, first);
    }
    return topics;
}

} // namespace

std::vector<LoggedAnswer> loggedAnswers(const QList<Review> &reviews)
{
    Answers answers;
    answers.reserve(size_t(reviews.size()));
    for (const Review &review : reviews)
        answers.push_back(toAnswer(review));
    return answers;
}

Result<std::optional<FitReport>> fitLog(const QString &databasePath, const Preferences &preferences,
                                        const std::function<bool(double)> &progress)
{
    const auto log = readLog(databasePath);
    if (!log)
        return log.error();
    const SchedulingSettings &settings = preferences.scheduling;
    const TrainingSet set = TrainingSet::from(loggedAnswers(log->reviews));
    const int steps = int(settings.relearningStepsMinutes.size());
    const FitOptions options{.current = settings.parameters, .relearningSteps = steps, .progress = progress};
    const auto found = fit(set, {0, set.predictions()}, options);
    if (!found)
        return std::optional<FitReport>();
    auto topics = fittedTopics(*log, found->parameters, progress);
    if (!topics)
        return std::optional<FitReport>();
    FitReport report{.fit = *found, .topics = *std::move(topics), .reviews = int(log->reviews.size())};
    report.before = calibration(set, settings.parameters, steps);
    report.after = calibration(set, found->kept == Kept::Fresh ? found->tried : found->parameters, steps);
    return std::optional(report);
}

Preferences withFit(Preferences preferences, const FitReport &report)
{
    preferences.scheduling.parameters = report.fit.parameters;
    preferences.topicParameters = report.topics;
    return preferences;
}

Result<bool> isFitDue(const Library &library)
{
    const auto count = library.store().reviews.count();
    if (!count)
        return count.error();
    const int before = library.viewState(fittedKey).toInt();
    return *count - before >= std::max(leastNew, before / 10);
}

Fitting::Fitting(Library &library, QObject *parent) : QObject(parent), m_library(library)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &Fitting::take);
}

Fitting::~Fitting()
{
    cancel();
    m_watcher.disconnect();
    m_watcher.waitForFinished();
}

void Fitting::start(bool keep)
{
    if (isRunning())
        return;
    m_keep = keep;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    const QPointer<Fitting> self(this);
    const auto progress = [self, cancelled = m_cancelled](double done) {
        QMetaObject::invokeMethod(
            self, [self, done] { emit self->progressed(int(done * 100)); }, Qt::QueuedConnection);
        return !*cancelled;
    };
    m_watcher.setFuture(
        QtConcurrent::run([path = m_library.store().database.path(), preferences = m_library.preferences(),
                           progress] { return fitLog(path, preferences, progress); }));
}

void Fitting::startIfDue()
{
    const Preferences &preferences = m_library.preferences();
    if (!preferences.fitAutomatically || preferences.scheduling.model != MemoryModelKind::Fsrs6)
        return;
    const auto due = isFitDue(m_library);
    if (due && *due)
        start(true);
}

void Fitting::cancel()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void Fitting::take()
{
    const auto result = m_watcher.result();
    if (!result || !*result || *m_cancelled) {
        emit failed(result ? Error{ErrorCode::NotFound, u"fit"_s} : result.error());
        return;
    }
    m_report = **result;
    m_library.setViewState(fittedKey, QString::number(m_report->reviews));
    emit finished();
    if (!m_keep || withFit(m_library.preferences(), *m_report) == m_library.preferences())
        return;
    if (auto done = keepReport(); !done)
        emit failed(done.error());
    else
        emit kept(*m_report);
}

Result<Changes> Fitting::keepReport(bool moveDueDays)
{
    if (!m_report)
        return Error{ErrorCode::NotFound, u"fit"_s};
    return m_library.setPreferences(withFit(m_library.preferences(), *m_report), moveDueDays, u"fit"_s);
}

} // namespace flaskcards
