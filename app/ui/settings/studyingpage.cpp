// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/studyingpage.h"

#include "library/library.h"
#include "ui/settings/dayfield.h"
#include "ui/theme.h"
#include "ui/thememode.h"
#include "ui/voice/voice.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLocale>
#include <QSpinBox>

#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int usualDaysAhead = 28; // what the date field shows first

int percent(double share)
{
    return int(std::lround(share * 100));
}

} // namespace

StudyingPage::StudyingPage(const Library &library, Theme &theme, Voice &voice, QWidget *parent)
    : SettingsPage(theme, tr("Studying"), parent), m_library(library), m_look(theme), m_voice(voice)
{
    addHeading(name());
    m_minutes = addNumber(tr("Minutes a day"), u"minutesPerDay"_s, 5, 600, tr(" min"));
    m_minutes->setSingleStep(5);
    m_retention = addNumber(tr("How sure you want to be"), u"retention"_s, 70, 99, u"\u00a0%"_s);
    m_retentionText = addNote({});
    addInterview();
    addSitting();
    addLook();
    connect(m_retention, &QSpinBox::valueChanged, this, &StudyingPage::explainRetention);
    connect(&voice, &Voice::microphoneChanged, this, &StudyingPage::explainVoice);
    explainVoice();
}

void StudyingPage::addInterview()
{
    m_hasDate = addChoice(tr("Interview"), u"hasInterview"_s, {tr("No date yet"), tr("On a date")});
    m_date = newDayField(theme(), u"interviewDate"_s, tr("Date of the interview"), this);
    m_date->installEventFilter(this);
    addRow(m_date->accessibleName(), m_date);
    connect(m_hasDate, &QComboBox::currentIndexChanged, this, &StudyingPage::showDate);
}

void StudyingPage::addSitting()
{
    addHeading(tr("While studying"));
    m_twoGrades = addTick(tr("Two grades, “Not yet” and “Got it”, instead of four"), u"twoGrades"_s);
    m_confidence = addTick(tr("Ask how sure I am before the answer is shown"), u"askConfidence"_s);
    m_clock =
        addTick(tr("Show a clock while I answer, with the time an answer should take"), u"speakingClock"_s);
    m_record = addTick(tr("Record my voice while I answer"), u"recordVoice"_s);
    m_recordText = addNote({});
    m_recordText->setObjectName(u"recordText"_s);
}

// What is recorded, or why nothing can be.
void StudyingPage::explainVoice()
{
    const auto say = [this](bool isPossible, const QString &text) {
        m_record->setEnabled(isPossible);
        m_record->setToolTip(isPossible ? tr("Concepts, comparisons, how-to and design questions; not what "
                                             "is chosen or written.")
                                        : text);
        m_record->setAccessibleDescription(text);
        m_recordText->setText(text);
    };
    switch (m_voice.microphone()) {
    case Voice::Microphone::NotBuilt:
        return say(false, tr("Not possible here: this program was built without Qt Multimedia."));
    case Voice::Microphone::Looking:
        return say(false, tr("Looking for a microphone …"));
    case Voice::Microphone::Missing:
        return say(false, tr("Not possible now: this machine has no microphone, or no sound server that "
                             "knows of one."));
    case Voice::Microphone::There:
        return say(true, tr("Where the answer is spoken, from the question to the answer. It stays in "
                            "memory, and goes with the next question unless you keep it."));
    }
}

void StudyingPage::addLook()
{
    addHeading(tr("Look"));
    m_theme = addChoice(tr("Theme"), u"theme"_s, {tr("As the system"), tr("Light"), tr("Dark")});
    m_textSize =
        addNumber(tr("Text size"), u"textSize"_s, Theme::smallestScale, Theme::largestScale, u"\u00a0%"_s);
    m_textSize->setSingleStep(10);
    m_textSize->setKeyboardTracking(false); // "200" is not 2, then 20, on the way
}

void StudyingPage::fill(const Preferences &preferences)
{
    m_minutes->setValue(preferences.minutesPerDay);
    m_retention->setValue(percent(preferences.scheduling.desiredRetention));
    const bool hasDate = preferences.interviewDay > 0;
    m_hasDate->setCurrentIndex(hasDate ? 1 : 0);
    setDay(*m_date, hasDate ? preferences.interviewDay : m_library.today() + usualDaysAhead);
    m_twoGrades->setChecked(preferences.twoGrades);
    m_confidence->setChecked(preferences.askConfidence);
    m_clock->setChecked(preferences.speakingClock);
    m_record->setChecked(preferences.recordVoice);
    m_theme->setCurrentIndex(int(preferences.theme));
    m_textSize->setValue(preferences.textPercent);
    showDate();
    explainRetention();
    connect(m_theme, &QComboBox::currentIndexChanged, this, &StudyingPage::previewLook, Qt::UniqueConnection);
    connect(m_textSize, &QSpinBox::valueChanged, this, &StudyingPage::previewLook, Qt::UniqueConnection);
}

int StudyingPage::chosenDay() const
{
    return m_hasDate->currentIndex() == 1 ? dayOf(*m_date) : 0;
}

void StudyingPage::showDate()
{
    setRowShown(m_date, m_hasDate->currentIndex() == 1);
    settle(m_date);
}

// Told by what it costs: the interval after the first Good, against that at 90 %.
void StudyingPage::explainRetention()
{
    const MemoryModel &model = m_library.scheduler().model();
    const double share = m_retention->value() / 100.0;
    const double times = model.interval({1, 5, 0.8}, 0.9) / model.interval({1, 5, 0.8}, share);
    const QString meaning = tr("The share of cards you recall when they come back.");
    const QString price =
        tr("Reviews: about %1 times as many as at 90\u00a0%.").arg(QLocale().toString(times, 'f', 1));
    m_retentionText->setText(m_retention->value() == 90 ? meaning : meaning + u' ' + price);
}

void StudyingPage::previewLook()
{
    m_look.setMode(themeMode(ThemeChoice(m_theme->currentIndex())));
    m_look.setTextScale(m_textSize->value());
}

std::optional<FieldProblem> StudyingPage::read(Preferences &into)
{
    const int day = chosenDay();
    if (day != 0 && day != into.interviewDay && day < m_library.today())
        return FieldProblem{m_date, tr("That day is over. Choose today or a later one, or “No date yet”.")};
    into.minutesPerDay = m_minutes->value();
    into.interviewDay = day;
    into.twoGrades = m_twoGrades->isChecked();
    into.askConfidence = m_confidence->isChecked();
    into.speakingClock = m_clock->isChecked();
    into.recordVoice = m_record->isChecked();
    into.theme = ThemeChoice(m_theme->currentIndex());
    into.textPercent = m_textSize->value();
    // A retention with decimals, set elsewhere, is kept unless another whole number was chosen.
    if (percent(into.scheduling.desiredRetention) != m_retention->value())
        into.scheduling.desiredRetention = m_retention->value() / 100.0;
    return {};
}

} // namespace flaskcards
