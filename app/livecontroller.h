// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/livesource.h"
#include "app/windowservices.h"
#include "models/views/feedsummary.h"
#include "models/views/livestate.h"
#include "models/views/liveview.h"

#include <QTimer>

#include <optional>

namespace holdline {

class TimelineWidget;

/// Keeps what the window shows up with the news: ticks go straight to the timeline, all news of a frame in
/// one repaint; what needs the store is asked for, not more often than every two seconds.
class LiveController final : public QObject {
    Q_OBJECT

public:
    LiveController(const WindowServices& services, TimelineWidget& timeline, QObject* parent = nullptr);
    ~LiveController() override;

    /// What the user asked for: begins to listen when that can be live.
    void ask(const View& view);
    /// Takes what was loaded for it and gives what is to be shown. A view that cannot be live is shown as it
    /// was loaded.
    [[nodiscard]] std::shared_ptr<const ViewData> adopt(const View& view,
                                                        std::shared_ptr<const ViewData> loaded);
    /// The same view loaded again; the timeline is told.
    [[nodiscard]] std::shared_ptr<const ViewData> adoptAgain(const View& view,
                                                             std::shared_ptr<const ViewData> loaded);

    /// The shown view follows the market.
    [[nodiscard]] bool isLive() const { return m_isLive; }
    /// Something else is shown until the store has a candle of what was asked for.
    [[nodiscard]] bool isStandIn() const { return m_isStandIn; }
    /// What is shown, as values that do not change; null while it is not live.
    [[nodiscard]] std::shared_ptr<const ViewData> snapshot() const;
    [[nodiscard]] FeedSummary summary() const;
    [[nodiscard]] const LiveState& state() const { return m_state; }

    /// Levels and drawings changed by hand; the timeline is told when the view is live.
    void setMarks(const std::vector<Mark>& marks);
    /// Asks for the store soon; many wishes are one question.
    void wantStore();

signals:
    void newsCame(const holdline::LiveNews& news);
    /// The last price or what is known moved.
    void ticked();
    /// The store has more than can be put into what is shown.
    void reloadWanted();
    /// The store has a candle of what was asked for, while something else stands in for it.
    void dataStored();
    void stateChanged();
    /// A sentence about the collector; empty when what it said is over.
    void noticeCame(const QString& sentence);
    /// The venue of the view does not serve this place; another has candles.
    void venueRefused(const QString& venue, const QString& otherInstrument);

private:
    void take(const LiveNews& news);
    void takeFigures(const LiveNews& news);
    void noticeStored(const LiveNews& news);
    void checkVenue();
    void show();
    void tellState();

    const WindowServices& m_services;
    TimelineWidget& m_timeline;
    std::unique_ptr<LiveSource> m_source;
    std::optional<LiveView> m_view; ///< of the data folder, also while something else is shown
    View m_asked;
    LiveState m_state;
    QStringList m_seen; ///< instruments with candles
    QString m_refusedFor;
    QString m_notice; ///< the collector's last
    QTimer m_showSoon;
    QTimer m_storeSoon;
    QTimer m_stateSoon; ///< tables and words follow some times a second
    bool m_isLive = false;
    bool m_isStandIn = false;
    bool m_stateChanged = false;
};

} // namespace holdline
