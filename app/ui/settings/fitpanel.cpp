// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/fitpanel.h"

#include "library/words.h"
#include "ui/settings/fitresult.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/thinbar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr qint64 sayTimeAfterMs = 1500;

bool isFitted(const Preferences &preferences)
{
    return preferences.scheduling.parameters != Fsrs6::defaults || !preferences.topicParameters.isEmpty();
}

QString presentSentence(const Preferences &preferences)
{
    if (!isFitted(preferences))
        return FitPanel::tr("The published defaults are in use.");
    const int topics = int(preferences.topicParameters.size());
    if (topics == 0)
        return FitPanel::tr("Parameters of your own are in use.");
    return FitPanel::tr("Parameters of your own are in use; %n topic(s) have a start of their own.", nullptr,
                        topics);
}

} // namespace

FitPanel::FitPanel(const Library &library, Fitting &fitting, const Theme &theme, QWidget *parent)
    : Panel(theme, parent), m_library(library), m_fitting(fitting)
{
    setObjectName(u"fitPanel"_s);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    build();
    showPresent();
    showRunning(fitting.isRunning());
    connect(&fitting, &Fitting::progressed, this, &FitPanel::showProgress);
    connect(&fitting, &Fitting::finished, this, &FitPanel::showResult);
    connect(&fitting, &Fitting::failed, this, &FitPanel::showFailure);
    connect(&fitting, &Fitting::kept, this, [this] { // nothing is left to choose
        m_result->hide();
        m_hint->show();
    });
    connect(&library, &Library::changed, this, &FitPanel::showPresent);
}

FitPanel::~FitPanel()
{
    if (m_startedHere)
        m_fitting.cancel();
}

bool FitPanel::event(QEvent *event)
{
    const bool done = Panel::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        setMinimumHeight(layout()->heightForWidth(width()));
    return done;
}

