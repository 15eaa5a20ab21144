// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/carddraft.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace flaskcards {

class Theme;

// What stands in the header of a card, as fields: topic, level, kind, tags.
class DraftFields : public QWidget
{
    Q_OBJECT

public:
    explicit DraftFields(const Theme &theme, QWidget *parent = nullptr);

    void fill(const CardDraft &draft);
    void read(CardDraft &draft) const;
    void askForTopic(); // none is chosen yet

signals:
    void changed();

private:
    QComboBox *addChoice(const QString &label, const QString &name, int column);
    void followTheme();

    const Theme &m_theme;
    QGridLayout *m_grid;
    QComboBox *m_topic;
    QComboBox *m_level;
    QComboBox *m_kind;
    QLineEdit *m_tags;
};

} // namespace flaskcards
