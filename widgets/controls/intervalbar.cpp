// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/intervalbar.h"

#include "widgets/theme/flatbutton.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace holdline {

namespace {

constexpr Interval offered[] = {oneMinute, fiveMinutes, fifteenMinutes, oneHour, fourHours, oneDay};

/// `15` means minutes; `60` is an hour, as hands type it elsewhere.
std::optional<Interval> typedInterval(const QString& text)
{
    const QString name = text.trimmed().toLower();
    bool isNumber = false;
    const int minutes = name.toInt(&isNumber);
    return parseInterval(isNumber ? Interval{std::chrono::minutes(minutes)}.name() : name);
}

} // namespace

IntervalBar::IntervalBar(QWidget* parent) : QWidget(parent), m_entry(new QLineEdit(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    buildButtons();
    m_entry->setPlaceholderText(QStringLiteral("15m 4h 1d"));
    m_entry->setAccessibleName(tr("Interval"));
    m_entry->setFixedWidth(76);
    m_entry->hide();
    m_entry->installEventFilter(this);
    row->addWidget(m_entry);
    connect(m_entry, &QLineEdit::returnPressed, this, &IntervalBar::acceptEntry);
    setInterval(m_interval);
}

void IntervalBar::buildButtons()
{
    for (const Interval interval : offered) {
        auto* button = new FlatButton(interval.name(), this);
        button->setCheckable(true);
        button->setAccessibleName(tr("Interval %1").arg(interval.name()));
        connect(button, &FlatButton::clicked, this, [this, interval] {
            setInterval(m_interval); // the view decides; it answers with setInterval
            emit intervalChosen(interval);
        });
        m_buttons.push_back(button);
        layout()->addWidget(button);
    }
}

void IntervalBar::setInterval(Interval interval)
{
    m_interval = interval;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(offered[i] == interval);
}

void IntervalBar::setTheme(const Theme& theme)
{
    for (FlatButton* button : m_buttons)
        button->setTheme(theme);
}

void IntervalBar::beginEntry(const QString& text)
{
    m_entry->setText(text);
    m_entry->show();
    m_entry->setFocus(Qt::OtherFocusReason);
    m_entry->deselect();
    m_entry->setCursorPosition(static_cast<int>(text.size()));
}

void IntervalBar::acceptEntry()
{
    const auto interval = typedInterval(m_entry->text());
    if (!interval) {
        m_entry->selectAll();
        m_entry->setToolTip(tr("One of 1m 5m 15m 1h 4h 1d 1w, or a number of minutes"));
        return;
    }
    endEntry();
    emit intervalChosen(*interval);
}

void IntervalBar::endEntry()
{
    m_entry->hide();
    emit entryEnded();
}

bool IntervalBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        endEntry();
        return true;
    }
    if (event->type() == QEvent::FocusOut)
        m_entry->hide();
    return QWidget::eventFilter(watched, event);
}

} // namespace holdline
