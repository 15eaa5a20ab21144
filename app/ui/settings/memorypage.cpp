// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/memorypage.h"

#include "ui/settings/fitpanel.h"
#include "ui/theme.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>

using namespace Qt::StringLiterals;

namespace flaskcards {

MemoryPage::MemoryPage(const Library &library, Fitting &fitting, const Theme &theme, QWidget *parent)
    : SettingsPage(theme, tr("Memory"), parent)
{
    addHeading(tr("What predicts when you forget"));
    m_model = addChoice(tr("Model"), u"model"_s, {tr("FSRS-6"), tr("FSRS-7 (experimental)")});
    m_modelText = addNote({});
    m_fitAutomatically =
        addTick(tr("Fit it to my answers by itself, after a sitting"), u"fitAutomatically"_s);
    addHeading(tr("Parameters"));
    m_fit = new FitPanel(library, fitting, theme, this);
    addWide(m_fit);
    connect(m_model, &QComboBox::currentIndexChanged, this, &MemoryPage::takeModel);
}

void MemoryPage::takeModel()
{
    const bool fits = MemoryModelKind(m_model->currentIndex()) == MemoryModelKind::Fsrs6;
    m_modelText->setText(fits ? tr("The one that is used and measured most. It counts whole days.")
                              : tr("It counts hours as well, and cannot be fitted yet. Steps are always "
                                   "kept; without any, a card comes once more after ten minutes."));
    m_fitAutomatically->setEnabled(fits);
    m_fit->setPossible(fits);
}

void MemoryPage::fill(const Preferences &preferences)
{
    m_model->setCurrentIndex(int(preferences.scheduling.model));
    m_fitAutomatically->setChecked(preferences.fitAutomatically);
    takeModel();
}

std::optional<FieldProblem> MemoryPage::read(Preferences &into)
{
    into.scheduling.model = MemoryModelKind(m_model->currentIndex());
    into.fitAutomatically = m_fitAutomatically->isChecked();
    into = m_fit->applied(into);
    return {};
}

} // namespace flaskcards
