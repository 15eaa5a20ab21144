// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/stepspage.h"

#include "core/scheduling/stepstext.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

std::optional<FieldProblem> readSteps(QLineEdit *field, QList<double> &into)
{
    constexpr qsizetype mostSteps = 100;
    auto steps = stepsFromText(field->text());
    if (!steps)
        return FieldProblem{field,
                            StepsPage::tr("“%1” is not a delay. Write minutes, or a number with s, m, h or d "
                                          "behind it, up to a year: 1m 10m 1h 2d. Nothing was saved.")
                                .arg(steps.error().context)};
    if (steps->size() > mostSteps)
        return FieldProblem{field, StepsPage::tr("These are more than 100 delays. Nothing was saved.")};
    into = *std::move(steps);
    return {};
}

} // namespace

StepsPage::StepsPage(const Theme &theme, QWidget *parent) : SettingsPage(theme, tr("Steps"), parent)
{
    addSteps();
    addLeeches();
    addLimits();
}

void StepsPage::addSteps()
{
    addHeading(tr("New and forgotten cards"));
    m_learning = addText(tr("Steps of a new card"), u"learningSteps"_s);
    m_relearning = addText(tr("Steps of a forgotten card"), u"relearningSteps"_s);
    const QString how =
        tr("Delays with spaces between them, in minutes or with a unit: 30s 10m 1h 2d. Empty: no steps.");
    m_learning->setToolTip(how);
    m_relearning->setToolTip(how);
    addNote(how);
    m_learnAhead = addNumber(tr("A step may come early by"), u"learnAhead"_s, 0, 720, tr(" min"));
    m_shortTerm =
        addTick(tr("A shaky card may come once more that day after its steps"), u"shortTermWithSteps"_s);
}

void StepsPage::addLeeches()
{
    addHeading(tr("Cards that do not stick"));
    m_leechLapses = addNumber(tr("Forgotten how often"), u"leechThreshold"_s, 0, 9999);
    m_leechLapses->setSpecialValueText(tr("Never mind"));
    m_leechAction = addChoice(tr("Then"), u"leechAction"_s, {tr("Mark it"), tr("Suspend it")});
    addNote(
        tr("A marked card is found with is:leech. A suspended one is not asked until you bring it back."));
    connect(m_leechLapses, &QSpinBox::valueChanged, this,
            [this](int lapses) { m_leechAction->setEnabled(lapses > 0); });
}

void StepsPage::addLimits()
{
    addHeading(tr("Days and intervals"));
    m_longest = addNumber(tr("Longest interval"), u"maximumInterval"_s, 1, 36500, tr(" days"));
    m_rollover = addNumber(tr("A new day starts at"), u"rollover"_s, 0, 23, tr(" o'clock"));
}

void StepsPage::fill(const Preferences &preferences)
{
    const SchedulingSettings &settings = preferences.scheduling;
    m_learning->setText(stepsText(settings.learningStepsMinutes));
    m_relearning->setText(stepsText(settings.relearningStepsMinutes));
    m_learnAhead->setValue(preferences.learnAheadMinutes);
    m_shortTerm->setChecked(settings.shortTermWithSteps);
    m_leechLapses->setValue(settings.leechThreshold);
    m_leechAction->setCurrentIndex(int(preferences.leechAction));
    m_leechAction->setEnabled(settings.leechThreshold > 0);
    m_longest->setValue(settings.maximumIntervalDays);
    m_rollover->setValue(preferences.rolloverHour);
}

std::optional<FieldProblem> StepsPage::read(Preferences &into)
{
    SchedulingSettings &settings = into.scheduling;
    if (auto problem = readSteps(m_learning, settings.learningStepsMinutes))
        return problem;
    if (auto problem = readSteps(m_relearning, settings.relearningStepsMinutes))
        return problem;
    settings.shortTermWithSteps = m_shortTerm->isChecked();
    settings.leechThreshold = m_leechLapses->value();
    settings.maximumIntervalDays = m_longest->value();
    into.learnAheadMinutes = m_learnAhead->value();
    into.leechAction = LeechAction(m_leechAction->currentIndex());
    into.rolloverHour = m_rollover->value();
    return {};
}

} // namespace flaskcards
