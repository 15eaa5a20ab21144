// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

#include <QDialog>

class QHBoxLayout;
class QStackedWidget;
class QVBoxLayout;

namespace flaskcards {

class Background;
class Button;
class Notice;
class PageList;
class SettingsPage;
class Theme;
class Voice;

// What the person can set. A newcomer sees how much, how sure, until when and the look; "More" opens the
// list of all pages. Nothing is saved before every page makes sense.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(Library &library, Background &background, Theme &theme, Voice &voice,
                   QWidget *parent = nullptr);

    void showBackups();

    void accept() override; // may ask first whether cards move
    void reject() override; // the theme goes back to what it was

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build(Background &background, Voice &voice);
    void addPages(Background &background, Voice &voice);
    void fill();
    void addFoot(QVBoxLayout *rows);
    void addPage(SettingsPage *page);
    void showMore(bool more);
    void showPage(int page);
    void followTheme();
    QSize wantedSize() const;
    void ask(const Preferences &wished);
    void save(const Preferences &wished, bool moveDueDays);
    void showFailure(const Error &error);

    Library &m_library;
    Theme &m_theme;
    QList<SettingsPage *> m_pages;
    SettingsPage *m_backups = nullptr; // one of them
    PageList *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QHBoxLayout *m_middle = nullptr;
    QHBoxLayout *m_footRow = nullptr;
    Button *m_more = nullptr;
    Notice *m_problem = nullptr;
};

} // namespace flaskcards
