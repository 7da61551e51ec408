// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"
#include "widgets/theme/theme.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace holdline {

class FlatButton;

/// What moves the clock of a replay: play and pause, a step back and on, how long a step is and how many a
/// second, a time to go to, and the way back to now. It says what was asked for and does nothing itself.
class ReplayBar final : public QWidget {
    Q_OBJECT

public:
    explicit ReplayBar(QWidget* parent = nullptr);

    [[nodiscard]] Span step() const;
    [[nodiscard]] int stepsPerSecond() const;
    /// Shows them; says nothing.
    void setPlaying(bool isPlaying);
    void setTimeText(const QString& text);
    void setTheme(const Theme& theme);

signals:
    void playToggled();
    void stepped(int count); ///< negative: back
    void speedChosen();
    void goToRequested();
    void ended();

private:
    FlatButton* addButton(const QString& text, const QString& tip);

    FlatButton* m_back = nullptr;
    FlatButton* m_play = nullptr;
    FlatButton* m_on = nullptr;
    QLabel* m_time = nullptr;
    QComboBox* m_step = nullptr;
    QComboBox* m_speed = nullptr;
    FlatButton* m_goTo = nullptr;
    FlatButton* m_end = nullptr;
};

} // namespace holdline
