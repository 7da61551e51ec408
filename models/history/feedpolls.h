// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <optional>
#include <vector>

namespace holdline {

/// The questions that a provider is asked again and again, each at its own pace. Others are passed over.
class FeedPolls final {
public:
    explicit FeedPolls(const std::vector<Poll>& polls);

    /// The first that is due, which counts as put; `onlyTime`: of those that ask for the venue's time.
    [[nodiscard]] std::optional<RestRequest> next(UtcTime here, bool onlyTime);
    [[nodiscard]] bool asksForTime() const;
    /// How often it is put; zero for a question that is none of these.
    [[nodiscard]] Span every(const RestRequest& request) const;
    void answered(const RestRequest& request, UtcTime here);
    /// Again soon.
    void failed(const RestRequest& request, UtcTime here);
    void notAsked(const RestRequest& request);

private:
    struct DuePoll {
        Poll poll;
        UtcTime due = earliestTime;
        bool isAsked = false;
    };
    [[nodiscard]] const DuePoll* find(const RestRequest& request) const;
    void putAgain(const RestRequest& request, std::optional<UtcTime> due);

    std::vector<DuePoll> m_polls;
};

} // namespace holdline
