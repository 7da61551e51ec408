// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "models/history/livenews.h"
#include "models/levels/alertset.h"
#include "models/store/store.h"

#include <QTimer>

#include <map>

namespace holdline {

/// Looks at the alerts of the data folder as data come, on a thread of its own, and writes down what fired.
/// Several programs may watch one folder: each firing is told by the first that sees it, and all read it in
/// the log.
class AlertWatch final : public QObject {
    Q_OBJECT

public:
    /// The clock lives longer.
    AlertWatch(const QString& dataDir, const Clock& clock, QObject* parent = nullptr);
    /// What was to be written is written before.
    ~AlertWatch() override;

    void start();
    /// Prices of candles that are still open.
    void take(const LiveNews& news);
    /// Soon: something that is looked at was changed by hand.
    void lookSoon();
    void save(const std::vector<AlertChange>& changes);
    void setOutcome(const AlertFiring& firing, const QString& outcome);
    /// The picture of a moment; empty when there is none.
    void loadPicture(qint64 number, std::function<void(const QByteArray&)> use);

signals:
    /// As they are stored, when they are not as told before; not while changes of this program are on their
    /// way.
    void alertsRead(const std::vector<Alert>& alerts);
    /// What the log has more, oldest first; the first time all.
    void logRead(const std::vector<LoggedFiring>& firings);
    /// By alert: why one of its conditions cannot be seen.
    void troublesRead(const std::map<QString, QString>& troubles);
    /// This program saw it first.
    void fired(const Alert& alert, const AlertFiring& firing);
    /// Levels, drawings or alerts were changed, by this program or another.
    void journalGrew();
    void failed(const QString& sentence);

private:
    class Worker;
    struct Seen;
    void look();
    void use(const Result<Seen>& seen);
    void saved(const std::vector<AlertChange>& changes, quint64 number, const Result<Done>& outcome);
    [[nodiscard]] std::vector<AlertChange> unsaved() const;

    std::shared_ptr<Worker> m_worker; ///< used on the other thread only
    const Clock& m_clock;
    std::map<QString, Candle> m_openCandles; ///< by instrument
    struct Unsaved {
        std::optional<Alert> alert;
        quint64 save = 0; ///< the last one that is on its way
    };
    std::map<QString, Unsaved> m_unsaved;
    quint64 m_saves = 0;
    std::vector<std::pair<AlertFiring, QString>> m_outcomes; ///< on their way to the disk
    std::vector<Alert> m_told;
    std::map<QString, QString> m_troubles;
    QString m_failure;
    qint64 m_journalEnd = 0;
    bool m_hasTold = false;
    bool m_isLooking = false;
    bool m_hasNews = true;
    std::optional<UtcTime> m_grownBackAt; ///< when older data came last
    UtcTime m_lookedAt{};
    QTimer m_tick;
    Background m_background; ///< last: its end waits for work that uses the rest
};

} // namespace holdline
