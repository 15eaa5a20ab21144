// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/preferences.h"

#include <QHash>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace flaskcards {

class Label;
class Theme;

// What is wrong with a field, and what to do about it.
struct FieldProblem {
    QWidget *field = nullptr;
    QString sentence;
};

// One page of the settings: a form that is filled from the preferences and read back into them.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    SettingsPage(const Theme &theme, const QString &name, QWidget *parent);

    const QString &name() const { return m_name; }
    virtual void fill(const Preferences &preferences) = 0;
    // Leaves alone what has no field here. The first field that makes no sense, if there is one.
    virtual std::optional<FieldProblem> read(Preferences &into) = 0;

    // Says it below the field, in red, until the field is changed; the field takes the focus.
    void complain(const FieldProblem &problem);

    // Once everything has its place.
    void scrollTo(QWidget *widget);

    bool event(QEvent *event) override;                         // takes the height that its texts need
    bool eventFilter(QObject *watched, QEvent *event) override; // the wheel scrolls; it changes nothing

protected:
    const Theme &theme() const { return m_theme; }
    void addHeading(const QString &title);
    Label *addNote(const QString &text);
    void addWide(QWidget *widget);
    void addRow(const QString &name, QWidget *field, QWidget *buddy = nullptr);
    QSpinBox *addNumber(const QString &name, const QString &objectName, int least, int most,
                        const QString &suffix = {});
    QSpinBox *newNumber(const QString &objectName, int least, int most);
    QLineEdit *addText(const QString &name, const QString &objectName);
    QComboBox *addChoice(const QString &name, const QString &objectName, const QStringList &words);
    QCheckBox *addTick(const QString &text, const QString &objectName);
    void setRowShown(QWidget *field, bool shown);
    // Neither scrolled by the wheel nor narrower than others.
    void prepareField(QWidget *field);
    void settle(QWidget *field); // nothing is wrong with it any more

private:
    void followTheme();
    int rowOf(const QWidget *field) const;

    const Theme &m_theme;
    const QString m_name;
    QFormLayout *m_form;
    QList<QWidget *> m_headings;
    QList<QWidget *> m_wide;
    QList<Label *> m_names;
    QList<QWidget *> m_fields;
    QHash<QWidget *, Label *> m_complaints;
};

} // namespace flaskcards
