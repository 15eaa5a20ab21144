// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/spokentimes.h"

#include "core/speaking.h"
#include "library/words.h"
#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int stepPx = 14; // from dot to dot, in design pixels
constexpr int highPx = 28;

QString timeText(int ms, int targetMs)
{
    const QString time = clockWords(ms);
    switch (spokenLength(ms, targetMs)) {
    case SpokenLength::Short:
        return SpokenTimes::tr("%1 short", "a time: less than half of what the answer needs").arg(time);
    case SpokenLength::Within:
        return time;
    case SpokenLength::Over:
        return SpokenTimes::tr("%1 over", "a time: more than the answer should take").arg(time);
    }
    return time;
}

} // namespace

SpokenTimes::SpokenTimes(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"spokenTimes"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SpokenTimes::setTimes(const QList<int> &timesMs, int targetMs)
{
    m_timesMs = timesMs.last(std::min<qsizetype>(most, timesMs.size()));
    m_targetMs = std::max(1, targetMs);
    QStringList texts;
    for (const int ms : std::as_const(m_timesMs))
        texts.append(timeText(ms, m_targetMs));
    const QString words =
        tr("Against %1, the newest last: %2").arg(clockWords(m_targetMs), texts.join(u", "_s));
    setToolTip(words);
    setAccessibleName(words);
    updateGeometry();
    update();
}

QSize SpokenTimes::sizeHint() const
{
    return {m_theme.px(stepPx) * int(m_timesMs.size()), m_theme.px(highPx)};
}

void SpokenTimes::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_theme.colors();
    const double middle = height() / 2.0;
    QPen dashes(t.text2, 1);
    dashes.setDashPattern({5, 4});
    painter.setPen(dashes);
    painter.drawLine(QPointF(0, middle), QPointF(width(), middle));

    painter.setRenderHint(QPainter::Antialiasing);
    const double reach = middle - m_theme.px(4); // from the target to nothing, or to twice as much
    const double line = m_theme.px(1.5);
    for (qsizetype i = 0; i < m_timesMs.size(); ++i) {
        const double share = std::clamp(double(m_timesMs.at(i)) / m_targetMs, 0.0, 2.0);
        const QPointF at(m_theme.px(stepPx) * (double(i) + 0.5), middle + (1 - share) * reach);
        const SpokenLength length = spokenLength(m_timesMs.at(i), m_targetMs);
        const QColor color = length == SpokenLength::Over ? t.warn : t.chart;
        const double radius = m_theme.px(i + 1 == m_timesMs.size() ? 4 : 3) - line / 2;
        painter.setPen(QPen(color, line));
        painter.setBrush(length == SpokenLength::Short ? t.window : color);
        painter.drawEllipse(at, radius, radius);
    }
}

} // namespace flaskcards
