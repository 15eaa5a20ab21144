// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segments.h"

#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QRadioButton>

namespace flaskcards {

namespace {

// A radio button to keys and screen readers; paints its word and nothing else.
class Segment : public QRadioButton
{
public:
    Segment(const Theme &theme, const QString &text, QWidget *parent)
        : QRadioButton(text, parent), m_theme(theme)
    {
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        // As wide as when chosen, so that choosing moves nothing.
        const QFont widest = m_theme.font(TextRole::Finding);
        const int height = std::max(m_theme.px(36), QFontMetrics(widest).height() + m_theme.px(16));
        return {textWidth(widest, text()) + m_theme.px(28), height};
    }

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = m_theme.colors();
        const QColor rest = isEnabled() ? t.text : t.disabled;
        const QFont font = m_theme.font(isChecked() ? TextRole::Finding : TextRole::Interface);
        paintText(painter, rect(), font, isChecked() && isEnabled() ? t.accent : rest, text(),
                  Qt::AlignHCenter);
    }

private:
    const Theme &m_theme;
};

} // namespace

Segments::Segments(const Theme &theme, const QString &name, const QStringList &words, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const QString &word : words) {
        auto *segment = new Segment(theme, word, this);
        m_group->addButton(segment, m_group->buttons().size());
        row->addWidget(segment);
        segment->setFocusPolicy(Qt::ClickFocus);
        connect(segment, &QAbstractButton::toggled, this, [this, segment](bool chosen) {
            segment->setFocusPolicy(chosen ? Qt::StrongFocus : Qt::ClickFocus); // Tab goes to the chosen one
            update();
        });
    }
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::chosen);
    connect(&theme, &Theme::changed, this, [this] {
        for (QAbstractButton *segment : m_group->buttons())
            segment->updateGeometry();
        update();
    });
    setIndex(0);
}

void Segments::setWords(const QStringList &words)
{
    for (QAbstractButton *segment : m_group->buttons())
        segment->setText(words.at(m_group->id(segment)));
}

int Segments::index() const
{
    return m_group->checkedId();
}

void Segments::setIndex(int index)
{
    if (QAbstractButton *segment = m_group->button(index))
        segment->setChecked(true);
}

void Segments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_theme.colors();
    const double radius = m_theme.px(6);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(outline, t.surface);
    painter.save();
    painter.setClipPath(outline);
    for (const QAbstractButton *segment : m_group->buttons()) {
        const QRect box = segment->geometry();
        if (segment->isChecked())
            painter.fillRect(box, t.tint);
        else if (segment->underMouse() && segment->isEnabled())
            painter.fillRect(box, t.sunken);
        if (box.left() > 0)
            painter.fillRect(QRect(box.left(), 0, 1, height()), t.border);
    }
    painter.restore();
    painter.setPen(isEnabled() ? t.edge : t.border);
    painter.drawPath(outline);
}

} // namespace flaskcards
