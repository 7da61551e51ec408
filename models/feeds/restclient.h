// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/backoff.h"
#include "models/feeds/keyrule.h"
#include "models/feeds/raterules.h"
#include "models/feeds/restrequest.h"
#include "models/foundation/clock.h"
#include "models/foundation/result.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace holdline {

struct RestSettings {
    Span connectLimit = std::chrono::seconds{10};
    Span idleLimit = std::chrono::seconds{10};  ///< without a byte
    Span totalLimit = std::chrono::seconds{60}; ///< from question to last byte
    qint64 mostBytes = 64 * 1024 * 1024;        ///< unpacked
    int atOnce = 2;
    double weightShare = 0.8; ///< of the venue's limit that Holdline allows itself
    BackoffRule backoff = {};
    ShownKey key = {}; ///< goes with each question
    /// After 429 that tells no span.
    BackoffRule limitedBackoff = {.first = std::chrono::seconds{2}, .longest = std::chrono::minutes{10}};
};

struct RestAnswer {
    QByteArray body;             ///< unpacked, byte order mark removed; of data not empty, not HTML
    std::optional<UtcTime> date; ///< the `Date` header
};

/// Asks one provider's REST interface and obeys its limits: before they are hit by counting, when they are
/// hit by waiting. Lives on the thread that made it.
class RestClient final : public QObject {
    Q_OBJECT

public:
    using Use = std::function<void(const Result<RestAnswer>&)>;

    /// `address` as parseAddress() takes it; the clock must never jump and lives longer.
    RestClient(QString address, RateRules rules, RestSettings settings, const Clock& clock,
               QObject* parent = nullptr);
    ~RestClient() override;

    /// Whether a question of that weight may be put now: not paused, not too many at once, weight left.
    [[nodiscard]] bool canAsk(int weight) const;
    /// Puts it; `use` is called once, later, unless the client ends before. Answers other than 200 are
    /// errors: RateLimited (429, 418; the whole client pauses), Unavailable (403, 451: it pauses, 451 for
    /// good; other 4xx; with a key 401, or 400 that names it: it rests for an hour, and 403: that question
    /// alone is refused),
    /// Network (5xx, no connection, cut, too slow), Malformed (HTML, empty, too long, a redirect elsewhere,
    /// other statuses). The client backs off after each that is no pause; an answer with a body begins the
    /// back-off anew. `detail` is the beginning of the body. When canAsk() is false nothing is sent and the
    /// error is RateLimited, or Unavailable after 451.
    void ask(const QString& path, int weight, Use use, AnswerForm form = AnswerForm::Data);
    /// The venue said within an answer that it is down.
    void pause(Span span, const QString& why);
    /// The venue said within an answer that it was asked too often: a pause by the back-off of 429.
    void limited(const QString& why);
    /// What was asked for was in an answer.
    void accepted();
    /// As told by an earlier run.
    void setPausedUntil(UtcTime until, const QString& why);

    [[nodiscard]] std::optional<UtcTime> pausedUntil() const; ///< latestTime: for good
    [[nodiscard]] QString pauseReason() const;
    /// HTTP 451: not offered where this program runs.
    [[nodiscard]] bool isRegionRefused() const;
    [[nodiscard]] int usedWeight() const;  ///< in this window, by the venue's header else by own count
    [[nodiscard]] int weightLimit() const; ///< the venue's; 0: it has no such rule
    /// The next moment at which canAsk() may change; absent: only with an answer, or never.
    [[nodiscard]] std::optional<UtcTime> nextChance(int weight) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace holdline
