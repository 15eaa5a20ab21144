// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/settings/tick.h"
#include "ui/theme.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QFormLayout>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

namespace flaskcards {

namespace {

constexpr int wrapBelowPx = 400; // design pixels

// Whatever the kind of field, `slot` runs when its value is another one.
template <typename Slot>
void onChange(QWidget *field, QObject *context, Slot slot)
{
    if (auto *text = qobject_cast<QLineEdit *>(field))
        QObject::connect(text, &QLineEdit::textChanged, context, slot);
    if (auto *date = qobject_cast<QDateTimeEdit *>(field))
        QObject::connect(date, &QDateTimeEdit::dateChanged, context, slot);
}

} // namespace

SettingsPage::SettingsPage(const Theme &theme, const QString &name, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_name(name), m_form(new QFormLayout(this))
{
    setAccessibleName(name);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    followTheme();
    connect(&theme, &Theme::changed, this, &SettingsPage::followTheme);
}

void SettingsPage::followTheme()
{
    const int side = m_theme.px(32);
    m_form->setContentsMargins(side, m_theme.px(20), side, m_theme.px(24));
    m_form->setHorizontalSpacing(m_theme.px(24));
    m_form->setVerticalSpacing(m_theme.px(10));
    for (QWidget *heading : std::as_const(m_headings)) {
        const int above = heading == m_headings.first() ? 0 : m_theme.px(14);
        heading->layout()->setContentsMargins(0, above, 0, 0);
    }
    for (Label *name : std::as_const(m_names))
        name->setMinimumWidth(m_theme.px(190));
    for (QWidget *field : std::as_const(m_fields))
        field->setMinimumWidth(m_theme.px(150));
    for (auto *text : findChildren<QLineEdit *>()) {
        if (m_fields.contains(text) || qobject_cast<QKeySequenceEdit *>(text->parentWidget()))
            text->setTextMargins(m_theme.px(8), 0, m_theme.px(8), 0);
    }
}

void SettingsPage::addHeading(const QString &title)
{
    auto *heading = new QWidget(this);
    auto *room = new QVBoxLayout(heading);
    room->addWidget(new Label(m_theme, TextRole::Finding, title, heading));
    m_headings.append(heading);
    m_form->addRow(heading);
    followTheme();
}

Label *SettingsPage::addNote(const QString &text)
{
    auto *note = new Label(m_theme, TextRole::Small, text, this);
    note->setColor(&Tokens::text2);
    note->setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    note->setSizePolicy(policy);
    m_form->addRow(note);
    return note;
}

void SettingsPage::addWide(QWidget *widget)
{
    m_wide.append(widget);
    m_form->addRow(widget);
}

void SettingsPage::addRow(const QString &name, QWidget *field, QWidget *buddy)
{
    auto *label = new Label(m_theme, TextRole::Interface, name, this);
    label->setBuddy(buddy ? buddy : field);
    (buddy ? buddy : field)->setAccessibleName(name);
    m_names.append(label);
    m_form->addRow(label, field);
    followTheme();
}

void SettingsPage::prepareField(QWidget *field)
{
    field->setFocusPolicy(Qt::StrongFocus);
    field->installEventFilter(this);
    m_fields.append(field);
}

QSpinBox *SettingsPage::newNumber(const QString &objectName, int least, int most)
{
    auto *field = new QSpinBox(this);
    field->setObjectName(objectName);
    field->setRange(least, most);
    prepareField(field);
    return field;
}

QSpinBox *SettingsPage::addNumber(const QString &name, const QString &objectName, int least, int most,
                                  const QString &suffix)
{
    QSpinBox *field = newNumber(objectName, least, most);
    field->setSuffix(suffix);
    addRow(name, field);
    return field;
}

QLineEdit *SettingsPage::addText(const QString &name, const QString &objectName)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(objectName);
    field->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    prepareField(field);
    addRow(name, field);
    return field;
}

QComboBox *SettingsPage::addChoice(const QString &name, const QString &objectName, const QStringList &words)
{
    auto *field = new QComboBox(this);
    field->setObjectName(objectName);
    field->addItems(words);
    prepareField(field);
    addRow(name, field);
    return field;
}

void SettingsPage::setRowShown(QWidget *field, bool shown)
{
    m_form->setRowVisible(field, shown);
}

QCheckBox *SettingsPage::addTick(const QString &text, const QString &objectName)
{
    auto *field = new Tick(m_theme, text, this);
    field->setObjectName(objectName);
    m_form->addRow(field);
    return field;
}

// Of the field itself, or of what it stands in.
int SettingsPage::rowOf(const QWidget *field) const
{
    while (m_form->indexOf(field) < 0)
        field = field->parentWidget();
    int row = 0;
    QFormLayout::ItemRole role{};
    m_form->getItemPosition(m_form->indexOf(field), &row, &role);
    return row;
}

void SettingsPage::complain(const FieldProblem &problem)
{
    Label *&sentence = m_complaints[problem.field];
    if (!sentence) {
        sentence = new Label(m_theme, TextRole::Small, {}, this);
        sentence->setObjectName(QStringLiteral("complaint"));
        sentence->setColor(&Tokens::danger);
        sentence->setWordWrap(true);
        m_form->insertRow(rowOf(problem.field) + 1, sentence);
        onChange(problem.field, this, [this, field = problem.field] { settle(field); });
    }
    sentence->setText(problem.sentence);
    m_form->setRowVisible(sentence, true);
    problem.field->setProperty("invalid", true);
    problem.field->setAccessibleDescription(problem.sentence);
    problem.field->update();
    problem.field->setFocus(Qt::OtherFocusReason);
    if (auto *text = qobject_cast<QLineEdit *>(problem.field))
        text->selectAll();
    scrollTo(sentence);
    scrollTo(problem.field);
}

void SettingsPage::scrollTo(QWidget *widget)
{
    QTimer::singleShot(0, widget, [this, widget] {
        if (auto *area =
                qobject_cast<QScrollArea *>(parentWidget() ? parentWidget()->parentWidget() : nullptr))
            area->ensureWidgetVisible(widget, 0, m_theme.px(24));
    });
}

// A form thinks itself lower than texts that wrap make it; then one thing would lie over the other.
bool SettingsPage::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        const bool isNarrow = parentWidget() && parentWidget()->width() < m_theme.px(wrapBelowPx);
        for (Label *name : std::as_const(m_names))
            name->setWordWrap(isNarrow); // it would be cut: the pages do not scroll sideways
        for (QWidget *wide : std::as_const(m_wide)) {
            if (const QLayout *inside = wide->layout(); inside && inside->hasHeightForWidth())
                wide->setMinimumHeight(inside->totalHeightForWidth(wide->width()));
        }
        setMinimumHeight(m_form->totalHeightForWidth(width()));
    }
    return done;
}

void SettingsPage::settle(QWidget *field)
{
    Label *sentence = m_complaints.value(field);
    if (!sentence)
        return;
    m_form->setRowVisible(sentence, false);
    field->setProperty("invalid", false);
    field->setAccessibleDescription({});
    field->update();
}

bool SettingsPage::eventFilter(QObject *watched, QEvent *event)
{
    const auto *field = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Wheel && field && !field->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace flaskcards
