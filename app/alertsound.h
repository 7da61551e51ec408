// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

class QSoundEffect;

namespace holdline {

/// Plays the sounds of alerts: those of the program by name, others from a .wav file.
class AlertSound final {
public:
    AlertSound();
    ~AlertSound();

    void play(const QString& sound);

private:
    Q_DISABLE_COPY_MOVE(AlertSound)
    std::unique_ptr<QSoundEffect> m_effect;
};

} // namespace holdline
