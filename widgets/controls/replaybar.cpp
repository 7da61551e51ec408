// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/replaybar.h"

#include "widgets/theme/flatbutton.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace holdline {

namespace {

constexpr Interval replaySteps[] = {oneMinute, fiveMinutes, fifteenMinutes, oneHour, fourHours, oneDay};
constexpr int usualReplayStep = 3; ///< an hour
constexpr int replaySpeeds[] = {1, 2, 5, 10};

} // namespace

ReplayBar::ReplayBar(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 8, 4);
    row->setSpacing(6);
    m_back = addButton(QStringLiteral("◂"), tr("A step back"));
    m_play = addButton(QString(), QString());
    m_on = addButton(QStringLiteral("▸"), tr("A step on"));
    m_time = new QLabel(this);
    m_time->setFont(themeFont(TextSize::Text, 1, true));
    row->addWidget(m_time);
    row->addStretch(1);
    m_step = new QComboBox(this);
    m_step->setAccessibleName(tr("Length of a step"));
    for (const Interval step : replaySteps)
        m_step->addItem(tr("%1 a step").arg(step.name()), qint64{step.length.count()});
    m_step->setCurrentIndex(usualReplayStep);
    m_speed = new QComboBox(this);
    m_speed->setAccessibleName(tr("Steps a second"));
    for (const int speed : replaySpeeds)
        m_speed->addItem(tr("%1 a second").arg(speed), speed);
    row->addWidget(m_step);
    row->addWidget(m_speed);
    m_goTo = addButton(tr("Go to…"), tr("The time that is known then"));
    m_end = addButton(tr("Back to now"), tr("End the replay"));
    m_end->setRaised(true);
    setAutoFillBackground(true);
    setAccessibleName(tr("Replay"));
    connect(m_back, &FlatButton::clicked, this, [this] { emit stepped(-1); });
    connect(m_on, &FlatButton::clicked, this, [this] { emit stepped(1); });
    connect(m_play, &FlatButton::clicked, this, &ReplayBar::playToggled);
    connect(m_speed, &QComboBox::currentIndexChanged, this, &ReplayBar::speedChosen);
    connect(m_goTo, &FlatButton::clicked, this, &ReplayBar::goToRequested);
    connect(m_end, &FlatButton::clicked, this, &ReplayBar::ended);
    setPlaying(false);
    hide();
}

FlatButton* ReplayBar::addButton(const QString& text, const QString& tip)
{
    auto* button = new FlatButton(text, this);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    layout()->addWidget(button);
    return button;
}

Span ReplayBar::step() const
{
    return Span{m_step->currentData().toLongLong()};
}

int ReplayBar::stepsPerSecond() const
{
    return m_speed->currentData().toInt();
}

void ReplayBar::setPlaying(bool isPlaying)
{
    m_play->setText(isPlaying ? tr("Pause") : tr("Play"));
    m_play->setToolTip(isPlaying ? tr("Stop the clock (Space)") : tr("Let the clock go on (Space)"));
    m_play->setAccessibleName(isPlaying ? tr("Pause") : tr("Play"));
    m_play->updateGeometry();
}

void ReplayBar::setTimeText(const QString& text)
{
    m_time->setText(text);
    setAccessibleDescription(text);
}

void ReplayBar::setTheme(const Theme& theme)
{
    QPalette colours = palette();
    colours.setColor(QPalette::Window, theme.raised);
    colours.setColor(QPalette::WindowText, theme.text);
    setPalette(colours);
    m_time->setPalette(colours);
    for (FlatButton* button : {m_back, m_play, m_on, m_goTo, m_end})
        button->setTheme(theme);
}

} // namespace holdline
