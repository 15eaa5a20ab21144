// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSplitter;

namespace flaskcards {

class Library;
class Theme;

// Topics, list and card side by side; in a narrow window the card below the list, in a very narrow one
// without the topics. Where the person puts the lines between them is remembered.
class BrowsePanes : public QWidget
{
    Q_OBJECT

public:
    BrowsePanes(Library &library, const Theme &theme, QWidget *parent);

    void setParts(QWidget *topics, QWidget *list, QWidget *card); // once; it takes ownership

signals:
    void topicsHidden(bool hidden); // something else has to offer them

protected:
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void arrange();
    void place();
    void keepPlaces();
    void followTheme();

    Library &m_library;
    const Theme &m_theme;
    QSplitter *m_outer;  // topics | rest
    QSplitter *m_inside; // list | card, or one below the other
    QWidget *m_topics = nullptr;
    QWidget *m_list = nullptr;
    QWidget *m_card = nullptr;
    bool m_moved = false;
    bool m_placed = false;
};

} // namespace flaskcards
