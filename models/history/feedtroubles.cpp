// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/feedtroubles.h"

namespace holdline {

namespace {

/// Pages of candles are cut anew each time: they are the same question where their times meet.
bool isSameQuestion(const RestRequest& a, const RestRequest& b)
{
    if (a.purpose != b.purpose || a.instrument != b.instrument || a.question != b.question)
        return false;
    if (a.purpose != RestRequest::Purpose::Candles)
        return true;
    return a.interval == b.interval && a.range.from < b.range.to && b.range.from < a.range.to;
}

} // namespace

void FeedTroubles::failed(const RestRequest& request, const Error& error)
{
    m_isAnswering = false;
    const bool isOfTheWay = error.kind == Error::Kind::Network || error.kind == Error::Kind::RateLimited;
    std::erase_if(m_standing, [&](const Trouble& trouble) {
        return isOfTheWay ? trouble.isOfTheWay : isSameQuestion(trouble.request, request);
    });
    m_standing.push_back({request, error.message, isOfTheWay});
}

void FeedTroubles::answered(const RestRequest& request)
{
    m_isAnswering = true;
    std::erase_if(m_standing, [&](const Trouble& trouble) {
        return trouble.isOfTheWay || isSameQuestion(trouble.request, request);
    });
}

QString FeedTroubles::newest() const
{
    return m_standing.empty() ? QString() : m_standing.back().sentence;
}

} // namespace holdline
