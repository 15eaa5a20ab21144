// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/facts.h"
#include "ui/cardtext/cardview.h"
#include "ui/icons.h"

#include <QWidget>

class QMenu;
class QScrollArea;

namespace flaskcards {

class Button;
class CardView;
class CutLabel;
class EmptyState;
class FlagMark;
class Label;
class Theme;
class WhyPanel;
struct WhyReport;

// The card beside the list: whole, in smaller type, with its history below.
class QuestionPreview : public QWidget
{
    Q_OBJECT

public:
    QuestionPreview(const Theme &theme, QMenu *flagMenu, QMenu *moreMenu, QWidget *parent = nullptr);

    // A card that is shown already keeps its place when it is shown anew.
    // `word` stands before the place of the question: "own"; empty: nothing.
    void setQuestion(const Question &question, const CardContext &context, const QString &word = {});
    void setFlag(int flag);
    void setHistory(const QString &words, const WhyReport &why);
    void clear();                                                   // no question, no words
    void setMessage(const QString &title, const QString &sentence); // instead of a card

    void page(bool forward); // scrolls by almost its height

signals:
    void followUpRequested(const QString &slug);
    void linkActivated(const QUrl &url);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead(QMenu *flagMenu, QMenu *moreMenu);
    Button *menuButton(Icon icon, const QString &name, QMenu *menu, QWidget *parent);
    void hideOwnMeta();
    void showPart(bool card);
    void followTheme();

    const Theme &m_theme;
    QWidget *m_head;
    QWidget *m_foot;
    CutLabel *m_meta = nullptr;
    FlagMark *m_mark = nullptr;
    Button *m_flagButton = nullptr;
    Button *m_moreButton = nullptr;
    QScrollArea *m_area;
    CardView *m_card;
    Label *m_history;
    WhyPanel *m_why;
    EmptyState *m_empty;
    QString m_slug; // of the card shown; empty: none
};

} // namespace flaskcards
