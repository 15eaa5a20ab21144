// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/outlookwhatifchart.h"

#include "library/words.h"
#include "ui/progress/markreader.h"
#include "ui/progress/outlookwords.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// A little wider than the values, and never of no width.
QCPRange around(double least, double most, double smallest)
{
    const double room = std::max((most - least) * 0.08, smallest);
    return {std::max(0.0, least - room), most + room};
}

} // namespace

OutlookWhatIfChart::OutlookWhatIfChart(const Theme &theme, QWidget *parent)
    : Plot(theme, tr("What if another recall were wished for"), parent),
      m_strip(addStrip(0)),
      m_reader(new MarkReader(this, {.count = [this] { return int(m_choices.size()); },
                                     .box = [this](int choice) { return choiceBox(choice); },
                                     .words = [this](int choice) { return choiceWords(choice); },
                                     .opens =
                                         [](int) {
                                             return true;
                                         }}))
{
    setObjectName(u"outlookWhatIfChart"_s);
    connect(m_reader, &MarkReader::opened, this, &OutlookWhatIfChart::chosen);
}

void OutlookWhatIfChart::setOutlook(const Outlook &outlook)
{
    m_choices = outlook.retentions;
    m_present = outlook.desiredRetention;
    m_days = int(outlook.days.size());
    m_questions = outlook.questions;
    m_chosen = -1;
    fill();
    dress();
    update();
}

// The summary is heard again when the point that was reached by keys is left.
void OutlookWhatIfChart::setChosen(int choice, const QString &summary)
{
    m_chosen = choice;
    m_reader->setSummary(summary);
    update();
}

void OutlookWhatIfChart::fill()
{
    const auto minutes =
        std::minmax_element(m_choices.begin(), m_choices.end(), [](const WhatIf &a, const WhatIf &b) {
            return a.minutesPerDay < b.minutesPerDay;
        });
    const auto recalled =
        std::minmax_element(m_choices.begin(), m_choices.end(), [](const WhatIf &a, const WhatIf &b) {
            return a.recalledAtEnd < b.recalledAtEnd;
        });
    if (m_choices.empty())
        return;
    m_strip->axis(QCPAxis::atBottom)
        ->setRange(around(minutes.first->minutesPerDay, minutes.second->minutesPerDay, 0.5));
    m_strip->axis(QCPAxis::atLeft)
        ->setRange(around(recalled.first->recalledAtEnd, recalled.second->recalledAtEnd, 1));
}

void OutlookWhatIfChart::dress()
{
    dressStrip(*m_strip, !m_choices.empty());
    m_strip->axis(QCPAxis::atLeft)->setTickLabels(!m_choices.empty());
    for (QCPAxis *axis : m_strip->axes()) {
        axis->ticker()->setTickCount(axis->axisType() == QCPAxis::atBottom ? 8 : 4);
        axis->setNumberFormat(u"g"_s);
    }
    const int caption = theme().lineHeight(TextRole::Caption);
    m_strip->setAutoMargins(QCP::msLeft);
    m_strip->setMargins({0, caption + theme().px(8), theme().px(24), 2 * caption + theme().px(8)});
}

bool OutlookWhatIfChart::isPresent(int choice) const
{
    return std::abs(m_choices[size_t(choice)].retention - m_present) < 1e-9;
}

bool OutlookWhatIfChart::isLabelled(int choice) const
{
    const double fifths = m_choices[size_t(choice)].retention * 20;
    return isPresent(choice) || choice == m_chosen || choice == int(m_choices.size()) - 1 ||
           std::abs(fifths - std::round(fifths)) < 1e-6;
}

QPointF OutlookWhatIfChart::placeOf(int choice) const
{
    const WhatIf &at = m_choices[size_t(choice)];
    return {m_strip->axis(QCPAxis::atBottom)->coordToPixel(at.minutesPerDay),
            m_strip->axis(QCPAxis::atLeft)->coordToPixel(at.recalledAtEnd)};
}

// As far as half the way to the next point, so that each can be pointed at.
QRectF OutlookWhatIfChart::choiceBox(int choice) const
{
    const QPointF place = placeOf(choice);
    double half = theme().px(12);
    for (int other = 0; other < int(m_choices.size()); ++other) {
        const QPointF gap = placeOf(other) - place;
        if (other != choice)
            half = std::min(half, std::max(std::abs(gap.x()), std::abs(gap.y())) / 2);
    }
    half = std::max(half, double(theme().px(3)));
    return {place.x() - half, place.y() - half, 2 * half, 2 * half};
}

