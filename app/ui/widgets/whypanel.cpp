// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/whypanel.h"

#include "core/scheduling/studyday.h"
#include "library/words.h"
#include "ui/actions.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/forgettingcurve.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int sideBySideFrom = 560; // design pixels

// The curve in words: where it stands and every answer.
QString curveWords(const WhyReport &report)
{
    const int today = studyDay(report.now);
    QStringList answers;
    for (const PastAnswer &answer : report.answers)
        answers.append(pastAnswerWords(answer, today));
    return whyWords(report) + u' ' + answers.join(u"; "_s) + u'.';
}

} // namespace

WhyPanel::WhyPanel(const Theme &theme, Form form, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_form(form),
      m_sentence(new Label(theme, form == Form::Boxed ? TextRole::Interface : TextRole::Small, {}, this)),
      m_history(new Label(theme, TextRole::Caption, {}, this)),
      m_parts(new QBoxLayout(QBoxLayout::TopToBottom)),
      m_curve(new ForgettingCurve(theme, form == Form::Boxed ? 88 : 56, this))
{
    setObjectName(u"whyPanel"_s);
    m_sentence->setObjectName(u"whySentence"_s);
    m_sentence->setWordWrap(true);
    m_history->setObjectName(u"whyHistory"_s);
    m_history->setWordWrap(true);
    m_history->setColor(&Tokens::text2);
    if (form == Form::Bare)
        m_sentence->setColor(&Tokens::text2);

    auto *rows = new QVBoxLayout(this);
    rows->setSpacing(0);
    if (form == Form::Boxed)
        buildTitle();
    auto *words = new QVBoxLayout;
    words->setSpacing(m_theme.px(4));
    words->addWidget(m_sentence);
    words->addWidget(m_history);
    words->addStretch(1);
    m_parts->addLayout(words, 2);
    m_parts->addWidget(m_curve, 3, Qt::AlignTop);
    rows->addLayout(m_parts);
    followTheme();
    connect(&theme, &Theme::changed, this, &WhyPanel::followTheme);
}

void WhyPanel::buildTitle()
{
    m_title = new QWidget(this);
    auto *row = new QHBoxLayout(m_title);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new Label(m_theme, TextRole::Finding, tr("Why this card, why today"), m_title), 1);
    m_close = new Button(m_theme, Button::Look::Quiet, tr("Close"), m_title);
    m_close->setObjectName(u"closeWhy"_s);
    followKeys(m_close, [this] { m_close->setKeyCap(firstKey(Command::Why)); });
    row->addWidget(m_close);
    layout()->addWidget(m_title);
    connect(m_close, &QAbstractButton::clicked, this, &WhyPanel::closed);
}

void WhyPanel::setReport(const WhyReport &report)
{
    const bool boxed = m_form == Form::Boxed;
    m_sentence->setText(boxed ? whyWords(report) : whyOutlook(report));
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    m_history->setText(whyHistory(report));
    m_history->setVisible(boxed && !report.answers.isEmpty());
    m_hasCurve = !report.answers.isEmpty();
    m_curve->setVisible(m_hasCurve);
    m_curve->setReport(report, curveWords(report));
    setAccessibleName(tr("Why this card, why today"));
    setAccessibleDescription(whyWords(report));
    arrange();
}

void WhyPanel::fitInto(const QSize &room)
{
    m_curve->setVisible(m_hasCurve);
    resize(room.width(), height());
    arrange();
    if (heightForWidth(room.width()) > room.height()) {
        m_curve->hide();
        arrange();
    }
    resize(room.width(), std::min(heightForWidth(room.width()), room.height()));
}

void WhyPanel::followTheme()
{
    const bool boxed = m_form == Form::Boxed;
    const int side = boxed ? m_theme.px(16) : 0;
    const int top = (boxed ? m_theme.px(10) : 0) + outerMargin();
    layout()->setContentsMargins(side, top, boxed ? m_theme.px(12) : 0, top);
    arrange();
    update();
}

// The page behind it ends where this begins.
int WhyPanel::outerMargin() const
{
    return m_form == Form::Boxed ? m_theme.px(12) : 0;
}

void WhyPanel::arrange()
{
    const bool beside =
        m_form == Form::Boxed && !m_curve->isHidden() && width() >= m_theme.px(sideBySideFrom);
    m_parts->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_parts->setSpacing(m_theme.px(beside ? 24 : 4));
}

void WhyPanel::resizeEvent(QResizeEvent *event)
{
    arrange();
    QWidget::resizeEvent(event);
}

void WhyPanel::paintEvent(QPaintEvent *)
{
    if (m_form == Form::Bare)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().window);
    paintBox(painter, rect().adjusted(0, outerMargin(), 0, -outerMargin()), m_theme.px(8),
             m_theme.colors().surface, m_theme.colors().border);
}

} // namespace flaskcards
