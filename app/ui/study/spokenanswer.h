// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"
#include "library/recordings.h"
#include "ui/study/spokenrow.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace flaskcards {

class Library;
class RecordingMark;
class Voice;
struct StudyCard;

// The answer as it is given aloud: its recording from the question to the answer, if the person wants one,
// and how long it and earlier ones took. Nothing here hinders the sitting: without a microphone it goes on.
class SpokenAnswer : public QObject
{
    Q_OBJECT

public:
    SpokenAnswer(Library &library, Voice &voice, RecordingMark &mark, SpokenRow &row, QObject *parent);
    ~SpokenAnswer() override;

    // Also when it is shown anew. Another one ends what was recorded.
    void showQuestion(const StudyCard &card, bool isRevealed);
    void showAnswer(int tookMs); // 0: not known
    void leaveQuestion();
    void noteWriting();        // of the open question: written answers are not recorded
    void setSeen(bool isSeen); // nothing is recorded while the page does not show

    void togglePlay();
    void keep();

signals:
    void failed(const QString &what, const flaskcards::Error &error);

private:
    void follow();
    void show();
    void showMark();
    bool wantsRecording() const;
    bool offersVoice() const;
    bool isKept() const;
    void findKept();
    void playKept(const Recording &recording);
    void remove(const Recording &recording);
    void putBack();
    void note(const QString &text);

    struct Removed {
        Recording recording;
        QByteArray samples;
    };

    Library &m_library;
    QPointer<Voice> m_voice; // may end first, with the window
    RecordingMark &m_mark;
    SpokenRow &m_row;
    const Recordings m_recordings;

    enum class Stage { None, Question, Answer };
    Stage m_stage = Stage::None;
    Question m_question;
    int m_answers = 0; // of the card: with the question it tells one showing from another
    bool m_isWritten = false;
    bool m_isSeen = false;
    QList<int> m_beforeMs;
    SpokenRow::Content m_content;
    QString m_ownPath; // of this answer, once it is kept
    std::optional<Removed> m_removed;
};

} // namespace flaskcards
