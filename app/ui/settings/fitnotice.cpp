// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/fitnotice.h"

#include "ui/theme.h"
#include "ui/widgets/button.h"

#include <QEvent>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int shownMs = 20'000;

}

FitNotice::FitNotice(const Library &library, const Fitting &fitting, const Theme &theme, QWidget *place)
    : Notice(theme, Kind::Info, {}, {}, place), m_theme(theme), m_end(new QTimer(this))
{
    setObjectName(u"fitNotice"_s);
    hide();
    m_end->setSingleShot(true);
    m_end->setInterval(shownMs);
    Button *close = addButton(tr("Close"));
    close->setFocusPolicy(Qt::NoFocus); // it goes by itself; keys belong to the page
    connect(close, &QAbstractButton::clicked, this, &QWidget::hide);
    connect(m_end, &QTimer::timeout, this, &QWidget::hide);
    connect(&fitting, &Fitting::kept, this, &FitNotice::tell);
    connect(&library, &Library::changed, this, [this](const Changes &changes) {
        if (changes.settings)
            hide(); // taken back, or set anew
    });
    connect(&theme, &Theme::changed, this, &FitNotice::moveToFoot);
    place->installEventFilter(this);
}

void FitNotice::tell(const FitReport &report)
{
    setTexts(tr("Your memory parameters were fitted to %n answer(s).", nullptr, report.reviews),
             tr("They predict better than the ones before. Ctrl+Z takes it back."));
    show();
    raise();
    moveToFoot();
    m_end->start();
}

void FitNotice::moveToFoot()
{
    const QWidget *place = parentWidget();
    const int margin = m_theme.px(24);
    const int width = std::min(m_theme.px(560), place->width() - 2 * margin);
    const int height = hasHeightForWidth() ? heightForWidth(width) : sizeHint().height();
    setGeometry((place->width() - width) / 2, place->height() - height - margin, width, height);
}

bool FitNotice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        moveToFoot();
    return Notice::eventFilter(watched, event);
}

} // namespace flaskcards
