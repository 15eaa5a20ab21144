// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/mockresults.h"
#include "ui/widgets/panel.h"

class QBoxLayout;
class QCheckBox;
class QMenu;

namespace flaskcards {

class Button;
class Segments;

// What a mock interview is to be about: minutes, levels, topics; and what would then be asked.
class MockSetup : public Panel
{
    Q_OBJECT

public:
    MockSetup(Library &library, const Theme &theme, QWidget *parent = nullptr);

    // Reads the bank anew.
    void refresh();
    MockFilter filter() const;
    void setNarrow(bool narrow);     // the levels below each other
    void setUnderWay(bool underWay); // one is waiting to go on

signals:
    void startRequested(const flaskcards::MockFilter &filter);

private:
    void build();
    void fillTopics();
    void showChoice();
    void keep();
    void restore();
    QStringList chosenTopics() const;

    Library &m_library;
    QList<MockCandidate> m_candidates;
    Segments *m_minutes = nullptr;
    QList<QCheckBox *> m_levels;
    QBoxLayout *m_levelLine = nullptr; // with its name
    QBoxLayout *m_levelRow = nullptr;
    Button *m_topics = nullptr;
    QMenu *m_topicMenu = nullptr;
    Label *m_words = nullptr;
    Button *m_start = nullptr;
    bool m_underWay = false;
};

} // namespace flaskcards
