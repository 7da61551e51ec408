// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alertsound.h"

#include "models/levels/alert.h"

#include <QSoundEffect>

namespace holdline {

AlertSound::AlertSound() = default;
AlertSound::~AlertSound() = default;

void AlertSound::play(const QString& sound)
{
    if (sound.isEmpty())
        return;
    const bool isOurs = soundNames().contains(sound);
    const QUrl source =
        isOurs ? QUrl(QStringLiteral("qrc:/holdline/sounds/%1.wav").arg(sound)) : QUrl::fromLocalFile(sound);
    if (!m_effect)
        m_effect = std::make_unique<QSoundEffect>();
    m_effect->setSource(source);
    m_effect->play();
}

} // namespace holdline
