// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/spokenanswer.h"

#include "core/scheduling/studyday.h"
#include "core/speaking.h"
#include "core/wav.h"
#include "library/clockwarning.h"
#include "library/session.h"
#include "library/words.h"
#include "ui/voice/recordingmark.h"
#include "ui/voice/voice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr double nothing = 0.01; // the loudest sample of a muted microphone; speech is ten times as loud

QString nameOf(const Recording &recording, const Library &library)
{
    Moment moment = library.now();
    moment.atMs = recording.atMs;
    return u"%1, %2  ·  %3"_s.arg(dayWords(studyDay(moment), library.today()),
                                  timeWords(recording.atMs, library.clock()), clockWords(recording.lengthMs));
}

} // namespace

SpokenAnswer::SpokenAnswer(Library &library, Voice &voice, RecordingMark &mark, SpokenRow &row,
                           QObject *parent)
    : QObject(parent), m_library(library), m_voice(&voice), m_mark(mark), m_row(row), m_recordings(library)
{
    connect(&library, &Library::changed, this, &SpokenAnswer::follow);
    connect(&voice, &Voice::microphoneChanged, this, [this] {
        if (m_stage == Stage::Answer)
            findKept();
        follow();
    });
    connect(&voice, &Voice::recordingChanged, this, &SpokenAnswer::show);
    connect(&voice, &Voice::playingChanged, this, &SpokenAnswer::show);
    connect(&voice, &Voice::playingFailed, this, [this] { note(tr("There is nothing to play it with.")); });
    connect(&row, &SpokenRow::playRequested, this, &SpokenAnswer::togglePlay);
    connect(&row, &SpokenRow::keepRequested, this, &SpokenAnswer::keep);
    connect(&row, &SpokenRow::keptPlayRequested, this, &SpokenAnswer::playKept);
    connect(&row, &SpokenRow::keptDeleteRequested, this, &SpokenAnswer::remove);
    connect(&row, &SpokenRow::putBackRequested, this, &SpokenAnswer::putBack);
}

SpokenAnswer::~SpokenAnswer()
{
    if (!m_voice)
        return;
    m_voice->disconnect(this);
    m_voice->stopPlaying();
    m_voice->discard();
}

void SpokenAnswer::showQuestion(const StudyCard &card, bool isRevealed)
{
    const bool isSame = m_stage != Stage::None && m_question.slug == card.question.slug &&
                        m_answers == card.card.schedule.answers && (m_stage == Stage::Question || isRevealed);
    if (!isSame)
        leaveQuestion();
    m_question = card.question;
    m_answers = card.card.schedule.answers;
    m_beforeMs.clear();
    for (const Recital &recital : card.recitals) {
        if (recital.thoughtMs > 0)
            m_beforeMs.append(recital.thoughtMs);
    }
    if (!isSame)
        m_stage = Stage::Question;
    follow();
}

void SpokenAnswer::showAnswer(int tookMs)
{
    m_stage = Stage::Answer;
    m_content.targetMs = m_library.preferences().speakingClock ? speakingTargetMs(m_question) : 0;
    m_content.timesMs.clear();
    if (m_content.targetMs > 0 && tookMs > 0)
        m_content.timesMs = m_beforeMs + QList<int>{tookMs};
    follow();
    findKept();
    if (offersVoice() && !m_voice->recorded().isEmpty() && loudestOf(m_voice->recorded()) < nothing)
        m_content.note = tr("Nothing to hear: is the microphone muted?");
    show();
}

void SpokenAnswer::leaveQuestion()
{
    m_stage = Stage::None;
    m_content = {};
    m_ownPath.clear();
    m_removed.reset();
    m_isWritten = false;
    m_voice->stopPlaying();
    m_voice->discard();
    show();
}

void SpokenAnswer::noteWriting()
{
    if (m_stage != Stage::Question || m_isWritten)
        return;
    m_isWritten = true;
    m_voice->discard();
}

void SpokenAnswer::setSeen(bool isSeen)
{
    m_isSeen = isSeen;
    if (!m_voice)
        return;
    if (!isSeen)
        m_voice->stopPlaying();
    follow();
}

bool SpokenAnswer::wantsRecording() const
{
    return m_stage == Stage::Question && m_isSeen && !m_isWritten && m_library.preferences().recordVoice &&
           isSpoken(m_question);
}

// The microphone is not even looked for where nobody wants it.
bool SpokenAnswer::offersVoice() const
{
    return m_library.preferences().recordVoice && m_voice->microphone() == Voice::Microphone::There;
}

