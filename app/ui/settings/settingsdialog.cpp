// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "core/memory/fsrs6.h"
#include "core/scheduling/stepstext.h"
#include "library/words.h"
#include "ui/theme.h"
#include "ui/thememode.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

SettingsDialog::SettingsDialog(Library &library, Theme &theme, QWidget *parent)
    : QDialog(parent), m_library(library), m_theme(theme)
{
    setObjectName(u"settings"_s);
    setWindowTitle(tr("Settings"));
    build();
    fill(library.preferences());
    connect(m_look, &QComboBox::currentIndexChanged, this, &SettingsDialog::previewLook);
    connect(m_textSize, &QSpinBox::valueChanged, this, &SettingsDialog::previewLook);
    connect(m_retention, &QSpinBox::valueChanged, this, &SettingsDialog::explainRetention);
}

void SettingsDialog::build()
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(m_theme.px(32), m_theme.px(24), m_theme.px(32), m_theme.px(24));
    rows->setSpacing(m_theme.px(16));
    m_problem = new Notice(m_theme, Notice::Kind::Error, {}, {}, this);
    m_problem->hide();
    rows->addWidget(m_problem);
    addStudy(addGroup(rows, tr("Studying")));
    addSteps(addGroup(rows, tr("New and forgotten cards")));
    addLook(addGroup(rows, tr("Look")));

    auto *save = new Button(m_theme, Button::Look::Filled, tr("Save"), this);
    save->setObjectName(u"save"_s);
    save->setDefault(true);
    auto *cancel = new Button(m_theme, Button::Look::Plain, tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(m_theme.px(8));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    rows->addLayout(buttons);
    connect(save, &QAbstractButton::clicked, this, &SettingsDialog::accept);
    connect(cancel, &QAbstractButton::clicked, this, &SettingsDialog::reject);
}

QFormLayout *SettingsDialog::addGroup(QVBoxLayout *rows, const QString &title)
{
    rows->addWidget(new Label(m_theme, TextRole::Finding, title, this));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(m_theme.px(24));
    form->setVerticalSpacing(m_theme.px(10));
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    rows->addLayout(form);
    return form;
}

void SettingsDialog::addRow(QFormLayout *form, const QString &name, QWidget *field)
{
    auto *label = new Label(m_theme, TextRole::Interface, name, this);
    label->setMinimumWidth(m_theme.px(200));
    label->setBuddy(field);
    field->setAccessibleName(name);
    field->setMinimumWidth(m_theme.px(180));
    form->addRow(label, field);
}

QSpinBox *SettingsDialog::addNumber(QFormLayout *form, const QString &name, const QString &objectName,
                                    int least, int most, const QString &suffix)
{
    auto *field = new QSpinBox(this);
    field->setObjectName(objectName);
    field->setRange(least, most);
    field->setSuffix(suffix);
    addRow(form, name, field);
    return field;
}

QLineEdit *SettingsDialog::addStepsField(QFormLayout *form, const QString &name, const QString &objectName)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(objectName);
    field->setTextMargins(m_theme.px(8), 0, m_theme.px(8), 0);
    field->setToolTip(
        tr("Delays with spaces between them, in minutes or with a unit: 30s 10m 1h 2d. Empty: no steps."));
    addRow(form, name, field);
    return field;
}

QComboBox *SettingsDialog::addChoice(QFormLayout *form, const QString &name, const QString &objectName,
                                     const QStringList &words)
{
    auto *field = new QComboBox(this);
    field->setObjectName(objectName);
    field->addItems(words);
    addRow(form, name, field);
    return field;
}

void SettingsDialog::addStudy(QFormLayout *form)
{
    m_newPerDay = addNumber(form, tr("New cards a day"), u"newPerDay"_s, 0, 999, {});
    m_reviewsPerDay = addNumber(form, tr("Reviews a day at most"), u"reviewsPerDay"_s, 0, 9999, {});
    m_retention = addNumber(form, tr("How sure you want to be"), u"retention"_s, 70, 99, u"\u00a0%"_s);
    m_retentionText = new Label(m_theme, TextRole::Small, {}, this);
    m_retentionText->setColor(&Tokens::text2);
    form->addRow(QString(), m_retentionText);
    m_rollover = addNumber(form, tr("A new day starts at"), u"rollover"_s, 0, 23, tr(" o'clock"));
}

