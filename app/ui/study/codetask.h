// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exercise.h"
#include "library/python/coderun.h"
#include "ui/study/cardtask.h"

#include <QPointer>

namespace flaskcards {

class Button;
class CardView;
class CodeEdit;
class CodeComparison;
class Label;
class RunReport;

// Room to write the code a card asks for. What is written can be run with the card's check, and stands beside
// the example when the answer shows.
class CodeTask : public CardTask
{
    Q_OBJECT

public:
    // `open`: whether the editor shows before anyone asks for it.
    CodeTask(const Theme &theme, CardView &card, const Exercise &exercise, bool open, const Attempt &attempt,
             const TaskTools &tools);
    ~CodeTask() override; // what runs is ended, without waiting for it

    void reveal() override;
    void holdBack() override;
    void write() override;
    void setWide(bool wide) override;
    Attempt attempt() const override;

private:
    void build();
    void setOpen(bool open);
    void toggle();
    void run();
    void startRun();
    void showKey();
    void showPython();
    void showResult(const CodeResult &result);
    void compare();
    void setStatus(const QString &text);

    const Theme &m_theme;
    CardView &m_card;
    const Exercise m_exercise;
    Python &m_python;
    CodeRun *m_run;
    Button *m_toggle = nullptr;
    Label *m_names = nullptr;
    QWidget *m_space = nullptr; // what shows while the editor is open
    CodeEdit *m_edit = nullptr;
    Button *m_start = nullptr;
    Label *m_status = nullptr;
    RunReport *m_report = nullptr;
    QPointer<CodeComparison> m_comparison;
    QString m_compared;
    bool m_isOpen = false;
    bool m_isRevealed = false;
    bool m_isHeldBack = false;
    bool m_isWide = true;
    bool m_runsWhenFound = false;
};

} // namespace flaskcards
