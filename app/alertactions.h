// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktopnotice.h"
#include "models/foundation/clock.h"
#include "models/levels/alertfiring.h"

#include <QNetworkAccessManager>

#include <map>

namespace holdline {

/// Does what an alert asks for when it has fired: a notification of the desktop, a command, a web address.
class AlertActions final : public QObject {
    Q_OBJECT

public:
    /// The clock lives longer.
    explicit AlertActions(const Clock& clock, QObject* parent = nullptr);

    void act(const Alert& alert, const AlertFiring& firing);
    /// Shows title and words where no desktop took them; false when it could not.
    void setFallback(std::function<bool(const QString&, const QString&)> show)
    {
        m_fallback = std::move(show);
    }
    [[nodiscard]] bool isBusy() const { return !m_running.empty(); }

signals:
    /// All is done; what could not be, as sentences.
    void finished(const holdline::AlertFiring& firing, const QString& outcome);

private:
    struct Running {
        AlertFiring firing;
        int open = 0; ///< things still to be done
        QStringList sentences;
    };
    void runCommand(quint64 number, const Alert& alert, const AlertFiring& firing);
    void callWeb(quint64 number, const Alert& alert, const AlertFiring& firing, int attempt);
    void done(quint64 number, const QString& sentence);

    const Clock& m_clock;
    DesktopNotice m_desktop;
    std::function<bool(const QString&, const QString&)> m_fallback;
    QNetworkAccessManager m_web;
    std::map<quint64, Running> m_running;
    quint64 m_count = 0;
};

/// What a command reads and a web address is sent: `{"alert","at","name","text","toldAt","words"}` and
/// `content`, which is the same as `text`: chat services take the one or the other.
[[nodiscard]] QByteArray firingMessage(const AlertFiring& firing, UtcTime toldAt);

} // namespace holdline
