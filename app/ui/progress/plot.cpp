// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/plot.h"

#include "core/statistics/axis.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace flaskcards {

Plot::Plot(const Theme &theme, const QString &name, QWidget *parent) : QCustomPlot(parent), m_theme(theme)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    plotLayout()->clear();
    setAutoAddPlottableToLegend(false);
    setPlottingHint(QCP::phCacheLabels, false); // text stays text in a PDF
    connect(&theme, &Theme::changed, this, [this] {
        dress();
        updateGeometry();
        update();
    });
}

QSize Plot::sizeHint() const
{
    return minimumSizeHint();
}

QSize Plot::minimumSizeHint() const
{
    return {m_theme.px(240), m_theme.px(124)};
}

void Plot::showEvent(QShowEvent *event)
{
    dress();
    QCustomPlot::showEvent(event);
}

void Plot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setViewport(rect());
}

void Plot::paintEvent(QPaintEvent *)
{
    QCPPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().surface);
    fit();
    draw(&painter);
    painter.setClipping(false);
    paintOver(painter);
}

QCPAxisRect *Plot::addStrip(int row)
{
    auto *strip = new QCPAxisRect(this, false);
    strip->addAxes(QCPAxis::atLeft | QCPAxis::atBottom);
    plotLayout()->addElement(row, 0, strip);
    strip->setMinimumMargins({});
    return strip;
}

void Plot::dressStrip(QCPAxisRect &strip, bool dates) const
{
    const Tokens &t = m_theme.colors();
    for (QCPAxis *axis : strip.axes()) {
        axis->setTickLabelFont(m_theme.font(TextRole::Caption));
        axis->setTickLabelColor(t.text2);
        axis->setTickLength(0, 0);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTicks(false);
        axis->setSubTickPen(Qt::NoPen);
        axis->setBasePen(axis->axisType() == QCPAxis::atBottom ? QPen(t.edge, 1) : QPen(Qt::NoPen));
        axis->setTickLabelPadding(m_theme.px(axis->axisType() == QCPAxis::atBottom ? 6 : 8));
    }
    QPen dotted(t.grid, 1);
    dotted.setDashPattern({1, 3});
    QCPAxis *left = strip.axis(QCPAxis::atLeft);
    left->grid()->setPen(dotted);
    left->grid()->setZeroLinePen(Qt::NoPen);
    QCPAxis *bottom = strip.axis(QCPAxis::atBottom);
    bottom->grid()->setVisible(false);
    bottom->setTicks(dates);
    bottom->setTickLabels(dates);
}

void Plot::setCounts(QCPAxis &axis, int top)
{
    axis.setRange(0, top);
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (const int tick : {0, top / 2, top})
        ticker->addTick(tick, QLocale().toString(tick));
    axis.setTicker(ticker);
}

void Plot::setDates(QCPAxisRect &strip, int firstDay, int lastDay) const
{
    const QString sample =
        dateLabel(firstDay, {.months = labelsMonths(firstDay, lastDay), .days = {firstDay, lastDay}});
    const int room = textWidth(m_theme.font(TextRole::Caption), sample + u"0"_s) + m_theme.px(20);
    const DateTicks ticks = dateTicks(firstDay, lastDay, strip.width() / room);
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (const int day : ticks.days)
        ticker->addTick(day, dateLabel(day, ticks));
    strip.axis(QCPAxis::atBottom)->setTicker(ticker);
}

int Plot::sideLabelWidth(const QStringList &texts) const
{
    int widest = 0;
    for (const QString &text : texts)
        widest = std::max(widest, textWidth(m_theme.font(TextRole::SectionLabel), text));
    return widest + m_theme.px(8);
}

void Plot::paintSideLabels(QPainter &painter, const QRectF &room, QList<SideLabel> labels) const
{
    const double line = m_theme.lineHeight(TextRole::Caption);
    std::sort(labels.begin(), labels.end(), [](const SideLabel &a, const SideLabel &b) { return a.y < b.y; });
    double least = room.top() + line / 2;
    for (SideLabel &label : labels) {
        label.y = std::max(label.y, least);
        least = label.y + line;
    }
    double most = room.bottom() - line / 2;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->y = std::min(label->y, most);
        most = label->y - line;
    }
    for (const SideLabel &label : std::as_const(labels)) {
        QFont font = m_theme.font(TextRole::Caption);
        font.setWeight(label.strong ? QFont::DemiBold : font.weight());
        paintText(painter, QRectF(room.left(), label.y - line / 2, room.width(), line), font, label.color,
                  label.text);
    }
}

void Plot::paintRing(QPainter &painter, const QRectF &box) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.colors().focus, 2));
    painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), m_theme.px(2), m_theme.px(2));
    painter.restore();
}

QDate dateOf(int studyDay)
{
    return QDate(1970, 1, 1).addDays(studyDay);
}

QString dateLabel(int studyDay, const DateTicks &ticks)
{
    const QDate date = dateOf(studyDay);
    if (!ticks.months)
        return QLocale().toString(date, u"d MMM"_s);
    const bool severalYears = ticks.days.last() - ticks.days.first() > 366;
    return date.month() == 1 && severalYears
               ? QString::number(date.year())
               : QLocale().standaloneMonthName(date.month(), QLocale::ShortFormat);
}

} // namespace flaskcards