void FitPanel::build()
{
    m_hint = new Label(theme(), TextRole::Interface, {}, this);
    m_hint->setObjectName(u"fitHint"_s);
    m_hint->setColor(&Tokens::text2);
    m_hint->setWordWrap(true);
    m_fit = new Button(theme(), Button::Look::Plain, tr("Fit to my answers"), this);
    m_fit->setObjectName(u"fit"_s);
    m_defaults = new Button(theme(), Button::Look::Plain, {}, this);
    m_defaults->setObjectName(u"useDefaults"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme().px(8));
    for (Button *button : {m_fit, m_defaults}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    m_result = new FitResult(theme(), this);
    m_result->hide();
    m_choice = new Label(theme(), TextRole::Finding, {}, this);
    m_choice->setObjectName(u"fitChoice"_s);
    m_choice->setWordWrap(true);
    m_choice->hide();
    body()->addWidget(m_hint);
    buildProgress();
    body()->addWidget(m_result);
    body()->addWidget(m_choice);
    body()->addLayout(buttons);
    connect(m_fit, &QAbstractButton::clicked, this, &FitPanel::start);
    connect(m_defaults, &QAbstractButton::clicked, this,
            [this] { choose(m_chosen == Chosen::Defaults ? Chosen::Present : Chosen::Defaults); });
    connect(m_result, &FitResult::chosen, this,
            [this](bool found) { choose(found ? Chosen::Found : Chosen::Present); });
}

void FitPanel::buildProgress()
{
    m_progress = new QWidget(this);
    m_doing = new Label(theme(), TextRole::Interface, {}, m_progress);
    m_bar = new ThinBar(theme(), tr("Progress of fitting"), 6, m_progress);
    m_doing->setWordWrap(true);
    m_left = new Label(theme(), TextRole::Small, {}, m_progress);
    m_left->setColor(&Tokens::text2);
    auto *cancel = new Button(theme(), Button::Look::Small, tr("Stop"), m_progress);
    cancel->setObjectName(u"cancelFit"_s);
    cancel->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->addWidget(m_doing, 1);
    line->addWidget(cancel);
    auto *rows = new QVBoxLayout(m_progress);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(line);
    rows->addWidget(m_bar);
    rows->addWidget(m_left);
    body()->addWidget(m_progress);
    connect(cancel, &QAbstractButton::clicked, &m_fitting, &Fitting::cancel);
}

QString FitPanel::hint() const
{
    if (!m_possible)
        return tr("FSRS-7 works with its published parameters. Fitting is for FSRS-6.");
    const auto count = m_library.store().reviews.count();
    if (!count || *count >= sensibleAnswers)
        return tr("Finds the parameters under which your answers so far are likeliest, and tries them on "
                  "answers they were not made from. A better result is offered, never forced.");
    return tr("You have given %n answer(s) so far.", nullptr, *count) + u' ' +
           tr("Fitting makes sense after about %n more.", nullptr, sensibleAnswers - *count);
}

void FitPanel::showPresent()
{
    const Preferences &preferences = m_library.preferences();
    setTitle(presentSentence(preferences));
    m_hint->setText(hint());
    m_defaults->setVisible(isFitted(preferences));
    choose(m_chosen);
}

void FitPanel::setPossible(bool possible)
{
    m_possible = possible;
    m_fit->setEnabled(possible);
    m_hint->setText(hint());
    if (!possible)
        m_result->hide();
    choose(possible ? m_chosen : Chosen::Present);
}

void FitPanel::start()
{
    m_startedHere = true;
    m_since.start();
    m_result->hide();
    choose(Chosen::Present);
    m_fitting.start(false);
    showRunning(true);
    m_progress->findChild<Button *>()->setFocus(Qt::OtherFocusReason);
}

void FitPanel::showRunning(bool running)
{
    const auto count = m_library.store().reviews.count();
    m_doing->setText(tr("Learning from %n answer(s)", nullptr, count ? *count : 0));
    m_left->setText(tr("Starting"));
    m_bar->setShare(0);
    const bool hadFocus = m_progress->isAncestorOf(QWidget::window()->focusWidget());
    m_fit->setVisible(!running);
    m_hint->setVisible(!running);
    if (hadFocus && !running)
        m_fit->setFocus(Qt::OtherFocusReason);
    m_progress->setVisible(running);
}

void FitPanel::showProgress(int percent)
{
    if (!m_fitting.isRunning())
        return;
    m_bar->setShare(percent / 100.0);
    const qint64 passed = m_since.isValid() ? m_since.elapsed() : 0;
    if (percent > 0 && passed > sayTimeAfterMs)
        m_left->setText(tr("about %n second(s) left", nullptr,
                           std::max(1, int(passed * (100 - percent) / percent / 1000))));
    else
        m_left->setText(tr("%1\u00a0% done").arg(percent));
}

void FitPanel::showResult()
{
    m_startedHere = false;
    showRunning(false);
    m_report = m_fitting.report();
    m_hint->hide();
    m_result->show(*m_report, m_library.preferences());
}

void FitPanel::showFailure(const Error &error)
{
    m_startedHere = false;
    showRunning(false);
    m_hint->setText(error.code == ErrorCode::NotFound ? tr("Stopped. Nothing was changed.")
                                                      : errorSentence(error));
}

void FitPanel::choose(Chosen chosen)
{
    m_chosen = chosen;
    m_result->setChosen(chosen == Chosen::Found);
    m_defaults->setText(chosen == Chosen::Defaults ? tr("Keep the present ones")
                                                   : tr("Back to the defaults"));
    m_choice->setText(tr("Saving the settings takes this over."));
    m_choice->setVisible(chosen != Chosen::Present);
}

Preferences FitPanel::applied(const Preferences &preferences) const
{
    Preferences result = preferences;
    if (m_chosen == Chosen::Found && m_report)
        return withFit(preferences, *m_report);
    if (m_chosen == Chosen::Defaults) {
        result.scheduling.parameters = Fsrs6::defaults;
        result.topicParameters.clear();
    }
    return result;
}

} // namespace flaskcards
