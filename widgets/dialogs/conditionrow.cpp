// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/conditionrow.h"

#include "models/foundation/duration.h"
#include "models/levels/alertrules.h"
#include "models/market/typedamount.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace holdline {

namespace {

template <typename Part>
Part* named(Part* part, const QString& name)
{
    part->setAccessibleName(name);
    part->setToolTip(name);
    return part;
}

} // namespace

ConditionRow::ConditionRow(const AlertCondition& condition, std::span<const Level> levels,
                           const QStringList& series, QWidget* parent)
    : QWidget(parent),
      m_condition(condition),
      m_kind(named(new QComboBox(this), tr("What"))),
      m_level(named(new QComboBox(this), tr("Level"))),
      m_state(named(new QComboBox(this), tr("State"))),
      m_judging(named(new QComboBox(this), tr("On closes of"))),
      m_series(named(new QComboBox(this), tr("Series"))),
      m_column(named(new QComboBox(this), tr("Column"))),
      m_side(named(new QComboBox(this), tr("Side"))),
      m_value(named(new QLineEdit(this), tr("Value"))),
      m_over(named(new QLineEdit(this), tr("Summed over"))),
      m_remove(named(new QToolButton(this), tr("Remove this condition")))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(4);
    for (QWidget* part : std::initializer_list<QWidget*>{m_kind, m_level, m_state, m_judging, m_series,
                                                         m_column, m_over, m_side, m_value})
        row->addWidget(part);
    row->addStretch(1);
    row->addWidget(m_remove);
    m_remove->setText(QStringLiteral("×"));
    m_remove->setAutoRaise(true);
    m_value->setPlaceholderText(tr("100M"));
    m_value->setMaximumWidth(110);
    m_over->setPlaceholderText(tr("over 1h"));
    m_over->setMaximumWidth(70);
    m_series->setEditable(true);
    m_series->setMinimumContentsLength(22);
    fillKinds(condition.kind);
    fillLevels(condition.level, levels);
    fillStates(condition.states);
    for (const Interval interval : {oneMinute, fiveMinutes, fifteenMinutes, oneHour, fourHours, oneDay})
        m_judging->addItem(interval.name());
    m_judging->setCurrentText(condition.judging.name());
    fillSeries(condition.series, series);
    m_side->addItem(tr("at or above"), true);
    m_side->addItem(tr("at or below"), false);
    m_side->setCurrentIndex(condition.isAbove ? 0 : 1);
    if (condition.value.units != 0)
        m_value->setText(typedAmountText(condition.value));
    m_over->setText(condition.over > Span::zero() ? durationText(condition.over) : QStringLiteral("1h"));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ConditionRow::showParts);
    connect(m_series, &QComboBox::currentTextChanged, this, [this] {
        fillColumns(m_column->currentData().toString());
        showParts();
    });
    connect(m_remove, &QToolButton::clicked, this, &ConditionRow::removeRequested);
    showParts();
}

void ConditionRow::fillKinds(AlertCondition::Kind kind)
{
    const std::pair<AlertCondition::Kind, QString> kinds[] = {
        {AlertCondition::Kind::Touch, tr("price touches")},
        {AlertCondition::Kind::CloseBeyond, tr("a close beyond")},
        {AlertCondition::Kind::State, tr("state of")},
        {AlertCondition::Kind::Value, tr("value of")}};
    for (const auto& [one, words] : kinds)
        m_kind->addItem(words, static_cast<int>(one));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(kind)));
}

void ConditionRow::fillLevels(const QString& id, std::span<const Level> levels)
{
    for (const Level& level : levels)
        m_level->addItem(level.name, level.id);
    if (m_level->findData(id) < 0 && !id.isEmpty())
        m_level->addItem(tr("%1 (not there)").arg(id), id);
    m_level->setCurrentIndex(std::max(0, m_level->findData(id)));
}

void ConditionRow::fillStates(const QStringList& states)
{
    m_state->addItem(tr("any change"), QStringList());
    for (const QString& state : levelStateNames())
        m_state->addItem(tr("becomes %1").arg(state), QStringList{state});
    if (m_state->findData(states) < 0)
        m_state->addItem(tr("becomes %1").arg(states.join(tr(" or "))), states);
    m_state->setCurrentIndex(m_state->findData(states));
}

void ConditionRow::fillSeries(const QString& chosen, const QStringList& series)
{
    m_series->addItems(series);
    m_series->setCurrentText(chosen.isEmpty() && !series.isEmpty() ? series.first() : chosen);
    fillColumns(m_condition.column);
}

/// Of forced orders and prices; the rest is told by its first column.
void ConditionRow::fillColumns(const QString& chosen)
{
    m_column->clear();
    if (m_series->currentText().startsWith(QStringLiteral("liquidations/"))) {
        m_column->addItem(tr("long and short"), QString());
        m_column->addItem(tr("long"), QStringLiteral("long_usd"));
        m_column->addItem(tr("short"), QStringLiteral("short_usd"));
    } else if (m_series->currentText().startsWith(QStringLiteral("price/"))) {
        m_column->addItem(tr("reached"), QString());
        m_column->addItem(tr("closed"), QStringLiteral("close"));
    } else {
        m_column->addItem(tr("value"), QString());
    }
    if (m_column->findData(chosen) < 0)
        m_column->addItem(chosen, chosen);
    m_column->setCurrentIndex(m_column->findData(chosen));
}

AlertCondition::Kind ConditionRow::kind() const
{
    return static_cast<AlertCondition::Kind>(m_kind->currentData().toInt());
}

void ConditionRow::showParts()
{
    const bool isValue = kind() == AlertCondition::Kind::Value;
    const bool isJudged =
        kind() == AlertCondition::Kind::CloseBeyond || kind() == AlertCondition::Kind::State;
    m_level->setVisible(!isValue);
    m_state->setVisible(kind() == AlertCondition::Kind::State);
    m_judging->setVisible(isJudged);
    m_series->setVisible(isValue);
    m_column->setVisible(isValue && m_column->count() > 1);
    m_over->setVisible(isValue && isSummed(m_series->currentText()));
    m_side->setVisible(isValue);
    m_value->setVisible(isValue);
}

void ConditionRow::setRemovable(bool isRemovable)
{
    m_remove->setVisible(isRemovable);
}

Result<AlertCondition> ConditionRow::condition() const
{
    AlertCondition condition = m_condition;
    condition.kind = kind();
    if (condition.kind != AlertCondition::Kind::Value) {
        condition.level = m_level->currentData().toString();
        condition.states = condition.kind == AlertCondition::Kind::State
                               ? m_state->currentData().toStringList()
                               : QStringList();
        condition.judging = parseInterval(m_judging->currentText()).value_or(oneHour);
        return condition;
    }
    const auto value = parseTypedAmount(m_value->text());
    if (value.hasError())
        return value.error();
    condition.series = m_series->currentText().trimmed();
    condition.column = m_column->currentData().toString();
    condition.isAbove = m_side->currentData().toBool();
    condition.value = value.value();
    condition.over = Span::zero();
    if (isSummed(condition.series)) {
        const auto over = parseDuration(m_over->text().trimmed());
        if (!over)
            return Error{Error::Kind::Malformed,
                         tr("“%1” is no span of time; write 5m, 1h or 2d.").arg(m_over->text())};
        condition.over = *over;
    }
    return condition;
}

} // namespace holdline
