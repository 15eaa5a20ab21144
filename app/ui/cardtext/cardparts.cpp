// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/cardparts.h"

#include "library/words.h"
#include "ui/cardtext/checkline.h"
#include "ui/cardtext/codeblock.h"
#include "ui/cardtext/optionrow.h"
#include "ui/cardtext/textblock.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int aboveSection = 22;
constexpr int aboveTallHead = 18; // one with a button in it
constexpr int belowHead = 4;
constexpr int abovePoints = 6;
constexpr qsizetype longTitle = 110;
constexpr qsizetype mostRows = 50;    // key points, follow-ups: each one is a widget
constexpr qsizetype mostOptions = 26; // as many as there are letters

// The line between question and answer.
class Divider : public QWidget
{
public:
    Divider(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), m_theme.colors().border); }

private:
    const Theme &m_theme;
};

QString asList(const QStringList &items)
{
    QString markdown;
    for (const QString &item : items)
        markdown += u"- "_s + item + u'\n';
    return markdown;
}

int visibleCodeBlocks(const QList<MarkupPart> &parts)
{
    return static_cast<int>(std::count_if(parts.cbegin(), parts.cend(), [](const MarkupPart &part) {
        return part.isCode && !part.code.check;
    }));
}

QString metaLine(const Question &question)
{
    return placeLine(question).replace(u" · "_s, u"\u2002·\u2002"_s);
}

} // namespace

CardType cardType(CardSize size, const Question &question)
{
    if (size == CardSize::Preview)
        return {TextRole::PreviewTitle, TextRole::KeyPoint,  TextRole::KeyPoint,
                TextRole::KeyPoint,     TextRole::SmallCode, TextRole::SmallCode};
    const bool isLong = question.title.size() > longTitle || !question.options.isEmpty();
    return {isLong ? TextRole::LongQuestion : TextRole::Question,
            TextRole::Reading,
            TextRole::SmallReading,
            TextRole::KeyPoint,
            TextRole::Code,
            TextRole::LargeCode};
}

CardColumn::CardColumn(const Theme &theme, const HitFinder &hits, QWidget *parent)
    : Column(theme, parent), m_theme(theme), m_hits(hits)
{
}

void CardColumn::addMarkup(const QList<MarkupPart> &parts, const TextLook &look, TextRole code, int gap,
                           bool copyInHead)
{
    for (const MarkupPart &part : parts) {
        if (part.isCode && part.code.check)
            continue;
        if (part.isCode) {
            auto *block = new CodeBlock(m_theme, part.code, code, this);
            block->setHeadVisible(copyInHead || !part.code.file.isEmpty());
            block->setHits(m_hits);
            add(block, gap);
            m_lastCode = block;
            if (part.code.faulty && !m_faultyCode)
                m_faultyCode = block;
        } else {
            TextBlock *text = newText(look);
            text->setSteps(part.steps);
            add(text, gap);
        }
        gap = 12;
    }
}

TextBlock *CardColumn::newText(const TextLook &look)
{
    auto *text = new TextBlock(m_theme, look, this);
    connect(text, &TextBlock::linkActivated, this, &CardColumn::linkActivated);
    return text;
}

void CardColumn::addRest(qsizetype left)
{
    if (left <= 0)
        return;
    auto *words = new Label(m_theme, TextRole::Small, tr("%L1 more are not shown here.").arg(left), this);
    words->setColor(&Tokens::text2);
    add(words, 8);
}

CardPrompt::CardPrompt(const Theme &theme, CardSize size, const Question &question,
                       const CardContext &context, QWidget *parent)
    : CardColumn(theme, context.hits, parent)
{
    const CardType type = cardType(size, question);
    auto *meta = new Label(theme, TextRole::Small, metaLine(question), this);
    meta->setColor(&Tokens::text2);
    add(meta);
    TextBlock *title = newText({type.title, &Tokens::text, true, context.hits});
    title->setMeasure(0);
    title->setObjectName(u"title"_s);
    title->setMarkup(question.title);
    add(title, 6);
    if (!question.prompt.isEmpty())
        addMarkup(readMarkup(question.prompt), {type.text, &Tokens::text, true, context.hits},
                  type.promptCode, 16, false);
    addOptions(question);
}