void OutlookWhatIfChart::paintDot(QPainter &painter, int choice) const
{
    const Tokens &t = theme().colors();
    const QPointF place = placeOf(choice);
    const auto box = [&](double size) {
        return QRectF(place.x() - size / 2, place.y() - size / 2, size, size);
    };
    const double small = theme().px(isLabelled(choice) ? 8 : 5);
    if (isPresent(choice)) {
        paintBox(painter, box(theme().px(16)), theme().px(8), t.surface, t.text, 2);
        paintBox(painter, box(theme().px(8)), theme().px(4), t.text, Qt::transparent);
    } else if (choice == m_chosen) {
        paintBox(painter, box(theme().px(12)), theme().px(6), t.surface, t.chart, 2);
    } else {
        paintBox(painter, box(small), small / 2, t.chart, Qt::transparent);
    }
}

// The present one and the chosen one first: a label for which there is no room is left out.
QList<int> OutlookWhatIfChart::labelOrder() const
{
    QList<int> order;
    for (int choice = 0; choice < int(m_choices.size()); ++choice) {
        if (isLabelled(choice))
            order.append(choice);
    }
    const auto rank = [this](int choice) {
        return isPresent(choice) ? 0 : choice == m_chosen ? 1 : 2;
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) < rank(b); });
    return order;
}

// At the left and above, where the curve is not; elsewhere if that is taken by a label or a point.
std::optional<QRectF> OutlookWhatIfChart::freePlace(int choice, QSizeF size, const QList<QRectF> &taken) const
{
    const double away = theme().px(isPresent(choice) ? 11 : 8);
    const QPointF at = placeOf(choice);
    const auto isFree = [&](const QRectF &box) {
        for (int other = 0; other < int(m_choices.size()); ++other) {
            if (other != choice && box.contains(placeOf(other)))
                return false;
        }
        return QRectF(rect()).contains(box) &&
               std::none_of(taken.cbegin(), taken.cend(),
                            [&](const QRectF &other) { return other.intersects(box); });
    };
    for (const QPointF &corner : {QPointF(at.x() - away - size.width(), at.y() - size.height() * 0.75),
                                  QPointF(at.x() - size.width() / 2, at.y() - away - size.height()),
                                  QPointF(at.x() + away, at.y() - size.height() * 0.25),
                                  QPointF(at.x() - size.width() / 2, at.y() + away)}) {
        if (isFree({corner, size}))
            return QRectF(corner, size);
    }
    return {};
}

void OutlookWhatIfChart::paintLabels(QPainter &painter) const
{
    const Tokens &t = theme().colors();
    QList<QRectF> taken;
    for (const int choice : labelOrder()) {
        const QString percent = percentWords(m_choices[size_t(choice)].retention);
        const QString text = isPresent(choice) ? tr("now %1").arg(percent) : percent;
        const QFont font = theme().font(isPresent(choice) ? TextRole::SectionLabel : TextRole::Caption);
        const QSizeF size(textWidth(font, text) + theme().px(2), theme().lineHeight(TextRole::Caption));
        const auto box = freePlace(choice, size, taken);
        if (!box)
            continue;
        taken.append(*box);
        paintText(painter, *box, font, isPresent(choice) ? t.text : t.text2, text, Qt::AlignHCenter);
    }
}

void OutlookWhatIfChart::paintUnits(QPainter &painter) const
{
    const QRectF strip = m_strip->rect();
    const double caption = theme().lineHeight(TextRole::Caption);
    const QFont font = theme().font(TextRole::Caption);
    const QColor ink = theme().colors().text2;
    paintText(painter, QRectF(strip.left(), strip.top() - caption - theme().px(4), strip.width(), caption),
              font, ink,
              m_choices.empty() ? tr("questions recalled")
                                : tr("questions recalled %1").arg(aheadWords(m_days)));
    paintText(painter, QRectF(strip.left(), height() - caption, strip.width(), caption), font, ink,
              tr("minutes a day"), Qt::AlignRight);
}

void OutlookWhatIfChart::paintOver(QPainter &painter)
{
    paintUnits(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    int present = -1;
    for (int choice = 0; choice < int(m_choices.size()); ++choice) {
        present = isPresent(choice) ? choice : present;
        paintDot(painter, choice);
    }
    if (present >= 0)
        paintDot(painter, present); // above its neighbours
    paintLabels(painter);
    if (m_reader->current() >= 0)
        paintRing(painter, choiceBox(m_reader->current()));
}

QString OutlookWhatIfChart::choiceWords(int choice) const
{
    const WhatIf &at = m_choices[size_t(choice)];
    const QString head = isPresent(choice) ? tr("Desired retention %1 (now)") : tr("Desired retention %1");
    return head.arg(percentWords(at.retention)) + u'\n' +
           tr("%1 a day, %2 reviews a day")
               .arg(simulatedMinutes(at.minutesPerDay), simulatedCount(at.reviewsPerDay)) +
           u'\n' +
           tr("Recalled: %1 of %2")
               .arg(QLocale().toString(int(std::lround(at.recalledAtEnd))), QLocale().toString(m_questions));
}

} // namespace flaskcards
