// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"
#include "models/history/livenews.h"
#include "models/history/liverules.h"
#include "models/history/serieswrite.h"

#include <optional>

namespace holdline {

/// Values by day on their way to the store, and when they are asked for. A value counts as known when its
/// period says, unless it came before that; one that differs from what is stored, from when it came. All
/// times are the venue's.
class DailyHistory final {
public:
    DailyHistory(const Feed& feed, const StoredPast& past);

    /// An earlier run had its last answer then.
    void askedBefore(UtcTime at);
    [[nodiscard]] bool isEmpty() const { return m_plan.questions.empty(); }

    /// The next question; it counts as put.
    [[nodiscard]] std::optional<RestRequest> next(UtcTime now);
    /// What a question gave, and the path of its next page, if there is one; sentences about what was left
    /// out are added to `rejects`.
    void answered(const RestRequest& request, const std::vector<DailyRecord>& records, UtcTime now,
                  std::vector<QString>& rejects, const QString& nextPage = {});
    /// It was answered by nothing of use: again later, and later still each time; at most ten minutes later
    /// where it was the connection that failed.
    void failed(const RestRequest& request, bool isOfThisQuestion, UtcTime now);
    /// It was not put, or is to wait only as long as the whole provider does.
    void notAsked(const RestRequest& request);

    [[nodiscard]] std::vector<SeriesWrite> takeWrites();
    [[nodiscard]] std::size_t waitingWrites() const { return m_writes.size(); }
    void takeNews(LiveNews& news);

private:
    struct Question {
        UtcTime from;      ///< first day that is asked for, or the one date
        QString page = {}; ///< path of the page that is asked for; empty: the first
        UtcTime due = earliestTime;
        Span rest{}; ///< after the last failure
        bool isAsked = false;
    };
    [[nodiscard]] Question* questionOf(const RestRequest& request);
    [[nodiscard]] UtcTime nextRound(UtcTime now) const;
    [[nodiscard]] bool isOtherNow(const RestRequest& request, const Question& question) const;
    void write(const DailyRecord& record, UtcTime now, std::vector<QString>& rejects);
    void comeToDate(std::size_t index, UtcTime now);
    void endDate(const RestRequest& request, Question& question, UtcTime now) const;
    [[nodiscard]] bool isOfOneDate(const RestRequest& request) const;
    void goOnFrom(const SeriesKey& key, UtcTime last);

    const Feed& m_feed;
    DailyPlan m_plan;
    std::vector<Question> m_questions; ///< as in the plan
    std::vector<SeriesWrite> m_writes;
    bool m_hasNews = false;
};

} // namespace holdline
