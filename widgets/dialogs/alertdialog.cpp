// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/alertdialog.h"

#include "models/foundation/duration.h"
#include "models/foundation/typedtime.h"
#include "widgets/dialogs/conditionrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdline {

AlertDialog::AlertDialog(const Alert& alert, Choices choices, const QTimeZone& zone, QWidget* parent)
    : QDialog(parent),
      m_alert(alert),
      m_choices(std::move(choices)),
      m_zone(zone),
      m_reason(new QLabel(this))
{
    setWindowTitle(alert.id.isEmpty() ? tr("New alert") : tr("Alert"));
    setMinimumWidth(640);
    auto* column = new QVBoxLayout(this);
    auto* top = new QFormLayout();
    m_name = new QLineEdit(alert.name, this);
    m_name->setPlaceholderText(tr("made of the conditions"));
    m_name->setAccessibleName(tr("Name"));
    auto* name = new QLabel(tr("Name"), this);
    name->setBuddy(m_name);
    top->addRow(name, m_name);
    column->addLayout(top);
    buildConditions(*column);
    auto* form = new QFormLayout();
    column->addLayout(form);
    buildTelling(*form);
    for (int row = 0; row < form->rowCount(); ++row) { // one left edge above and below
        const QLayoutItem* const label = form->itemAt(row, QFormLayout::LabelRole);
        if (label && label->widget())
            name->setMinimumWidth(std::max(name->minimumWidth(), label->widget()->sizeHint().width()));
    }
    m_reason->setWordWrap(true);
    m_reason->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &AlertDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &AlertDialog::reject);
    column->addWidget(m_reason);
    column->addWidget(buttons);
    showRemovable();
}

void AlertDialog::buildConditions(QVBoxLayout& column)
{
    auto* title = new QLabel(tr("When all of these come true"), this);
    column.addWidget(title);
    m_conditions = new QVBoxLayout();
    m_conditions->setSpacing(4);
    column.addLayout(m_conditions);
    for (const AlertCondition& condition : m_alert.conditions)
        addCondition(condition);
    m_withinRow = new QWidget(this);
    auto* within = new QHBoxLayout(m_withinRow);
    within->setContentsMargins({});
    m_within = new QLineEdit(durationText(m_alert.within), m_withinRow);
    m_within->setAccessibleName(tr("Within"));
    m_within->setMaximumWidth(80);
    within->addWidget(new QLabel(tr("within"), m_withinRow));
    within->addWidget(m_within);
    within->addStretch(1);
    column.addWidget(m_withinRow);
    auto* add = new QPushButton(tr("Add a condition"), this);
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, [this] {
        addCondition({.kind = AlertCondition::Kind::Value});
        showRemovable();
    });
    column.addWidget(add, 0, Qt::AlignLeft);
}

void AlertDialog::addCondition(const AlertCondition& condition)
{
    auto* row = new ConditionRow(condition, m_choices.levels, m_choices.series, this);
    m_conditions->addWidget(row);
    m_rows.push_back(row);
    connect(row, &ConditionRow::removeRequested, this, [this, row] {
        std::erase(m_rows, row);
        row->deleteLater();
        showRemovable();
    });
}

void AlertDialog::showRemovable()
{
    for (ConditionRow* row : m_rows)
        row->setRemovable(m_rows.size() > 1);
    m_withinRow->setVisible(m_rows.size() > 1);
}

