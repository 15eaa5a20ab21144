// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "library/background.h"
#include "library/moves.h"
#include "library/words.h"
#include "ui/settings/backupspage.h"
#include "ui/settings/cardspage.h"
#include "ui/settings/checkpanel.h"
#include "ui/settings/dayspage.h"
#include "ui/settings/keyspage.h"
#include "ui/settings/machinespage.h"
#include "ui/settings/memorypage.h"
#include "ui/settings/movequestion.h"
#include "ui/settings/pagelist.h"
#include "ui/settings/stepspage.h"
#include "ui/settings/studyingpage.h"
#include "ui/theme.h"
#include "ui/thememode.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr QLatin1StringView moreKey = "settings/more"_L1;

bool decidesDueDays(const Preferences &before, const Preferences &after)
{
    return before.scheduling.desiredRetention != after.scheduling.desiredRetention ||
           before.scheduling.maximumIntervalDays != after.scheduling.maximumIntervalDays ||
           changesMemory(before, after);
}

// Long logs take a moment.
class WaitCursor
{
public:
    WaitCursor() { QApplication::setOverrideCursor(Qt::WaitCursor); }
    ~WaitCursor() { QApplication::restoreOverrideCursor(); }
    Q_DISABLE_COPY_MOVE(WaitCursor)
};

} // namespace

SettingsDialog::SettingsDialog(Library &library, Background &background, Theme &theme, Voice &voice,
                               QWidget *parent)
    : QDialog(parent), m_library(library), m_theme(theme)
{
    setObjectName(u"settings"_s);
    setWindowTitle(tr("Settings"));
    build(background, voice);
    fill();
    connect(&background.backups(), &Backups::restored, this,
            &SettingsDialog::fill); // with the restored settings
    showMore(library.viewState(QString(moreKey)) == u"1"_s);
    followTheme();
    connect(&theme, &Theme::changed, this, &SettingsDialog::followTheme);
    m_pages.first()->findChild<QWidget *>(u"minutesPerDay"_s)->setFocus();
}

void SettingsDialog::build(Background &background, Voice &voice)
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_problem = new Notice(m_theme, Notice::Kind::Error, {}, {}, this);
    m_problem->setObjectName(u"problem"_s);
    m_problem->hide();
    m_list = new PageList(m_theme, tr("Pages of the settings"), this);
    m_list->setObjectName(u"pages"_s);
    m_stack = new QStackedWidget(this);
    auto *list = new QVBoxLayout;
    list->addWidget(m_list, 1);
    m_middle = new QHBoxLayout;
    m_middle->setSpacing(0);
    m_middle->addLayout(list);
    m_middle->addWidget(m_stack, 1);
    rows->addWidget(m_problem);
    rows->addLayout(m_middle, 1);
    addPages(background, voice);
    addFoot(rows);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    // A screen reader selects without making it the current one.
    connect(m_list, &QListWidget::itemSelectionChanged, this, [this] {
        if (const auto chosen = m_list->selectedItems(); !chosen.isEmpty())
            m_list->setCurrentItem(chosen.first());
    });
}

void SettingsDialog::addPages(Background &background, Voice &voice)
{
    const int today = m_library.today();
    addPage(new StudyingPage(m_library, m_theme, voice, this));
    addPage(new CardsPage(m_theme, today, this));
    addPage(new StepsPage(m_theme, this));
    addPage(new DaysPage(m_theme, today, this));
    addPage(new MemoryPage(m_library, background.fitting(), m_theme, this));
    auto *backupsPage = new BackupsPage(m_library, background.backups(), m_theme, this);
    backupsPage->addCheck(new CheckPanel(m_library, background.backups(), m_theme, backupsPage));
    addPage(backupsPage);
    m_backups = backupsPage;
    addPage(new MachinesPage(m_library, background.sync(), background.backups(), m_theme, this));
    addPage(new KeysPage(m_theme, this));
    m_list->setCurrentRow(0);
}

void SettingsDialog::fill()
{
    for (SettingsPage *page : std::as_const(m_pages))
        page->fill(m_library.preferences());
}

void SettingsDialog::addPage(SettingsPage *page)
{
    auto *area = new QScrollArea(m_stack);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    m_stack->addWidget(area);
    m_list->addPage(page->name());
    m_pages.append(page);
}