void CardPrompt::addOptions(const Question &question)
{
    const QList<Option> options = question.options.first(std::min(question.options.size(), mostOptions));
    for (int i = 0; i < options.size(); ++i) {
        const Option &option = options.at(i);
        auto *row = new OptionRow(theme(), QChar(u'A' + i), option, this);
        row->setHits(hits());
        connect(row, &OptionRow::clicked, this, [this, row, i] {
            if (row->canBeChosen())
                emit optionChosen(i);
        });
        add(row, i == 0 ? 20 : 8);
        m_options.append(row);
        if (option.right)
            m_right = i;
    }
    addRest(question.options.size() - options.size());
}

void CardPrompt::showChoice(int chosen)
{
    for (int i = 0; i < m_options.size(); ++i)
        m_options.at(i)->setState(i == m_right  ? OptionRow::State::Right
                                  : i == chosen ? OptionRow::State::WrongChosen
                                                : OptionRow::State::Plain);
}

void CardPrompt::markChoice(int chosen)
{
    for (int i = 0; i < m_options.size(); ++i)
        m_options.at(i)->setState(i == chosen ? OptionRow::State::Chosen : OptionRow::State::Open);
}

CardAnswer::CardAnswer(const Theme &theme, CardSize size, const Question &question,
                       const CardContext &context, QWidget *parent)
    : CardColumn(theme, context.hits, parent),
      m_size(size),
      m_type(cardType(size, question)),
      m_areCriteria(question.kind == Kind::Design)
{
    if (size == CardSize::Study)
        add(new Divider(theme, this), 18);
    TextBlock *answer = newText({m_type.answer, &Tokens::text, true, context.hits});
    answer->setObjectName(u"answer"_s);
    answer->setMarkup(question.answer);
    add(answer, 12);
    m_sections.append({tr("Answer"), answer});
    addKeyPoints(question.keyPoints, context.points);
    addSection(tr("Explanation"), question.explanation);
    addExample(question.example);
    addSection(tr("Why it is asked"), question.whyAsked);
    addItems(tr("Mistakes"), question.mistakes);
    addFollowUps(context.followUps);
    addItems(tr("References"), question.references);
}

void CardAnswer::addHead(const QString &name, QWidget *atRight)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *label = new SectionLabel(theme(), name, row);
    layout->addWidget(label);
    layout->addStretch(1);
    if (atRight)
        layout->addWidget(atRight);
    add(row, atRight && atRight->focusPolicy() != Qt::NoFocus ? aboveTallHead : aboveSection);
    m_sections.append({name, row});
}

void CardAnswer::addSection(const QString &name, const QString &markdown)
{
    if (markdown.isEmpty())
        return;
    addHead(name);
    addMarkup(readMarkup(markdown), {m_type.text, &Tokens::text, true, hits()}, m_type.code, belowHead, true);
}

void CardAnswer::addItems(const QString &name, const QStringList &items)
{
    if (!items.isEmpty())
        addSection(name, asList(items));
}

