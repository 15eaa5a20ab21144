// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/calibrationchart.h"

#include "library/words.h"
#include "ui/progress/markreader.h"
#include "ui/theme.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

void setPoints(QCPGraph &graph, const QList<CalibrationBin> &bins)
{
    QVector<double> predicted;
    QVector<double> actual;
    for (const CalibrationBin &bin : bins) {
        predicted.append(bin.predicted);
        actual.append(bin.actual);
    }
    graph.setData(predicted, actual);
}

QSharedPointer<QCPAxisTickerText> percentTicks(double lowest)
{
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const double step = lowest < 0.5 ? 0.25 : 0.1;
    for (double share = 1; share > lowest - 0.001; share -= step)
        ticker->addTick(share, QLocale().toString(int(std::lround(share * 100))));
    return ticker;
}

} // namespace

CalibrationChart::CalibrationChart(const Theme &theme, QWidget *parent)
    : Plot(theme, tr("Predicted and actual recall"), parent),
      m_strip(addStrip(0)),
      m_ideal(addGraph(m_strip->axis(QCPAxis::atBottom), m_strip->axis(QCPAxis::atLeft))),
      m_presentLine(addGraph(m_strip->axis(QCPAxis::atBottom), m_strip->axis(QCPAxis::atLeft))),
      m_freshLine(addGraph(m_strip->axis(QCPAxis::atBottom), m_strip->axis(QCPAxis::atLeft))),
      m_reader(new MarkReader(this, {.count = [this] { return int(m_present.size() + m_fresh.size()); },
                                     .box = [this](int mark) { return markBox(mark); },
                                     .words =
                                         [this](int mark) {
                                             return markWords(mark);
                                         }}))
{
    setObjectName(u"calibrationChart"_s);
}

void CalibrationChart::setBins(const QList<CalibrationBin> &present, const QList<CalibrationBin> &fresh,
                               const QString &summary)
{
    m_present = present;
    m_fresh = fresh;
    setPoints(*m_presentLine, present);
    setPoints(*m_freshLine, fresh);
    setRanges();
    dress();
    m_reader->setSummary(summary);
    update();
}

// Both axes alike, from a round number below the lowest point up to 100 %.
void CalibrationChart::setRanges()
{
    double lowest = 0.9;
    for (const QList<CalibrationBin> &bins : {m_present, m_fresh}) {
        for (const CalibrationBin &bin : bins)
            lowest = std::min({lowest, bin.predicted, bin.actual});
    }
    lowest = std::floor((lowest - 0.01) * 10) / 10;
    lowest = std::max(0.0, lowest < 0.5 ? std::floor(lowest * 4) / 4 : lowest);
    for (const auto side : {QCPAxis::atBottom, QCPAxis::atLeft}) {
        m_strip->axis(side)->setRange(lowest, 1 + (1 - lowest) * 0.03);
        m_strip->axis(side)->setTicker(percentTicks(lowest));
    }
    m_ideal->setData({lowest, 1}, {lowest, 1}, true);
}

void CalibrationChart::dress()
{
    const Tokens &t = theme().colors();
    dressStrip(*m_strip, true);
    for (const auto side : {QCPAxis::atBottom, QCPAxis::atLeft}) {
        QCPAxis *axis = m_strip->axis(side);
        axis->setLabel(side == QCPAxis::atBottom ? tr("predicted, %") : tr("actual, %"));
        axis->setLabelFont(theme().font(TextRole::Caption));
        axis->setLabelColor(t.text2);
        axis->setLabelPadding(theme().px(4));
    }
    QPen dashed(t.text2, 1);
    dashed.setDashPattern({5, 4});
    m_ideal->setPen(dashed);
    const double dot = theme().px(7);
    m_presentLine->setPen(QPen(t.link, 1.5, Qt::DashLine));
    m_presentLine->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(t.link, 1.5), t.surface, dot));
    m_freshLine->setPen(QPen(t.chart, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_freshLine->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, t.chart, t.chart, dot));
    m_strip->setAutoMargins(QCP::msLeft | QCP::msBottom);
    m_strip->setMargins({0, theme().px(8), theme().px(16), 0});
}

const CalibrationBin &CalibrationChart::binAt(int mark) const
{
    return mark < m_present.size() ? m_present.at(mark) : m_fresh.at(mark - m_present.size());
}

QRectF CalibrationChart::markBox(int mark) const
{
    const CalibrationBin &bin = binAt(mark);
    const double side = theme().px(16);
    const QPointF middle(m_strip->axis(QCPAxis::atBottom)->coordToPixel(bin.predicted),
                         m_strip->axis(QCPAxis::atLeft)->coordToPixel(bin.actual));
    return {middle.x() - side / 2, middle.y() - side / 2, side, side};
}

QString CalibrationChart::markWords(int mark) const
{
    const CalibrationBin &bin = binAt(mark);
    const QString whose =
        mark < m_present.size() ? tr("With the present parameters") : tr("With the new parameters");
    return whose + u'\n' +
           tr("Predicted %1, recalled %2").arg(percentWords(bin.predicted), percentWords(bin.actual)) +
           u'\n' + tr("%n answer(s)", nullptr, bin.answers);
}

void CalibrationChart::paintOver(QPainter &painter)
{
    if (m_reader->current() >= 0)
        paintRing(painter, markBox(m_reader->current()));
}

} // namespace flaskcards
