// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/mockchart.h"

#include "ui/interview/mockwords.h"
#include "ui/progress/markreader.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace flaskcards {

MockChart::MockChart(const Theme &theme, QWidget *parent)
    : Plot(theme, tr("Key points named in mock interviews"), parent),
      m_strip(addStrip(0)),
      m_line(addGraph(m_strip->axis(QCPAxis::atBottom), m_strip->axis(QCPAxis::atLeft))),
      m_reader(new MarkReader(this, {.count = [this] { return int(m_results.size()); },
                                     .box = [this](int mark) { return markBox(mark); },
                                     .words = [this](int mark) { return markWords(mark); },
                                     .opens =
                                         [](int) {
                                             return true;
                                         }}))
{
    setObjectName(u"mockChart"_s);
    connect(m_reader, &MarkReader::opened, this, [this](int mark) { emit opened(m_results.at(mark).key); });
}

void MockChart::setResults(const QList<MockResult> &results, const QString &summary)
{
    m_results = results;
    m_line->data()->clear();
    for (qsizetype i = 0; i < results.size(); ++i)
        m_line->addData(double(i), results.at(i).total() > 0 ? 100 * results.at(i).share() : qQNaN());
    setCounts(*m_strip->axis(QCPAxis::atLeft), 100);
    m_strip->axis(QCPAxis::atLeft)->setRange(0, 104); // a full mark is not cut
    m_strip->axis(QCPAxis::atBottom)->setRange(-0.5, std::max<double>(1, double(results.size())) - 0.5);
    m_reader->setSummary(summary);
    dress();
    update();
}

void MockChart::dress()
{
    const Tokens &t = theme().colors();
    dressStrip(*m_strip, true);
    m_line->setPen(QPen(t.chart, 2));
    m_line->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(t.chart, 1), QBrush(t.chart), theme().px(9)));
    m_strip->setAutoMargins(QCP::msLeft);
    m_strip->setMargins(
        {0, theme().px(4), theme().px(8), theme().lineHeight(TextRole::Caption) + theme().px(8)});
}

// As many days as fit, the last one always.
void MockChart::fit()
{
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const int room = textWidth(theme().font(TextRole::Caption), u"30 September"_s);
    const int most = std::max(1, m_strip->width() / std::max(1, room));
    const int count = int(m_results.size());
    const int step = std::max(1, (count + most - 1) / most);
    for (int i = count - 1; i >= 0; i -= step)
        ticker->addTick(i, QLocale().toString(dateOf(mockDay(m_results.at(i))), u"d MMM"_s));
    m_strip->axis(QCPAxis::atBottom)->setTicker(ticker);
}

QRectF MockChart::markBox(int mark) const
{
    const QPointF at(m_strip->axis(QCPAxis::atBottom)->coordToPixel(mark),
                     m_strip->axis(QCPAxis::atLeft)->coordToPixel(100 * m_results.at(mark).share()));
    const double side = theme().px(10);
    return {at.x() - side, at.y() - side, 2 * side, 2 * side};
}

QString MockChart::markWords(int mark) const
{
    const MockResult &result = m_results.at(mark);
    return u"%1\n%2"_s.arg(QLocale().toString(dateOf(mockDay(result)), u"d MMMM yyyy"_s),
                           resultWords(result));
}

void MockChart::paintOver(QPainter &painter)
{
    if (m_reader->current() >= 0)
        paintRing(painter, markBox(m_reader->current()));
}

} // namespace flaskcards
