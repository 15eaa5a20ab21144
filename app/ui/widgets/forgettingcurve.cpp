// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/forgettingcurve.h"

#include "core/scheduling/studyday.h"
#include "library/words.h"
#include "ui/progress/markreader.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr std::array allRatings = {Rating::Again, Rating::Hard, Rating::Good, Rating::Easy};

QPainterPath ratingShape(Rating rating, const QPointF &centre, double side)
{
    const double half = side / 2;
    const QRectF box(centre.x() - half, centre.y() - half, side, side);
    QPainterPath path;
    switch (rating) {
    case Rating::Again:
        path.addPolygon(QPolygonF({box.bottomLeft(), {centre.x(), box.top()}, box.bottomRight()}));
        break;
    case Rating::Hard:
        path.addPolygon(QPolygonF({{centre.x(), box.top()},
                                   {box.right(), centre.y()},
                                   {centre.x(), box.bottom()},
                                   {box.left(), centre.y()}}));
        break;
    case Rating::Good:
        path.addEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case Rating::Easy:
        path.addRect(box.adjusted(1, 1, -1, -1));
        break;
    }
    path.closeSubpath();
    return path;
}

QPolygonF polygonOf(const QList<RecallPoint> &points,
                    const std::function<QPointF(const RecallPoint &)> &place)
{
    QPolygonF line;
    for (const RecallPoint &point : points)
        line.append(place(point));
    return line;
}

} // namespace

void paintRatingMark(QPainter &painter, const Theme &theme, Rating rating, const QPointF &centre, double side)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath shape = ratingShape(rating, centre, side);
    painter.strokePath(shape, QPen(theme.colors().surface, 2.5)); // stands clear of the lines
    painter.fillPath(shape, theme.rating(rating));
    painter.restore();
}

