// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedcatalog.h"
#include "models/feeds/restclient.h"
#include "models/feeds/streamlink.h"
#include "models/history/captureline.h"
#include "models/history/feedhistory.h"

namespace holdline {

struct FeedLineSettings {
    QString rest;   ///< address
    QString stream; ///< address
    LinkSettings link = {};
    RestSettings restClient = {};
    bool isCaptured = false;
    QString whyNoKey = {}; ///< a sentence when it wants a key and has none: nothing is asked then
};

/// One provider at work: its connections and questions on one side, its history on the other.
class FeedLine final : public QObject {
    Q_OBJECT

public:
    FeedLine(std::unique_ptr<Feed> feed, const LiveRules& rules, StoredPast past, FeedLineSettings settings,
             const Clock& clock, QObject* parent = nullptr);
    ~FeedLine() override;

    /// Asks for the venue's time first, then connects.
    void start();
    void stop();
    /// As told by an earlier run.
    void setPausedUntil(UtcTime until, const QString& why);
    /// Once a second: silence, new minutes, what is due. `mayAsk`: whether answers can be stored.
    void tick(bool mayAsk);

    [[nodiscard]] FeedHistory& history() { return *m_history; }
    [[nodiscard]] FeedStatus status() const;

signals:
    /// A message or an answer was taken, or a connection changed.
    void stirred();
    /// In the order of their coming.
    void captured(const holdline::CaptureLine& line);

private:
    void addLink(int route);
    void connectLinks();
    void stopLink(int route);
    void noteClosed(int route, const QString& why);
    void ask();
    void take(const RestRequest& request, const Result<RestAnswer>& answer);
    void obey(const Reading& reading);
    void note(CaptureLine::Kind kind, int route, const QByteArray& payload, UtcTime now);

    FeedLineSettings m_settings;
    const Clock& m_clock;
    std::unique_ptr<Feed> m_feed;
    std::unique_ptr<FeedHistory> m_history;
    std::unique_ptr<RestClient> m_rest;
    std::vector<std::unique_ptr<StreamLink>> m_links; ///< by route
    UtcTime m_startedAt{};
    bool m_isConnecting = false; ///< links were started
    bool m_isStopped = true;
    std::optional<FeedStatus> m_atStop;
    bool m_mayAsk = true;
};

} // namespace holdline