// What the settings, the page and the machine allow now.
void SpokenAnswer::follow()
{
    if (!m_library.preferences().recordVoice) {
        m_voice->stopPlaying();
        if (!m_voice->recorded().isEmpty())
            m_voice->discard();
    }
    if (!wantsRecording())
        m_voice->stopRecording();
    else if (offersVoice() && m_voice->problem() == Voice::Problem::None)
        m_voice->record();
    show();
}

void SpokenAnswer::show()
{
    showMark();
    if (m_stage != Stage::Answer)
        return m_row.setContent({});
    SpokenRow::Content shown = m_content;
    shown.recordedMs = soundLengthMs(m_voice->recorded().size());
    shown.isPlaying = m_voice->isPlaying();
    shown.isKept = isKept();
    if (!offersVoice()) {
        shown.kept.clear();
        shown.canPutBack = false;
    }
    m_row.setContent(shown);
}

void SpokenAnswer::showMark()
{
    if (m_stage != Stage::Question)
        return m_mark.hide();
    if (m_voice->isRecording()) {
        const QString time = clockWords(soundLengthMs(m_voice->recorded().size()));
        return m_mark.showRecording(m_library.preferences().speakingClock ? tr("Recording")
                                                                          : tr("Recording %1").arg(time));
    }
    switch (m_voice->problem()) {
    case Voice::Problem::None:
        return m_mark.hide();
    case Voice::Problem::Failed:
        return m_mark.showProblem(tr("Not recorded"),
                                  tr("The microphone cannot be used: it was taken away, or another program "
                                     "has it. The next question tries again."));
    case Voice::Problem::NothingHeard:
        return m_mark.showProblem(tr("Not recorded"),
                                  tr("No sound comes from the microphone. The next question tries again."));
    case Voice::Problem::Full:
        return m_mark.showProblem(tr("Recorded 10 minutes"), tr("That is as much as is recorded."));
    }
}

void SpokenAnswer::note(const QString &text)
{
    m_content.note = text;
    show();
}

void SpokenAnswer::findKept()
{
    if (!offersVoice())
        return;
    m_content.kept = m_recordings.of(m_question);
    m_content.keptNames.clear();
    for (const Recording &recording : std::as_const(m_content.kept))
        m_content.keptNames.append(nameOf(recording, m_library));
}

// This answer's own.
bool SpokenAnswer::isKept() const
{
    return std::any_of(m_content.kept.cbegin(), m_content.kept.cend(),
                       [this](const Recording &recording) { return recording.path == m_ownPath; });
}

void SpokenAnswer::togglePlay()
{
    if (m_stage != Stage::Answer)
        return;
    if (m_voice->isPlaying())
        m_voice->stopPlaying();
    else if (!m_voice->recorded().isEmpty())
        m_voice->play(m_voice->recorded());
    else if (offersVoice() && !m_content.kept.isEmpty())
        playKept(m_content.kept.first());
}

void SpokenAnswer::playKept(const Recording &recording)
{
    const auto samples = m_recordings.samplesOf(recording);
    if (!samples)
        emit failed(tr("That recording cannot be played."), samples.error());
    else
        m_voice->play(*samples);
}

void SpokenAnswer::keep()
{
    if (m_stage != Stage::Answer || isKept() || m_voice->recorded().isEmpty())
        return;
    const auto kept = m_recordings.keep(m_question, m_voice->recorded());
    if (!kept)
        return emit failed(tr("The recording was not kept."), kept.error());
    m_ownPath = kept->path;
    findKept();
    show();
}

void SpokenAnswer::remove(const Recording &recording)
{
    const auto samples = m_recordings.samplesOf(recording);
    if (const auto removed = m_recordings.remove(recording); !removed)
        return emit failed(tr("The recording was not deleted."), removed.error());
    m_voice->stopPlaying();
    m_removed.reset();
    if (samples)
        m_removed = Removed{recording, *samples};
    m_content.canPutBack = m_removed.has_value();
    findKept();
    note(tr("Deleted."));
}

void SpokenAnswer::putBack()
{
    if (!m_removed)
        return;
    if (const auto back = m_recordings.putBack(m_removed->recording, m_removed->samples); !back)
        return emit failed(tr("The recording was not kept."), back.error());
    m_removed.reset();
    m_content.canPutBack = false;
    findKept();
    note({});
}

} // namespace flaskcards
