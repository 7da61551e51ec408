// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/endpoints.h"
#include "models/feeds/tunedfeed.h"
#include "models/history/feedline.h"
#include "models/history/writequeue.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>

namespace holdline {

struct CollectorSettings {
    QString dataDir;
    QStringList sources = {};            ///< providers; empty: all
    std::vector<QByteArray> assets = {}; ///< empty: those that Holdline follows
    Endpoints endpoints;
    LiveRules rules = {};
    LinkSettings link = {};
    RestSettings rest = {};
    std::map<QString, FeedTuning> tunings = {}; ///< by provider
    QString captureFile = {};
    /// The key of a provider that wants one; empty: none is kept. Called on the collecting thread, and may
    /// wait for a person. Without it there are no keys.
    std::function<Result<QByteArray>(const QString& provider)> key = {};
};

/// Brings live data into the store: connects to the venues, asks for what is missing, writes, and tells those
/// who watch. Lives on the thread that made it, needs its event loop, and writes on a thread of its own.
class Collector final : public QObject {
    Q_OBJECT

public:
    /// The clock must never jump and lives longer.
    Collector(CollectorSettings settings, const Clock& clock, QObject* parent = nullptr);
    ~Collector() override;

    /// Error: Storage when the store cannot be opened; nothing was begun then, and it may be tried again.
    [[nodiscard]] Result<Done> start();
    /// Closes all connections and writes what is left; finished() follows, at the latest after `patience`.
    void stop(Span patience = std::chrono::seconds{10});

    [[nodiscard]] std::vector<FeedStatus> statuses() const;
    [[nodiscard]] bool hasAnyAnswered() const;
    /// A sentence about the disk, or empty.
    [[nodiscard]] QString trouble() const;

    /// Who watches looks at this instrument: news of others may come a fifth of a second later.
    void setShown(const QString& instrument) { m_shown = instrument; }

signals:
    /// At most some sixty times a second, and within a frame of what is told but for what setShown() says.
    void newsCame(const holdline::LiveNews& news);
    void finished();

private:
    void addLine(const FeedEntry& entry, const std::vector<QByteArray>& assets);
    void stir(bool isUrgent = true);
    void tell();
    void write();
    void appendCapture();
    void tick();
    void notePauses();
    [[nodiscard]] WriteJob nextJob();
    [[nodiscard]] std::size_t waitingWrites() const;
    [[nodiscard]] bool isWritingHeldUp() const;
    void finishWhenWritten();
    void endUnwritten();

    CollectorSettings m_settings;
    const Clock& m_clock;
    std::unique_ptr<Store> m_reading; ///< for what was stored before
    std::vector<std::unique_ptr<FeedLine>> m_lines;
    std::unique_ptr<WriteQueue> m_queue;
    QByteArray m_capture; ///< whole lines
    QString m_captureTrouble;
    QTimer m_tick{this};
    QTimer m_tellSoon{this};
    QString m_shown;        ///< empty: all are
    bool m_isUrgent = true; ///< what m_tellSoon waits to tell
    QElapsedTimer m_sinceTold;
    QTimer m_writeSoon{this};
    QElapsedTimer m_sinceStirred; ///< m_writeSoon was started
    QTimer m_patience{this};
    UtcTime m_documentsAt{};
    std::map<QString, std::optional<UtcTime>> m_pauses; ///< by provider, as last seen
    bool m_isStopping = false;
    bool m_isUnwritten = false; ///< it ended before all was written
    bool m_newsOfFeeds = true;
};

} // namespace holdline
