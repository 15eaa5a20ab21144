// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/noticecolumn.h"

#include "ui/theme.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace flaskcards {

NoticeColumn::NoticeColumn(const Theme &theme, const QMargins &designMargins, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_margins(designMargins)
{
    new QVBoxLayout(this);
    fit();
    connect(&theme, &Theme::changed, this, &NoticeColumn::fit);
}

Notice *NoticeColumn::add(const QString &name, Notice::Kind kind)
{
    auto *notice = new Notice(m_theme, kind, {}, {}, this);
    notice->setObjectName(name);
    notice->hide();
    notice->installEventFilter(this);
    m_notices.append(notice);
    layout()->addWidget(notice);
    return notice;
}

void NoticeColumn::hideAll()
{
    for (Notice *notice : std::as_const(m_notices))
        notice->hide();
}

bool NoticeColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        fit();
    return QWidget::eventFilter(watched, event);
}

void NoticeColumn::fit()
{
    const bool any = std::any_of(m_notices.cbegin(), m_notices.cend(),
                                 [](const Notice *notice) { return !notice->isHidden(); });
    const auto px = [&](int design) {
        return any ? m_theme.px(design) : 0;
    };
    layout()->setContentsMargins(px(m_margins.left()), px(m_margins.top()), px(m_margins.right()),
                                 px(m_margins.bottom()));
    layout()->setSpacing(m_theme.px(8));
}

} // namespace flaskcards
