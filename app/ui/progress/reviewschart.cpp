// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/reviewschart.h"

#include "core/statistics/axis.h"
#include "library/words.h"
#include "ui/progress/markreader.h"
#include "ui/theme.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// The strip of recall begins at a quarter, so that small changes stay small.
double lowestShown(const ProgressReport &report)
{
    double lowest = report.target;
    for (const std::optional<double> &share : report.recall)
        lowest = std::min(lowest, share.value_or(1));
    return std::floor(std::max(0.0, lowest - 0.01) * 4) / 4;
}

std::optional<double> lastOf(const QList<std::optional<double>> &shares)
{
    const auto last =
        std::find_if(shares.crbegin(), shares.crend(), [](const auto &share) { return share.has_value(); });
    return last == shares.crend() ? std::nullopt : *last;
}

QSharedPointer<QCPAxisTickerText> percentTicks(double lowest)
{
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (const double share : {lowest, 1.0})
        ticker->addTick(share, QLocale().toString(int(std::lround(share * 100))));
    return ticker;
}

} // namespace

ReviewsChart::ReviewsChart(const Theme &theme, QWidget *parent)
    : Plot(theme, tr("Reviews and recall"), parent),
      m_recallStrip(addStrip(0)),
      m_barStrip(addStrip(1)),
      m_recall(addGraph(m_recallStrip->axis(QCPAxis::atBottom), m_recallStrip->axis(QCPAxis::atLeft))),
      m_target(addGraph(m_recallStrip->axis(QCPAxis::atBottom), m_recallStrip->axis(QCPAxis::atLeft))),
      m_reader(new MarkReader(this, {.count = [this] { return int(m_report.bars.size()); },
                                     .box = [this](int bar) { return barBox(bar); },
                                     .words =
                                         [this](int bar) {
                                             return barWords(bar);
                                         }}))
{
    setObjectName(u"reviewsChart"_s);
    QCPBars *below = nullptr;
    for (QCPBars *&bars : m_bars) {
        bars = new QCPBars(m_barStrip->axis(QCPAxis::atBottom), m_barStrip->axis(QCPAxis::atLeft));
        bars->setAntialiased(false);
        bars->setStackingGap(1);
        if (below)
            bars->moveAbove(below);
        below = bars;
    }
    auto *sides = new QCPMarginGroup(this);
    for (QCPAxisRect *strip : {m_recallStrip, m_barStrip})
        strip->setMarginGroup(QCP::msLeft, sides);
}

void ReviewsChart::setReport(const ProgressReport &report, const QString &summary)
{
    m_report = report;
    fillBars();
    fillRecall();
    dress();
    m_reader->setSummary(summary);
    update();
}

double ReviewsChart::middleOf(qsizetype bar) const
{
    return m_report.bars.at(bar).day + (m_report.bucketDays - 1) / 2.0;
}

void ReviewsChart::fillBars()
{
    int most = 0;
    for (QCPBars *bars : m_bars) {
        bars->data()->clear();
        bars->setWidth(0.8 * m_report.bucketDays);
    }
    for (qsizetype bar = 0; bar < m_report.bars.size(); ++bar) {
        const DayTotals &totals = m_report.bars.at(bar);
        most = std::max(most, totals.answers());
        for (size_t rating = 0; rating < m_bars.size(); ++rating) {
            if (totals.byRating[rating] > 0)
                m_bars[rating]->addData(middleOf(bar), totals.byRating[rating]);
        }
    }
    setCounts(*m_barStrip->axis(QCPAxis::atLeft), topOfAxis(most));
}

void ReviewsChart::fillRecall()
{
    m_recall->data()->clear();
    for (qsizetype bar = 0; bar < m_report.recall.size(); ++bar)
        m_recall->addData(middleOf(bar),
                          m_report.recall.at(bar).value_or(std::numeric_limits<double>::quiet_NaN()));
    const double first = m_report.bars.first().day - 0.5;
    const double last = m_report.today + 0.5;
    m_target->setData({first, last}, {m_report.target, m_report.target}, true);
    for (QCPAxisRect *strip : {m_recallStrip, m_barStrip})
        strip->axis(QCPAxis::atBottom)->setRange(first, last);
    const double lowest = lowestShown(m_report);
    constexpr double lineWidths = 0.05; // room for the line at 100 %
    m_recallStrip->axis(QCPAxis::atLeft)->setRange(lowest, 1 + (1 - lowest) * lineWidths);
    m_recallStrip->axis(QCPAxis::atLeft)->setTicker(percentTicks(lowest));
}

