// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/recordings.h"

#include "core/wav.h"
#include "library/library.h"
#include "storage/durablefile.h"

#include <QDateTime>
#include <QDir>
#include <QSaveFile>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr QLatin1StringView ending = ".wav"_L1;

QString momentName(qint64 atMs)
{
    return QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC).toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s);
}

// Not read as a local time: some of those do not exist.
std::optional<qint64> momentOf(const QString &name)
{
    const QDateTime at(QDate::fromString(name.left(8), u"yyyyMMdd"_s),
                       QTime::fromString(name.mid(9, 9), u"HHmmsszzz"_s), Qt::UTC);
    if (!at.isValid() || momentName(at.toMSecsSinceEpoch()) != name)
        return std::nullopt;
    return at.toMSecsSinceEpoch();
}

// Own questions may be called anything.
QString fileStem(const QString &slug)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(slug, {}, "."));
}

Result<void> write(const QString &path, const QByteArray &samples)
{
    QSaveFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(wavFile(samples)) >= 0 && file.commit();
    if (!written)
        return Error{file.error() == QFileDevice::ResourceError ? ErrorCode::NoSpace : ErrorCode::Io, path};
    return syncFolder(QFileInfo(path).absolutePath());
}

} // namespace

QString Recordings::folder() const
{
    return m_library.place().dataDir + u"/recordings"_s;
}

QList<Recording> Recordings::of(const Question &question) const
{
    QStringList stems{fileStem(question.slug)};
    for (const QString &alias : question.aliases)
        stems.append(fileStem(alias));
    QList<Recording> kept;
    for (const QFileInfo &file : QDir(folder()).entryInfoList({u'*' + ending}, QDir::Files)) {
        const QString name = file.fileName().chopped(ending.size());
        const auto atMs = momentOf(name.section(u'.', -1));
        if (atMs && stems.contains(name.section(u'.', 0, -2)))
            kept.append(
                {file.filePath(), *atMs, soundLengthMs(std::max<qint64>(0, file.size() - wavHeaderBytes))});
    }
    std::sort(kept.begin(), kept.end(),
              [](const Recording &a, const Recording &b) { return a.atMs > b.atMs; });
    return kept;
}

Result<Recording> Recordings::keep(const Question &question, const QByteArray &samples) const
{
    const auto pathAt = [&](qint64 atMs) {
        return u"%1/%2.%3%4"_s.arg(folder(), fileStem(question.slug), momentName(atMs), ending);
    };
    qint64 atMs = m_library.now().atMs;
    while (QFile::exists(pathAt(atMs)))
        ++atMs;
    const Recording recording{pathAt(atMs), atMs, soundLengthMs(samples.size())};
    if (auto kept = putBack(recording, samples); !kept)
        return kept.error();
    return recording;
}

Result<void> Recordings::putBack(const Recording &removed, const QByteArray &samples) const
{
    if (m_library.isReadOnly() || !QDir().mkpath(folder()))
        return Error{ErrorCode::Io, folder()};
    return write(removed.path, samples);
}

Result<void> Recordings::remove(const Recording &recording) const
{
    if (m_library.isReadOnly() || !QFile::remove(recording.path))
        return Error{ErrorCode::Io, recording.path};
    return syncFolder(folder());
}

Result<QByteArray> Recordings::samplesOf(const Recording &recording) const
{
    QFile file(recording.path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorCode::Io : ErrorCode::NotFound, recording.path};
    auto samples = samplesOfWav(file.readAll());
    if (!samples)
        return Error{ErrorCode::Invalid, recording.path};
    return *std::move(samples);
}

} // namespace flaskcards
