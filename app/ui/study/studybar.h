// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QMenu;

namespace flaskcards {

class Button;
class FlagButton;
class Label;
class RecordingMark;
class Theme;

// The line over a sitting: end it, where it stands, undo, flag and what else can be done with the card.
class StudyBar : public QWidget
{
    Q_OBJECT

public:
    explicit StudyBar(const Theme &theme, QWidget *parent = nullptr);

    void setText(const QString &text);
    // Empty: none. `more` only where there is room for it.
    void setClock(const QString &text, const QString &more, bool over, const QString &history);
    void setFlag(int flag);            // of the card on the table
    void setUndo(const QString &step); // what undo would take back; empty: nothing
    void setCardActions(const QList<QAction *> &actions);
    void setCardThere(bool there); // without a card there is nothing to flag or bury
    void openFlagMenu();
    RecordingMark &recordingMark() const { return *m_recording; }

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    void endRequested();
    void undoRequested();
    void flagChosen(int flag);

private:
    void fillFlagMenu();
    void shareRoom();
    void showKeys();
    void followTheme();

    const Theme &m_theme;
    Button *m_end;
    RecordingMark *m_recording;
    Label *m_text;
    Label *m_clock;
    Button *m_undo;
    FlagButton *m_flag;
    Button *m_more;
    QMenu *m_flags;
    QMenu *m_actions;
    QString m_clockText;
    QString m_clockMore;
    QString m_step; // of setUndo
    int m_shownFlag = 0;
};

} // namespace flaskcards