void ReviewsChart::dress()
{
    const Tokens &t = theme().colors();
    dressStrip(*m_recallStrip, false);
    dressStrip(*m_barStrip, true);
    m_recallStrip->axis(QCPAxis::atLeft)->grid()->setVisible(false);
    m_recallStrip->axis(QCPAxis::atBottom)->setBasePen(QPen(t.border, 1));
    m_recall->setPen(QPen(t.text, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto known = std::count_if(m_report.recall.cbegin(), m_report.recall.cend(),
                                     [](const auto &share) { return share.has_value(); });
    m_recall->setScatterStyle(known == 1 ? QCPScatterStyle(QCPScatterStyle::ssDisc, theme().px(5))
                                         : QCPScatterStyle(QCPScatterStyle::ssNone));
    QPen dashed(t.text2, 1);
    dashed.setDashPattern({5, 4});
    m_target->setPen(dashed);
    m_target->setAntialiased(false);
    for (size_t rating = 0; rating < m_bars.size(); ++rating) {
        m_bars[rating]->setPen(Qt::NoPen);
        m_bars[rating]->setBrush(t.ratings[rating]);
    }
    const int right = sideLabelWidth({tr("target"), percentWords(1)});
    m_recallStrip->setAutoMargins(QCP::msLeft);
    m_recallStrip->setMargins({0, theme().px(10), right, theme().px(6)});
    m_recallStrip->setMinimumSize(0, theme().px(40));
    m_recallStrip->setMaximumSize(QWIDGETSIZE_MAX, theme().px(64));
    m_barStrip->setAutoMargins(QCP::msLeft);
    m_barStrip->setMargins({0, theme().px(8), right, theme().lineHeight(TextRole::Caption) + theme().px(6)});
    plotLayout()->setRowSpacing(0);
    plotLayout()->setRowStretchFactors({1, 2});
}

void ReviewsChart::fit()
{
    if (m_report.bars.isEmpty())
        return;
    setDates(*m_barStrip, m_report.bars.first().day, m_report.today);
}

void ReviewsChart::paintOver(QPainter &painter)
{
    const QCPAxis *scale = m_recallStrip->axis(QCPAxis::atLeft);
    QList<SideLabel> labels{{scale->coordToPixel(m_report.target), tr("target"), theme().colors().text2}};
    if (const auto last = lastOf(m_report.recall))
        labels.append({scale->coordToPixel(*last), percentWords(*last), theme().colors().text, true});
    const QRectF strip = m_recallStrip->rect();
    paintSideLabels(painter,
                    QRectF(strip.right() + theme().px(5), strip.top() - theme().px(8),
                           width() - strip.right(), strip.height() + theme().px(16)),
                    labels);
    if (m_reader->current() >= 0)
        paintRing(painter, barBox(m_reader->current()));
}

QRectF ReviewsChart::barBox(int bar) const
{
    const QCPAxis *dates = m_barStrip->axis(QCPAxis::atBottom);
    const double half = m_report.bucketDays / 2.0;
    const double left = dates->coordToPixel(middleOf(bar) - half);
    const double right = dates->coordToPixel(middleOf(bar) + half);
    return QRectF(QPointF(left, m_recallStrip->top()), QPointF(right, m_barStrip->bottom()));
}

QString ReviewsChart::datesOf(const DayTotals &bar) const
{
    const QLocale locale;
    if (m_report.bucketDays == 1)
        return locale.toString(dateOf(bar.day), u"dddd, d MMMM"_s);
    return tr("%1 to %2")
        .arg(locale.toString(dateOf(bar.day), u"d MMMM"_s),
             locale.toString(dateOf(bar.day + m_report.bucketDays - 1), u"d MMMM yyyy"_s));
}

QString ReviewsChart::barWords(int bar) const
{
    const DayTotals &totals = m_report.bars.at(bar);
    const QString dates = datesOf(totals);
    if (totals.answers() == 0)
        return tr("%1: nothing studied").arg(dates);
    QString words = dates + u'\n';
    for (int rating = 4; rating >= 1; --rating)
        words +=
            tr("%1: %2").arg(ratingName(Rating(rating))).arg(totals.byRating[size_t(rating) - 1]) + u'\n';
    words += tr("Total: %1").arg(totals.answers());
    if (const auto &recall = m_report.recall.at(bar))
        words += u'\n' + (m_report.bucketDays == 1 ? tr("Recall, mean of 7 days: %1") : tr("Recall: %1"))
                             .arg(percentWords(*recall));
    return words;
}

} // namespace flaskcards
