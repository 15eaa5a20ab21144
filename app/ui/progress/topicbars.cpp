// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/topicbars.h"

#include "library/words.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// Widths that all rows share, so that their bars stand below each other.
struct Columns {
    int name = 0;
    int percent = 0;
};

class TopicRow : public PaintedButton
{
public:
    TopicRow(const Theme &theme, const TopicRecall &topic, double target, const Columns &columns,
             QWidget *parent)
        : PaintedButton(theme, topicName(topic.topic), parent),
          m_recall(topic.recall),
          m_target(target),
          m_columns(columns)
    {
        setObjectName(u"topic:"_s + topic.topic);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        setCursor(Qt::PointingHandCursor);
        const QString words =
            TopicBars::tr("%1: %2 likely to be recalled now").arg(text(), percentWords(topic.recall));
        const QString seen = TopicBars::tr("%n question(s) seen, ", nullptr, topic.seen) +
                             TopicBars::tr("%n below the target", nullptr, int(topic.shaky.size()));
        setAccessibleName(words);
        setAccessibleDescription(seen);
        setToolTip(words + u'\n' + seen);
    }

    QSize sizeHint() const override
    {
        const int least = theme().lineHeight(TextRole::Interface) + theme().px(8);
        return {m_columns.name + m_columns.percent + theme().px(100), least};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = theme().colors();
        if (isHovered())
            paintBox(painter, rect(), theme().px(4), t.sunken, Qt::transparent);
        const QFont font = theme().font(TextRole::Interface);
        paintText(painter, QRectF(0, 0, m_columns.name, height()), font, t.text, text());
        paintText(painter, QRectF(width() - m_columns.percent, 0, m_columns.percent, height()),
                  theme().font(TextRole::Small), t.text, percentWords(m_recall), Qt::AlignRight);
        paintBar(painter);
    }

private:
    void paintBar(QPainter &painter) const
    {
        const Tokens &t = theme().colors();
        const int left = m_columns.name + theme().px(12);
        const int room = width() - m_columns.percent - theme().px(12) - left;
        const int thickness = theme().px(10);
        const QRect whole(left, (height() - thickness) / 2, room, thickness);
        painter.fillRect(whole, t.heat[0]);
        painter.fillRect(QRect(whole.topLeft(), QSize(int(std::lround(room * m_recall)), thickness)),
                         t.chart);
        QPen dashed(t.text2, 1);
        dashed.setDashPattern({5, 4});
        dashed.setDashOffset(y()); // the rows' dashes make one line
        painter.setPen(dashed);
        const double x = left + std::floor(room * m_target) + 0.5;
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    }

    const double m_recall;
    const double m_target;
    const Columns m_columns;
};

} // namespace

TopicBars::TopicBars(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_rows(new QVBoxLayout(this))
{
    setObjectName(u"topicBars"_s);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    connect(&theme, &Theme::changed, this, &TopicBars::rebuild);
}

void TopicBars::setTopics(const QList<TopicRecall> &topics, double target)
{
    m_topics = topics;
    m_target = target;
    rebuild();
}

void TopicBars::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    Columns columns{0, textWidth(m_theme.font(TextRole::Small), percentWords(1))};
    for (const TopicRecall &topic : std::as_const(m_topics))
        columns.name =
            std::max(columns.name, textWidth(m_theme.font(TextRole::Interface), topicName(topic.topic)));
    for (const TopicRecall &topic : std::as_const(m_topics)) {
        auto *row = new TopicRow(m_theme, topic, m_target, columns, this);
        m_rows->addWidget(row);
        connect(row, &QAbstractButton::clicked, this, [this, word = topic.topic] { emit opened(word); });
    }
}

} // namespace flaskcards
