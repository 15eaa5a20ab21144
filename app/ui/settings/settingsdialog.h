// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace flaskcards {

class Label;
class Notice;
class Theme;

// What the person can set: how much a day, how sure, how it looks; steps and day start stand behind.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(Library &library, Theme &theme, QWidget *parent = nullptr);

    void accept() override;
    void reject() override; // the theme goes back to what it was

private:
    void build();
    QFormLayout *addGroup(QVBoxLayout *rows, const QString &title);
    void addStudy(QFormLayout *form);
    void addSteps(QFormLayout *form);
    void addLook(QFormLayout *form);
    QSpinBox *addNumber(QFormLayout *form, const QString &name, const QString &objectName, int least,
                        int most, const QString &suffix);
    QLineEdit *addStepsField(QFormLayout *form, const QString &name, const QString &objectName);
    QComboBox *addChoice(QFormLayout *form, const QString &name, const QString &objectName,
                         const QStringList &words);
    void addRow(QFormLayout *form, const QString &name, QWidget *field);
    void fill(const Preferences &preferences);
    bool readSteps(QLineEdit *field, QList<double> &into);
    void previewLook();
    void explainRetention();

    Library &m_library;
    Theme &m_theme;
    QSpinBox *m_newPerDay = nullptr;
    QSpinBox *m_reviewsPerDay = nullptr;
    QSpinBox *m_retention = nullptr;
    Label *m_retentionText = nullptr;
    QLineEdit *m_learningSteps = nullptr;
    QLineEdit *m_relearningSteps = nullptr;
    QSpinBox *m_learnAhead = nullptr;
    QSpinBox *m_rollover = nullptr;
    QComboBox *m_look = nullptr;
    QSpinBox *m_textSize = nullptr;
    Notice *m_problem = nullptr;
};

} // namespace flaskcards
