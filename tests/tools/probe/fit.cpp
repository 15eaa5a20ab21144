// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerlog.h"
#include "commands.h"
#include "core/memory/optimizer.h"
#include "fields.h"
#include "jsonlines.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <cstdio>

namespace flaskcards::probe {

namespace {

// A command line "FILE [--option value]…"; options that are not named are refused.
struct Arguments {
    QString file;
    QHash<QString, QString> options;
};

Result<Arguments> parsed(const QStringList &arguments, const QStringList &known)
{
    Arguments result;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments.at(i);
        if (!word.startsWith("--"_L1) && result.file.isEmpty())
            result.file = word;
        else if (known.contains(word) && i + 1 < arguments.size())
            result.options.insert(word, arguments.at(++i));
        else
            return Error{ErrorCode::Invalid, u"unknown argument: "_s + word};
    }
    if (result.file.isEmpty())
        return Error{ErrorCode::Invalid, u"a log is wanted"_s};
    return result;
}

Result<double> share(const Arguments &arguments, const QString &option, double fallback)
{
    if (!arguments.options.contains(option))
        return fallback;
    bool ok = false;
    const double value = arguments.options.value(option).toDouble(&ok);
    if (!ok || !(value >= 0 && value <= 1))
        return Error{ErrorCode::Invalid, option + u" must lie between 0 and 1"_s};
    return value;
}

int failed(const Error &error)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(error.context));
    return 2;
}

void addMetrics(QJsonObject &into, const Metrics &metrics)
{
    into.insert(u"log_loss"_s, metrics.logLoss);
    into.insert(u"log_loss_recency"_s, metrics.recencyLogLoss);
    into.insert(u"rmse_bins"_s, metrics.rmseBins);
    into.insert(u"auc"_s, metrics.auc);
    into.insert(u"predictions"_s, metrics.predictions);
}

QJsonArray toArray(const Fsrs6Parameters &parameters)
{
    QJsonArray array;
    for (const double value : parameters)
        array.append(value);
    return array;
}

QString word(Kept kept)
{
    return kept == Kept::Fresh ? u"new"_s : kept == Kept::Current ? u"current"_s : u"defaults"_s;
}

Result<Fsrs6> modelFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, path + ": "_L1 + file.errorString()};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    const QJsonArray array =
        document.isArray() ? document.array() : document.object().value("parameters"_L1).toArray();
    QList<double> values;
    for (const auto &value : array)
        values.append(value.toDouble(std::nan("")));
    if (values.isEmpty())
        return Error{ErrorCode::Invalid, path + u": a list of parameters is wanted"_s};
    return Fsrs6::make(values);
}

} // namespace

// Without --train nothing is held out: what is printed are the newly fitted parameters and how well they fit,
// and `kept` what the program would go on with. With it they are those that the program would go on with, and
// how well they predict the rest. The fit knows neither epochs nor chance: --epochs and --seed change
// nothing.
int runFit(const QStringList &arguments)
{
    const auto command = parsed(arguments, {u"--train"_s, u"--epochs"_s, u"--seed"_s});
    if (!command)
        return failed(command.error());
    const auto trained = share(*command, u"--train"_s, 1);
    if (!trained)
        return failed(trained.error());
    auto answers = readAnswerLog(command->file);
    if (!answers)
        return failed(answers.error());
    const TrainingSet set = TrainingSet::from(std::move(*answers));
    const bool heldOut = *trained < 1;
    const RankRange early{0, set.rankAt(*trained)};
    QElapsedTimer timer;
    timer.start();
    const auto result = fit(set, early);
    const double trainMs = double(timer.nsecsElapsed()) / 1e6;
    const Fsrs6Parameters &parameters = heldOut ? result->parameters : result->fresh;
    const RankRange scored = heldOut ? RankRange{early.end, set.predictions()} : early;
    QJsonObject answer{
        {u"parameters"_s, toArray(parameters)}, {u"train_ms"_s, trainMs}, {u"kept"_s, word(result->kept)}};
    addMetrics(answer, metrics(set, Fsrs6(parameters), scored));
    std::printf("%s\n", toText(answer).constData());
    return 0;
}

int runScore(const QStringList &arguments)
{
    const auto command = parsed(arguments, {u"--parameters"_s, u"--from"_s});
    if (!command)
        return failed(command.error());
    const auto from = share(*command, u"--from"_s, 0);
    if (!from)
        return failed(from.error());
    const QString file = command->options.value(u"--parameters"_s);
    const auto model = file.isEmpty() ? Result<Fsrs6>(Fsrs6()) : modelFrom(file);
    if (!model)
        return failed(model.error());
    auto answers = readAnswerLog(command->file);
    if (!answers)
        return failed(answers.error());
    const TrainingSet set = TrainingSet::from(std::move(*answers));
    QJsonObject answer;
    addMetrics(answer, metrics(set, *model, {set.rankAt(*from), set.predictions()}));
    std::printf("%s\n", toText(answer).constData());
    return 0;
}

} // namespace flaskcards::probe