ForgettingCurve::ForgettingCurve(const Theme &theme, int plotHeight, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_plotHeight(plotHeight),
      m_reader(new MarkReader(
          this, {.count = [this] { return int(m_report.answers.size()); },
                 .box =
                     [this](int mark) {
                         const double side = m_theme.px(16);
                         return QRectF(placeOf(m_report.answers.at(mark)) - QPointF(side, side) / 2,
                                       QSizeF(side, side));
                     },
                 .words =
                     [this](int mark) {
                         return pastAnswerWords(m_report.answers.at(mark), studyDay(m_report.now));
                     }}))
{
    setObjectName(u"forgettingCurve"_s);
    setAccessibleName(tr("Forgetting curve"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ForgettingCurve::setReport(const WhyReport &report, const QString &summary)
{
    m_report = report;
    m_reader->setSummary(summary);
    update();
}

int ForgettingCurve::lineHeight() const
{
    return m_theme.lineHeight(TextRole::Caption);
}

QSize ForgettingCurve::sizeHint() const
{
    return {m_theme.px(380), m_theme.px(m_plotHeight + 10) + 2 * lineHeight() + m_theme.px(8)};
}

QSize ForgettingCurve::minimumSizeHint() const
{
    return {m_theme.px(200), sizeHint().height()};
}

qint64 ForgettingCurve::firstMs() const
{
    return m_report.curve.isEmpty() || m_report.curve.first().isEmpty() ? m_report.now.atMs
                                                                        : m_report.curve.first().first().atMs;
}

qint64 ForgettingCurve::lastMs() const
{
    return m_report.ahead.isEmpty() ? m_report.now.atMs : m_report.ahead.last().atMs;
}

// Room for the scale at the left, for half a mark above, for days and legend below.
QRectF ForgettingCurve::plot() const
{
    const QFont font = m_theme.font(TextRole::Caption);
    const double left = textWidth(font, percentWords(1)) + m_theme.px(8);
    const double top = m_theme.px(10);
    return {left, top, width() - left - m_theme.px(8), double(m_theme.px(m_plotHeight))};
}

double ForgettingCurve::xOf(qint64 atMs) const
{
    const double span = std::max(1.0, double(lastMs() - firstMs()));
    return plot().left() + plot().width() * double(atMs - firstMs()) / span;
}

// The whole ten per cent below everything that is drawn.
double ForgettingCurve::lowestShown() const
{
    double lowest = m_report.target;
    for (const QList<RecallPoint> &stretch : m_report.curve + QList<QList<RecallPoint>>{m_report.ahead}) {
        for (const RecallPoint &point : stretch)
            lowest = std::min(lowest, point.recall);
    }
    return std::clamp(std::floor((lowest - 0.05) * 10) / 10, 0.0, 0.9);
}

double ForgettingCurve::yOf(double recall) const
{
    const double lowest = lowestShown();
    return plot().bottom() - plot().height() * (std::clamp(recall, lowest, 1.0) - lowest) / (1 - lowest);
}

// Where the curve had fallen to; the first answer stands at its beginning.
QPointF ForgettingCurve::placeOf(const PastAnswer &answer) const
{
    return {xOf(answer.moment.atMs), yOf(answer.recallBefore.value_or(1))};
}

void ForgettingCurve::paintEvent(QPaintEvent *)
{
    if (m_report.answers.isEmpty())
        return;
    QPainter painter(this);
    paintScale(painter);
    paintDays(painter);
    paintCurves(painter);
    paintAnswers(painter);
    paintLegend(painter);
}

void ForgettingCurve::paintScale(QPainter &painter) const
{
    const Tokens &t = m_theme.colors();
    const QFont font = m_theme.font(TextRole::Caption);
    const QRectF area = plot();
    const double room = area.left() - m_theme.px(8);
    double free = area.bottom() + lineHeight(); // the next number upwards must end above
    for (const double share : {lowestShown(), m_report.target, 1.0}) {
        const double y = yOf(share);
        if (share == m_report.target || y + lineHeight() / 2.0 <= free) {
            paintText(painter, QRectF(0, y - lineHeight() / 2.0, room, lineHeight()), font, t.text2,
                      percentWords(share), Qt::AlignRight);
            free = y - lineHeight() / 2.0;
        }
    }
    const auto across = [&](double y) {
        const double sharp = std::floor(y) + 0.5;
        painter.drawLine(QPointF(area.left(), sharp), QPointF(area.right(), sharp));
    };
    painter.setPen(QPen(t.grid, 1, Qt::DotLine));
    across(area.top());
    QPen target(t.text2, 1);
    target.setDashPattern({5, 4});
    painter.setPen(target);
    across(yOf(m_report.target));
    painter.setPen(QPen(t.edge, 1));
    across(area.bottom());
}

// Today first; the ends where they leave room.
void ForgettingCurve::paintDays(QPainter &painter) const
{
    const Tokens &t = m_theme.colors();
    const QFont font = m_theme.font(TextRole::Caption);
    const QRectF area = plot();
    const double y = area.bottom() + m_theme.px(4);
    const double x = std::floor(xOf(m_report.now.atMs)) + 0.5;
    painter.setPen(QPen(t.text, 1));
    painter.drawLine(QPointF(x, area.top() - m_theme.px(4)), QPointF(x, area.bottom() + m_theme.px(3)));

    const auto words = [&](qint64 atMs) {
        const Moment moment{atMs, m_report.now.utcOffsetSeconds, m_report.now.rolloverHour};
        return dayWords(studyDay(moment), studyDay(m_report.now));
    };
    const auto place = [&](const QString &text, double left) {
        const double wide = textWidth(font, text);
        const double fitting = std::clamp(left, area.left(), area.right() - wide);
        return QRectF(fitting, y, wide, lineHeight());
    };
    const QString today = words(m_report.now.atMs);
    const QRectF middle = place(today, x - textWidth(font, today) / 2.0);
    paintText(painter, middle, font, t.text, today);
    const double gap = m_theme.px(10);
    const QString first = words(firstMs());
    if (const QRectF box = place(first, area.left()); box.right() + gap <= middle.left())
        paintText(painter, box, font, t.text2, first);
    const QString last = words(lastMs());
    if (const QRectF box = place(last, area.right()); box.left() - gap >= middle.right())
        paintText(painter, box, font, t.text2, last);
}

void ForgettingCurve::paintCurves(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto place = [this](const RecallPoint &point) {
        return QPointF(xOf(point.atMs), yOf(point.recall));
    };
    QPen pen(m_theme.colors().chart, 2);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    for (const QList<RecallPoint> &stretch : m_report.curve)
        painter.drawPolyline(polygonOf(stretch, place));
    pen.setDashPattern({3, 2});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawPolyline(polygonOf(m_report.ahead, place));
    painter.restore();
}

void ForgettingCurve::paintAnswers(QPainter &painter) const
{
    const double side = m_theme.px(9);
    for (int mark = 0; mark < m_report.answers.size(); ++mark) {
        const PastAnswer &answer = m_report.answers.at(mark);
        if (mark == m_reader->current())
            paintBox(painter, QRectF(placeOf(answer) - QPointF(side, side), QSizeF(2 * side, 2 * side)), side,
                     m_theme.colors().surface, m_theme.colors().focus, 2);
        paintRatingMark(painter, m_theme, answer.rating, placeOf(answer), side);
    }
}

// Only the ratings that occur; then the dashed line, if there is room.
void ForgettingCurve::paintLegend(QPainter &painter) const
{
    const Tokens &t = m_theme.colors();
    const QFont font = m_theme.font(TextRole::Caption);
    const double side = m_theme.px(9);
    const double y = plot().bottom() + m_theme.px(8) + lineHeight();
    const double middle = std::floor(y + lineHeight() / 2.0) + 0.5;
    double x = plot().left();
    const auto word = [&](const QString &text) {
        const double wide = textWidth(font, text);
        paintText(painter, QRectF(x, y, wide, lineHeight()), font, t.text2, text);
        x += wide + m_theme.px(9);
    };
    for (const Rating rating : allRatings) {
        if (std::none_of(m_report.answers.begin(), m_report.answers.end(),
                         [&](const PastAnswer &answer) { return answer.rating == rating; }))
            continue;
        paintRatingMark(painter, m_theme, rating, {x + side / 2, y + lineHeight() / 2.0}, side);
        x += side + m_theme.px(4);
        word(ratingName(rating));
    }
    const QString wanted = tr("wanted");
    const double line = m_theme.px(15);
    if (x + line + m_theme.px(4) + textWidth(font, wanted) > width())
        return;
    QPen dashes(t.text2, 1);
    dashes.setDashPattern({5, 4});
    painter.setPen(dashes);
    painter.drawLine(QPointF(x, middle), QPointF(x + line, middle));
    x += line + m_theme.px(4);
    word(wanted);
}

} // namespace flaskcards
