// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/recordingmark.h"

#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int leftPx = 12; // design pixels
constexpr int dotPx = 10;

} // namespace

RecordingMark::RecordingMark(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_text(new Label(theme, TextRole::Small, {}, this))
{
    setObjectName(u"recordingMark"_s);
    m_text->setObjectName(u"recording"_s);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_text);
    followTheme();
    connect(&theme, &Theme::changed, this, &RecordingMark::followTheme);
    hide();
}

void RecordingMark::followTheme()
{
    layout()->setContentsMargins(m_theme.px(leftPx + dotPx + (m_isCompact ? 2 : 6)), 0, 0, 0);
    m_text->setVisible(!m_isCompact);
    setToolTip(m_isCompact ? u"%1. %2"_s.arg(m_text->text(), m_more) : m_more);
    update();
}

void RecordingMark::showRecording(const QString &text)
{
    show(text,
         tr("The microphone is on until the answer shows. What is recorded stays in memory, and goes "
            "with the next question unless you keep it."),
         true);
}

void RecordingMark::showProblem(const QString &text, const QString &why)
{
    show(text, why, false);
}

void RecordingMark::setCompact(bool compact)
{
    m_isCompact = compact;
    followTheme();
}

void RecordingMark::show(const QString &text, const QString &more, bool isOn)
{
    const bool isNews = isHidden() || isOn != m_isOn;
    m_isOn = isOn;
    m_more = more;
    m_text->setText(text);
    m_text->setColor(isOn ? &Tokens::text2 : &Tokens::warn);
    followTheme();
    setAccessibleName(text);
    setAccessibleDescription(more);
    setVisible(true);
    if (!isNews)
        return;
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void RecordingMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double side = m_theme.px(dotPx);
    const QRectF place(m_theme.px(leftPx), (height() - side) / 2.0, side, side);
    if (!m_isOn)
        return paintIcon(painter, Icon::Warning, place.adjusted(-2, -2, 2, 2), m_theme.colors().warn);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colors().danger);
    painter.drawEllipse(place);
}

} // namespace flaskcards
