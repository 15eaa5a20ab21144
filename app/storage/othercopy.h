// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace flaskcards {

class Database;

struct OtherQuestion {
    QuestionId id; // there
    QString slug;
    QString topic;
    QString source;
    int origin = 0;
    QString fuzzSeed;
    bool used = false; // a person's own, answered or changed by hand
};

struct NewerText {
    QuestionId own;
    QuestionId other;
    int origin = 0; // there
};

// A setting here and there; no value: it has its default.
struct SettingPair {
    QString key;
    std::optional<QString> other;
    qint64 otherAtMs = 0;
    std::optional<QString> own;
    qint64 ownAtMs = 0;
};

// Another copy of the person's data beside ours, on our connection, for as long as it lives. Everything but
// attach() runs in a transaction of ours.
class OtherCopy
{
public:
    // `path`: a file of the newest schema that nobody else uses. Not within a transaction.
    static Result<std::unique_ptr<OtherCopy>> attach(Database &own, const QString &path);
    ~OtherCopy();
    Q_DISABLE_COPY_MOVE(OtherCopy)

    Result<void> begin(); // forgets what was mapped and touched
    Result<QList<OtherQuestion>> questions() const;
    Result<void> map(QuestionId other, QuestionId own);
    Result<QuestionId> bringQuestion(QuestionId other, const QString &slug); // with a new card; mapped

    // Of mapped questions, what was changed later there than here.
    Result<QList<NewerText>> newerTexts() const;
    Result<void> takeText(const NewerText &text);
    Result<int> takeHandSet(); // suspended, buried, flag, tags: how many
    Result<void> takeStamps();

    struct LogChange {
        int reviewsAdded = 0;
        int reviewsRemoved = 0; // taken back there
        int movesAdded = 0;
        int movesRemoved = 0;
    };
    // The union of both logs.
    Result<LogChange> uniteLogs();
    Result<QList<QuestionId>> touched() const; // ours whose log or seed is another now

    Result<QList<SettingPair>> settings(const QString &keyPattern) const; // pattern of GLOB
    Result<void> stampSetting(const QString &key, qint64 atMs);

private:
    explicit OtherCopy(Database &own) : m_own(own) {}

    Database &m_own;
};

} // namespace flaskcards
