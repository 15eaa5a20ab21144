// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingspage.h"

class QDateEdit;

namespace flaskcards {

class Library;
class Voice;

// What everybody may want to set: how much, how sure, until when, and how it looks. Another look shows at
// once.
class StudyingPage : public SettingsPage
{
    Q_OBJECT

public:
    StudyingPage(const Library &library, Theme &theme, Voice &voice, QWidget *parent);

    void fill(const Preferences &preferences) override;
    std::optional<FieldProblem> read(Preferences &into) override;

private:
    void addInterview();
    void addSitting();
    void explainVoice();
    void addLook();
    void explainRetention();
    void showDate();
    void previewLook();
    int chosenDay() const; // 0: none

    const Library &m_library;
    Theme &m_look;
    Voice &m_voice;
    QSpinBox *m_minutes = nullptr;
    QSpinBox *m_retention = nullptr;
    Label *m_retentionText = nullptr;
    QComboBox *m_hasDate = nullptr;
    QDateEdit *m_date = nullptr;
    QCheckBox *m_twoGrades = nullptr;
    QCheckBox *m_confidence = nullptr;
    QCheckBox *m_clock = nullptr;
    QCheckBox *m_record = nullptr;
    Label *m_recordText = nullptr;
    QComboBox *m_theme = nullptr;
    QSpinBox *m_textSize = nullptr;
};

} // namespace flaskcards