void AlertDialog::buildTelling(QFormLayout& form)
{
    const auto line = [&](const QString& name, const QString& text, const QString& hint) {
        auto* edit = new QLineEdit(text, this);
        edit->setAccessibleName(name);
        edit->setPlaceholderText(hint);
        form.addRow(name, edit);
        return edit;
    };
    m_cooldown = line(tr("Not again for"), durationText(m_alert.cooldown), tr("1h"));
    m_once = new QCheckBox(tr("Fires once, until it is armed again"), this);
    m_once->setChecked(m_alert.isOnce);
    form.addRow(QString(), m_once);
    m_validTo = line(tr("Ends (%1)").arg(QString::fromUtf8(m_zone.id())),
                     m_alert.validTo ? typedTimeText(*m_alert.validTo, m_zone) : QString(), tr("never"));
    auto* sounds = new QWidget(this);
    auto* row = new QHBoxLayout(sounds);
    row->setContentsMargins({});
    m_sound = new QComboBox(sounds);
    m_sound->setAccessibleName(tr("Sound"));
    m_sound->addItem(tr("none"), QString());
    for (const QString& name : soundNames())
        m_sound->addItem(name, name);
    if (m_sound->findData(m_alert.sound) < 0)
        m_sound->addItem(m_alert.sound, m_alert.sound);
    m_sound->setCurrentIndex(m_sound->findData(m_alert.sound));
    auto* hear = new QPushButton(tr("Hear"), sounds);
    auto* file = new QPushButton(tr("File…"), sounds);
    for (QPushButton* button : {hear, file})
        button->setAutoDefault(false);
    connect(hear, &QPushButton::clicked, this, [this] { emit soundRequested(sound()); });
    connect(file, &QPushButton::clicked, this, &AlertDialog::chooseSoundFile);
    row->addWidget(m_sound, 1);
    row->addWidget(hear);
    row->addWidget(file);
    form.addRow(tr("Sound"), sounds);
    m_onDesktop = new QCheckBox(tr("Notification of the desktop"), this);
    m_onDesktop->setChecked(m_alert.onDesktop);
    form.addRow(QString(), m_onDesktop);
    m_command = line(tr("Command"), m_alert.command, tr("program and arguments, run without a shell"));
    m_webhook = line(tr("Web address"), m_alert.webhook, tr("https://… is sent the alert as JSON"));
}

QString AlertDialog::sound() const
{
    return m_sound->currentData().toString();
}

void AlertDialog::chooseSoundFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Sound"), QString(), tr("Sounds (*.wav)"));
    if (path.isEmpty())
        return;
    if (m_sound->findData(path) < 0)
        m_sound->addItem(path, path);
    m_sound->setCurrentIndex(m_sound->findData(path));
}

Result<Done> AlertDialog::takeSpans(Alert& alert) const
{
    const std::pair<QLineEdit*, Span*> spans[] = {{m_within, &alert.within}, {m_cooldown, &alert.cooldown}};
    for (const auto& [line, span] : spans) {
        const auto typed = parseDuration(line->text().trimmed());
        if (!typed)
            return Error{Error::Kind::Malformed,
                         tr("“%1” is no span of time; write 90s, 5m, 1h or 2d.").arg(line->text())};
        *span = *typed;
    }
    alert.validTo.reset();
    if (m_validTo->text().trimmed().isEmpty())
        return Done{};
    const auto time = parseTypedTime(m_validTo->text(), m_zone);
    if (time.hasError())
        return time.error();
    alert.validTo = time.value();
    return Done{};
}

Result<Alert> AlertDialog::typed() const
{
    Alert alert = m_alert;
    alert.name = m_name->text().trimmed();
    alert.conditions.clear();
    for (const ConditionRow* row : m_rows) {
        auto condition = row->condition();
        if (condition.hasError())
            return condition.error();
        alert.conditions.push_back(std::move(condition.value()));
    }
    if (const auto done = takeSpans(alert); done.hasError())
        return done.error();
    alert.isOnce = m_once->isChecked();
    alert.sound = sound();
    alert.onDesktop = m_onDesktop->isChecked();
    alert.command = m_command->text().trimmed();
    alert.webhook = m_webhook->text().trimmed();
    return checkedAlert(std::move(alert));
}

void AlertDialog::accept()
{
    const auto alert = typed();
    m_reason->setVisible(alert.hasError());
    if (alert.hasError()) {
        m_reason->setText(alert.error().message);
        return;
    }
    emit alertChanged(alert.value());
    QDialog::accept();
}

} // namespace holdline
