// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/sittingsummary.h"

#include "library/words.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int hardShown = 5;

// Each question once, the one with the worst grade first.
QList<AnsweredCard> hardOnes(const QList<AnsweredCard> &answered)
{
    QList<AnsweredCard> hard;
    for (const AnsweredCard &answer : answered) {
        if (answer.rating > Rating::Hard)
            continue;
        const auto known = std::find_if(hard.begin(), hard.end(), [&](const AnsweredCard &other) {
            return other.question == answer.question;
        });
        if (known == hard.end())
            hard.append(answer);
        else
            known->rating = std::min(known->rating, answer.rating);
    }
    std::stable_sort(hard.begin(), hard.end(),
                     [](const AnsweredCard &a, const AnsweredCard &b) { return a.rating < b.rating; });
    return hard;
}

} // namespace

SittingSummary::SittingSummary(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_column(new QWidget(this)),
      m_headline(new Label(theme, TextRole::PageTitle, {}, m_column)),
      m_figures(new Label(theme, TextRole::Reading, {}, m_column)),
      m_outlook(new Label(theme, TextRole::Interface, {}, m_column)),
      m_hard(new Panel(theme, m_column, 24, 20)),
      m_done(new Button(theme, Button::Look::Filled, tr("Done"), m_column)),
      m_continue(new Button(theme, Button::Look::Plain, tr("Continue"), m_column))
{
    m_headline->setObjectName(u"summary"_s);
    m_figures->setObjectName(u"figures"_s);
    m_outlook->setObjectName(u"outlook"_s);
    m_done->setObjectName(u"done"_s);
    m_continue->setObjectName(u"continue"_s);
    m_continue->hide();
    m_figures->setWordWrap(true);
    m_outlook->setWordWrap(true);
    m_outlook->setColor(&Tokens::text2);
    m_hard->setTitle(tr("What was hard"));

    auto *rows = new QVBoxLayout(m_column);
    rows->setContentsMargins(0, 0, 0, 0);
    for (QWidget *part : {static_cast<QWidget *>(m_headline), static_cast<QWidget *>(m_figures),
                          static_cast<QWidget *>(m_outlook), static_cast<QWidget *>(m_hard)})
        rows->addWidget(part);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_done);
    buttons->addWidget(m_continue);
    buttons->addStretch(1);
    rows->addLayout(buttons);
    rows->addStretch(1);
    auto *area = new QScrollArea(this); // large text in a small window
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_inside = new QWidget(area);
    auto *row = new QHBoxLayout(m_inside);
    row->addStretch(1);
    row->addWidget(m_column, 1000);
    row->addStretch(1);
    area->setWidget(m_inside);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(area);
    followTheme();
    connect(m_done, &QAbstractButton::clicked, this, &SittingSummary::left);
    connect(m_continue, &QAbstractButton::clicked, this, &SittingSummary::continued);
    connect(&theme, &Theme::changed, this, &SittingSummary::followTheme);
}

void SittingSummary::followTheme()
{
    m_column->setMaximumWidth(m_theme.px(720));
    m_column->layout()->setSpacing(m_theme.px(20));
    m_inside->layout()->setContentsMargins(m_theme.px(32), m_theme.px(40), m_theme.px(32), m_theme.px(32));
}

void SittingSummary::show(const Facts &facts)
{
    showOutlook(facts);
    showHard(hardOnes(facts.answered));
}

void SittingSummary::showOutlook(const Facts &facts)
{
    m_headline->setText(headline(facts));
    m_figures->setText(figures(facts));
    m_outlook->setText(outlook(facts));
    m_continue->setVisible(facts.nextLearningMs == 0);
}

void SittingSummary::takeFocus()
{
    m_done->setFocus(Qt::OtherFocusReason);
}

QString SittingSummary::headline(const Facts &facts) const
{
    if (facts.answered.isEmpty() && facts.nextLearningMs == 0)
        return tr("A card has come due");
    if (facts.answered.isEmpty())
        return facts.listed ? tr("There is nothing to study here") : tr("Nothing is due now");
    return tr("%n answer(s) given", nullptr, int(facts.answered.size()));
}

QString SittingSummary::figures(const Facts &facts) const
{
    if (facts.answered.isEmpty())
        return tr("You have done what today asked for.");
    qint64 tookMs = 0;
    int reviewed = 0;
    int recalled = 0;
    for (const AnsweredCard &answer : facts.answered) {
        tookMs += answer.durationMs;
        reviewed += answer.phaseBefore == Phase::Review;
        recalled += answer.phaseBefore == Phase::Review && answer.rating > Rating::Again;
    }
    const QString time = tr("It took %1.").arg(durationWords(tookMs));
    if (reviewed == 0)
        return time;
    return time + u' ' + tr("You recalled %1 of %n review(s).", nullptr, reviewed).arg(recalled);
}

QString SittingSummary::outlook(const Facts &facts) const
{
    QStringList sentences;
    if (!facts.recorded)
        sentences.append(tr("Nothing was rescheduled, and no answer counts as a review."));
    if (facts.nextLearningMs == 0)
        sentences.append(tr("A card in learning is due now."));
    else if (facts.nextLearningMs)
        sentences.append(
            tr("The next card in learning comes in %1.").arg(durationWords(*facts.nextLearningMs)));
    sentences.append(facts.comesTomorrow > 0
                         ? tr("%n card(s) come(s) tomorrow.", nullptr, facts.comesTomorrow)
                         : tr("Nothing comes tomorrow."));
    return sentences.join(u' ');
}

void SittingSummary::showHard(const QList<AnsweredCard> &hard)
{
    m_hard->setVisible(!hard.isEmpty());
    while (QLayoutItem *item = m_hard->body()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const AnsweredCard &answer : hard.first(std::min<qsizetype>(hardShown, hard.size()))) {
        auto *line = new Label(
            m_theme, TextRole::Interface,
            tr("%1: %2", "grade: title").arg(ratingName(answer.rating), plainTitle(answer.title)), m_hard);
        line->setWordWrap(true);
        m_hard->body()->addWidget(line);
    }
    if (hard.size() > hardShown) {
        auto *more = new Label(m_theme, TextRole::Small,
                               tr("and %n more", nullptr, int(hard.size()) - hardShown), m_hard);
        more->setColor(&Tokens::text2);
        m_hard->body()->addWidget(more);
    }
}

} // namespace flaskcards
