// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace flaskcards {

class Button;
class Label;
class Theme;

// Says at its place what happened, what is safe and what to do.
class Notice : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Error, Warning, Info };

    Notice(const Theme &theme, Kind kind, const QString &whatHappened, const QString &whatToDo,
           QWidget *parent = nullptr);

    void setTexts(const QString &whatHappened, const QString &whatToDo);
    // A small button at the right, or below where it is narrow; the notice owns it.
    Button *addButton(const QString &text);

protected:
    void setKind(Kind kind);
    void takeButton(Button *button); // as the last one
    void arrange(int width);         // as it will be at this width
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void followTheme();

    const Theme &m_theme;
    Kind m_kind;
    Label *m_headline;
    Label *m_detail;
    QHBoxLayout *m_row;
    QHBoxLayout *m_buttons;
};

// A place where nothing is yet: one sentence what is so, one what to do, one plain button.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    // An empty `buttonText` leaves the button out.
    EmptyState(const Theme &theme, const QString &title, const QString &sentence,
               const QString &buttonText = {}, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &sentence);
    Button *button() const { return m_button; }

signals:
    void pressed();

private:
    void followTheme();

    const Theme &m_theme;
    Label *m_title;
    Label *m_sentence;
    Button *m_button = nullptr;
};

} // namespace flaskcards