void SettingsDialog::addFoot(QVBoxLayout *rows)
{
    m_more = new Button(m_theme, Button::Look::Plain, {}, this);
    m_more->setObjectName(u"more"_s);
    m_more->setAutoDefault(false);
    auto *save = new Button(m_theme, Button::Look::Filled, tr("Save"), this);
    save->setObjectName(u"save"_s);
    save->setDefault(true);
    auto *cancel = new Button(m_theme, Button::Look::Plain, tr("Cancel"), this);
    cancel->setObjectName(u"cancel"_s);
    cancel->setAutoDefault(false);
    m_footRow = new QHBoxLayout;
    m_footRow->addWidget(m_more);
    m_footRow->addStretch(1);
    m_footRow->addWidget(cancel);
    m_footRow->addWidget(save);
    rows->addLayout(m_footRow);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        const bool more = m_list->isHidden();
        m_library.setViewState(QString(moreKey), more ? u"1"_s : u"0"_s);
        showMore(more);
        if (more)
            m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(save, &QAbstractButton::clicked, this, &SettingsDialog::accept);
    connect(cancel, &QAbstractButton::clicked, this, &SettingsDialog::reject);
}

void SettingsDialog::showMore(bool more)
{
    if (!more)
        m_list->setCurrentRow(0);
    m_list->setVisible(more);
    m_more->setText(more ? tr("Less") : tr("More"));
    m_more->setAccessibleDescription(
        more ? tr("Shows the first page only.")
             : tr("Shows cards a day, steps, days, memory, backups, machines and keys."));
    m_more->setToolTip(m_more->accessibleDescription());
    const int margin = more ? m_theme.px(12) : 0;
    m_middle->itemAt(0)->layout()->setContentsMargins(margin, m_theme.px(16), 0, 0);
    resize(isVisible() ? size().expandedTo(wantedSize()) : wantedSize());
    update();
}

void SettingsDialog::showPage(int page)
{
    if (page > 0)
        showMore(true);
    m_list->setCurrentRow(page);
}

void SettingsDialog::showBackups()
{
    showPage(int(m_pages.indexOf(m_backups)));
    m_list->setFocus(Qt::OtherFocusReason);
}

QSize SettingsDialog::wantedSize() const
{
    const QSize wanted = m_list->isHidden() ? QSize(m_theme.px(540), m_theme.px(480))
                                            : QSize(m_theme.px(740), m_theme.px(560));
    return wanted.boundedTo(screen()->availableSize() - QSize(40, 60));
}

void SettingsDialog::followTheme()
{
    const int side = m_theme.px(24);
    m_footRow->setContentsMargins(side, m_theme.px(16), side, m_theme.px(16));
    m_footRow->setSpacing(m_theme.px(8));
    showMore(!m_list->isHidden());
}

// A thin line over the foot.
void SettingsDialog::paintEvent(QPaintEvent *event)
{
    QDialog::paintEvent(event);
    QPainter painter(this);
    const QColor line = m_theme.colors().border;
    painter.fillRect(QRect(0, m_footRow->geometry().top(), width(), 1), line);
}

void SettingsDialog::accept()
{
    Preferences wished = m_library.preferences();
    for (int page = 0; page < int(m_pages.size()); ++page) {
        if (const auto problem = m_pages.at(page)->read(wished)) {
            showPage(page);
            return m_pages.at(page)->complain(*problem);
        }
    }
    if (const auto checked = checkSettings(wished.scheduling); !checked)
        return showFailure(checked.error());
    if (decidesDueDays(m_library.preferences(), wished))
        ask(wished);
    else
        save(wished, false);
}

// Only if any card would move.
void SettingsDialog::ask(const Preferences &wished)
{
    const auto preview = [&] {
        const WaitCursor wait;
        return previewMove(m_library, wished);
    }();
    if (!preview)
        return showFailure(preview.error());
    if (preview->cards == 0)
        return save(wished, false);
    auto *question = new MoveQuestion(m_theme, *preview, m_library.today(), this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &MoveQuestion::decided, this, [this, wished](bool move) { save(wished, move); });
    question->open();
}

void SettingsDialog::save(const Preferences &wished, bool moveDueDays)
{
    const auto kept = [&] {
        const WaitCursor wait;
        return m_library.setPreferences(wished, moveDueDays);
    }();
    if (!kept)
        return showFailure(kept.error());
    QDialog::accept();
}

void SettingsDialog::showFailure(const Error &error)
{
    m_problem->setTexts(tr("The settings were not saved."), errorSentence(error));
    m_problem->show();
}

void SettingsDialog::reject()
{
    m_theme.setMode(themeMode(m_library.preferences().theme));
    m_theme.setTextScale(m_library.preferences().textPercent);
    QDialog::reject();
}

} // namespace flaskcards
