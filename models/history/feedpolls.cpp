// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/feedpolls.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span askAgainSoon = std::chrono::seconds{10};

bool isForTime(const RestRequest& request)
{
    return request.purpose == RestRequest::Purpose::ServerTime;
}

} // namespace

FeedPolls::FeedPolls(const std::vector<Poll>& polls)
{
    for (const Poll& poll : polls)
        m_polls.push_back({poll});
}

const FeedPolls::DuePoll* FeedPolls::find(const RestRequest& request) const
{
    const auto found = std::find_if(m_polls.begin(), m_polls.end(), [&](const DuePoll& candidate) {
        return candidate.poll.request.purpose == request.purpose &&
               candidate.poll.request.instrument == request.instrument;
    });
    return found == m_polls.end() ? nullptr : &*found;
}

std::optional<RestRequest> FeedPolls::next(UtcTime here, bool onlyTime)
{
    for (DuePoll& poll : m_polls) {
        if (poll.isAsked || here < poll.due || (onlyTime && !isForTime(poll.poll.request)))
            continue;
        poll.isAsked = true;
        return poll.poll.request;
    }
    return std::nullopt;
}

bool FeedPolls::asksForTime() const
{
    return std::any_of(m_polls.begin(), m_polls.end(),
                       [](const DuePoll& poll) { return isForTime(poll.poll.request); });
}

Span FeedPolls::every(const RestRequest& request) const
{
    const DuePoll* poll = find(request);
    return poll ? poll->poll.every : Span{};
}

void FeedPolls::putAgain(const RestRequest& request, std::optional<UtcTime> due)
{
    const DuePoll* found = find(request);
    if (!found)
        return;
    DuePoll& poll = m_polls[static_cast<std::size_t>(found - m_polls.data())];
    poll.isAsked = false;
    poll.due = due.value_or(poll.due);
}

void FeedPolls::answered(const RestRequest& request, UtcTime here)
{
    putAgain(request, here + every(request));
}

void FeedPolls::failed(const RestRequest& request, UtcTime here)
{
    putAgain(request, here + std::min(askAgainSoon, every(request)));
}

void FeedPolls::notAsked(const RestRequest& request)
{
    putAgain(request, std::nullopt);
}

} // namespace holdline
