// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cardtext/cardview.h"
#include "ui/cardtext/column.h"

namespace flaskcards {

class CheckLine;
class CodeBlock;
class Label;
class OptionRow;
class TextBlock;

// Type sizes of a card.
struct CardType {
    TextRole title, answer, text, point, code, promptCode;
};
CardType cardType(CardSize size, const Question &question);

// A column that can take Markdown: text and code blocks in turn, checks left out.
class CardColumn : public Column
{
    Q_OBJECT

public:
    CardColumn(const Theme &theme, const HitFinder &hits, QWidget *parent);

    // The first part keeps `gap` to what is above it. Code blocks have Copy in a row of their own if
    // `copyInHead`.
    void addMarkup(const QList<MarkupPart> &parts, const TextLook &look, TextRole code, int gap,
                   bool copyInHead);
    // Says that there are rows that are not shown; nothing if none are left.
    void addRest(qsizetype left);

signals:
    void linkActivated(const QUrl &url);

protected:
    const Theme &theme() const { return m_theme; }
    const HitFinder &hits() const { return m_hits; }
    // Its links are ours.
    TextBlock *newText(const TextLook &look);
    CodeBlock *lastCodeBlock() const { return m_lastCode; }
    CodeBlock *faultyCode() const { return m_faultyCode; }

private:
    const Theme &m_theme;
    const HitFinder m_hits;
    CodeBlock *m_lastCode = nullptr;
    CodeBlock *m_faultyCode = nullptr;
};

// Topic, title, prompt and options.
class CardPrompt : public CardColumn
{
    Q_OBJECT

public:
    CardPrompt(const Theme &theme, CardSize size, const Question &question, const CardContext &context,
               QWidget *parent);

    void showChoice(int chosen);
    void markChoice(int chosen);
    // The block that names its lines at fault; null: none does.
    CodeBlock *code() const { return faultyCode(); }

signals:
    void optionChosen(int index);

private:
    void addOptions(const Question &question);

    QList<OptionRow *> m_options;
    int m_right = -1;
};

// Everything that is shown on reveal.
class CardAnswer : public CardColumn
{
    Q_OBJECT

public:
    CardAnswer(const Theme &theme, CardSize size, const Question &question, const CardContext &context,
               QWidget *parent);

    void toggleKeyPoint(int index);
    void tickKeyPoints(const QString &points);
    int tickedKeyPoints() const;
    QString points() const;
    int keyPoints() const { return static_cast<int>(m_points.size()); }
    QList<CardView::Section> sections() const { return m_sections; }
    // A section of its own behind the spoken answer; takes the place of an earlier one.
    void setComparison(const QString &name, QWidget *comparison);

signals:
    void followUpRequested(const QString &slug);
    void keyPointsTicked(int count, int total);

private:
    void addHead(const QString &name, QWidget *atRight = nullptr);
    void addSection(const QString &name, const QString &markdown);
    void addItems(const QString &name, const QStringList &items);
    void addKeyPoints(const QStringList &points, const QList<PointRecord> &records);
    void addExample(const QString &markdown);
    void addFollowUps(const QList<CardContext::FollowUp> &followUps);
    void countKeyPoints();

    const CardSize m_size;
    const CardType m_type;
    QList<CheckLine *> m_points; // as shown
    QList<int> m_pointOrder;     // the number of each in the card
    int m_leftOut = 0;           // last time
    Label *m_pointCount = nullptr;
    QWidget *m_comparison = nullptr;
    const bool m_areCriteria; // what a design question calls its key points
    QList<CardView::Section> m_sections;
};

} // namespace flaskcards