// Those left out last time come first.
void CardAnswer::addKeyPoints(const QStringList &points, const QList<PointRecord> &records)
{
    if (points.isEmpty())
        return;
    if (m_size == CardSize::Preview)
        return addItems(m_areCriteria ? tr("Criteria") : tr("Key points"), points);
    m_pointCount = new Label(theme(), TextRole::Small, {}, this);
    m_pointCount->setColor(&Tokens::text2);
    m_pointCount->setObjectName(u"keyPointCount"_s);
    addHead(m_areCriteria ? tr("Criteria") : tr("Key points"), m_pointCount);
    m_pointOrder = missedFirst(records.size() == points.size() ? records : QList<PointRecord>(points.size()));
    m_pointOrder.resize(std::min(points.size(), mostRows));
    for (const int index : std::as_const(m_pointOrder)) {
        auto *line = new CheckLine(theme(), points.at(index), this);
        if (index < records.size() && records.at(index).missedLast) {
            line->setToolTip(tr("Left out last time"));
            line->setAccessibleDescription(line->toolTip());
            ++m_leftOut;
        }
        line->setHits(hits());
        connect(line, &CheckLine::toggled, this, &CardAnswer::countKeyPoints);
        add(line, m_points.isEmpty() ? abovePoints : 0);
        m_points.append(line);
    }
    addRest(points.size() - m_points.size());
    countKeyPoints();
}

void CardAnswer::countKeyPoints()
{
    const QString words = m_areCriteria ? tr("%1 of %2 met") : tr("%1 of %2 said");
    QString count = words.arg(tickedKeyPoints()).arg(keyPoints());
    if (m_leftOut > 0)
        count = tr("%n left out last time, shown first", nullptr, m_leftOut) + u"  ·  "_s + count;
    m_pointCount->setText(count);
    emit keyPointsTicked(tickedKeyPoints(), keyPoints());
}

int CardAnswer::tickedKeyPoints() const
{
    return static_cast<int>(std::count_if(m_points.cbegin(), m_points.cend(),
                                          [](const CheckLine *line) { return line->isChecked(); }));
}

QString CardAnswer::points() const
{
    QString points(m_points.size(), u'0');
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        if (m_points.at(i)->isChecked())
            points[m_pointOrder.at(i)] = u'1';
    }
    return points.contains(u'1') ? points : QString();
}

void CardAnswer::setComparison(const QString &name, QWidget *comparison)
{
    comparison->setParent(this);
    if (m_comparison) {
        delete m_comparison;
        m_sections.removeAt(1);
    }
    m_comparison = comparison;
    addBehind(m_sections.first().place, comparison, aboveSection);
    m_sections.insert(1, {name, comparison});
    comparison->show();
}

void CardAnswer::toggleKeyPoint(int index)
{
    if (index >= 0 && index < m_points.size())
        m_points.at(index)->toggle();
}

void CardAnswer::tickKeyPoints(const QString &points)
{
    for (qsizetype i = 0; i < m_points.size(); ++i)
        m_points.at(i)->setChecked(points.size() == m_points.size() && points.at(m_pointOrder.at(i)) == u'1');
}

// With one block of code its Copy stands beside the name of the section, else each has its own.
void CardAnswer::addExample(const QString &markdown)
{
    if (markdown.isEmpty())
        return;
    const QList<MarkupPart> parts = readMarkup(markdown);
    const bool oneBlock = visibleCodeBlocks(parts) == 1;
    Button *copy = oneBlock ? CodeBlock::makeCopyButton(theme(), this) : nullptr;
    addHead(tr("Example"), copy);
    addMarkup(parts, {m_type.text, &Tokens::text, true, hits()}, m_type.code, belowHead, !oneBlock);
    if (copy)
        connect(copy, &Button::clicked, lastCodeBlock(), &CodeBlock::copy);
}

void CardAnswer::addFollowUps(const QList<CardContext::FollowUp> &followUps)
{
    if (followUps.isEmpty())
        return;
    addHead(tr("Follow-up questions"));
    bool first = true;
    for (const CardContext::FollowUp &followUp : followUps.first(std::min(followUps.size(), mostRows))) {
        auto *row = new LinkRow(theme(), Icon::FollowUp, followUp.title, this);
        connect(row, &LinkRow::clicked, this, [this, slug = followUp.slug] { emit followUpRequested(slug); });
        add(row, first ? belowHead : 0);
        first = false;
    }
    addRest(followUps.size() - std::min(followUps.size(), mostRows));
}

} // namespace flaskcards