void SettingsDialog::addSteps(QFormLayout *form)
{
    m_learningSteps = addStepsField(form, tr("Steps of a new card"), u"learningSteps"_s);
    m_relearningSteps = addStepsField(form, tr("Steps of a forgotten card"), u"relearningSteps"_s);
    m_learnAhead = addNumber(form, tr("A step may come early by"), u"learnAhead"_s, 0, 720, tr(" min"));
}

void SettingsDialog::addLook(QFormLayout *form)
{
    m_look = addChoice(form, tr("Theme"), u"theme"_s, {tr("As the system"), tr("Light"), tr("Dark")});
    m_textSize = addNumber(form, tr("Text size"), u"textSize"_s, Theme::smallestScale, Theme::largestScale,
                           u"\u00a0%"_s);
    m_textSize->setSingleStep(10);
}

void SettingsDialog::fill(const Preferences &preferences)
{
    m_newPerDay->setValue(preferences.newPerDay);
    m_reviewsPerDay->setValue(preferences.reviewsPerDay);
    m_retention->setValue(int(std::lround(preferences.scheduling.desiredRetention * 100)));
    m_learningSteps->setText(stepsText(preferences.scheduling.learningStepsMinutes));
    m_relearningSteps->setText(stepsText(preferences.scheduling.relearningStepsMinutes));
    m_learnAhead->setValue(preferences.learnAheadMinutes);
    m_rollover->setValue(preferences.rolloverHour);
    m_look->setCurrentIndex(int(preferences.theme));
    m_textSize->setValue(preferences.textPercent);
    explainRetention();
}

// Told by what it costs: the interval after the first Good, against that at 90 %.
void SettingsDialog::explainRetention()
{
    const MemoryModel &model = m_library.scheduler().model();
    const double share = m_retention->value() / 100.0;
    const double times = model.interval({1, 5, 0.8}, 0.9) / model.interval({1, 5, 0.8}, share);
    const QString meaning = tr("The share of cards you recall when they come back.");
    const QString price =
        tr("Reviews: about %1 times as many as at 90\u00a0%.").arg(QLocale().toString(times, 'f', 1));
    m_retentionText->setText(m_retention->value() == 90 ? meaning : meaning + u' ' + price);
}

void SettingsDialog::previewLook()
{
    m_theme.setMode(themeMode(ThemeChoice(m_look->currentIndex())));
    m_theme.setTextScale(m_textSize->value());
}

bool SettingsDialog::readSteps(QLineEdit *field, QList<double> &into)
{
    auto steps = stepsFromText(field->text());
    field->setProperty("invalid", !steps);
    field->update();
    if (steps) {
        into = *steps;
        return true;
    }
    m_problem->setTexts(
        tr("“%1” is not a delay.").arg(steps.error().context),
        tr("Write delays in minutes or with a unit, for example 1m 10m 1h 2d. Nothing was saved."));
    m_problem->show();
    field->setFocus();
    field->selectAll();
    return false;
}

void SettingsDialog::accept()
{
    Preferences wished = m_library.preferences();
    wished.newPerDay = m_newPerDay->value();
    wished.reviewsPerDay = m_reviewsPerDay->value();
    wished.learnAheadMinutes = m_learnAhead->value();
    wished.rolloverHour = m_rollover->value();
    wished.theme = ThemeChoice(m_look->currentIndex());
    wished.textPercent = m_textSize->value();
    // A retention with decimals, set elsewhere, is kept unless another whole number was chosen.
    if (int(std::lround(wished.scheduling.desiredRetention * 100)) != m_retention->value())
        wished.scheduling.desiredRetention = m_retention->value() / 100.0;
    if (!readSteps(m_learningSteps, wished.scheduling.learningStepsMinutes) ||
        !readSteps(m_relearningSteps, wished.scheduling.relearningStepsMinutes))
        return;
    if (auto kept = m_library.setPreferences(wished); !kept) {
        m_problem->setTexts(tr("The settings were not saved."), errorSentence(kept.error()));
        m_problem->show();
        return;
    }
    QDialog::accept();
}

void SettingsDialog::reject()
{
    m_theme.setMode(themeMode(m_library.preferences().theme));
    m_theme.setTextScale(m_library.preferences().textPercent);
    QDialog::reject();
}

} // namespace flaskcards
