// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/routerecord.h"

namespace holdline {

namespace {

/// Further in the future than messages overtake each other: an earlier run's clock was wrong.
constexpr Span neverSoEarly = std::chrono::seconds{10};

} // namespace

RouteRecord::RouteRecord(QString sampling, std::optional<UtcTime> recordedUntil)
    : m_sampling(std::move(sampling)),
      m_last(recordedUntil)
{
}

void RouteRecord::message(UtcTime at)
{
    if (m_last && !m_isDelivering && at + neverSoEarly < *m_last)
        m_last = at;
    if (m_last && at < *m_last)
        at = *m_last;
    if (!m_isDelivering) {
        if (m_last && at > *m_last)
            m_ended.push_back({{*m_last, at}, CoverageState::Missing, m_why});
        m_isDelivering = true;
        m_goneAt.reset();
        m_begin = at;
    }
    m_last = at;
    m_hasMore = true;
}

void RouteRecord::broke(UtcTime at, const QString& why)
{
    if (!m_isDelivering) {
        m_goneAt = at;
        return;
    }
    if (m_begin && m_last && *m_last > *m_begin)
        m_ended.push_back({{*m_begin, *m_last},
                           m_sampling.isEmpty() ? CoverageState::Known : CoverageState::Sampled,
                           m_sampling});
    m_isDelivering = false;
    m_hasMore = false;
    m_why = why;
}

void RouteRecord::beginAnotherRun()
{
    if (m_isDelivering)
        broke(*m_last, {});
    if (m_goneAt)
        m_last = std::max(*m_last, *m_goneAt);
    m_goneAt.reset();
    m_why = notRecording();
}

void RouteRecord::clockMoved(Span by)
{
    for (std::optional<UtcTime>* time : {&m_last, &m_begin, &m_goneAt}) {
        if (*time)
            **time += by;
    }
}

std::vector<Coverage> RouteRecord::take()
{
    std::vector<Coverage> entries = std::move(m_ended);
    m_ended.clear();
    if (m_isDelivering && m_hasMore && *m_last > *m_begin) {
        entries.push_back({{*m_begin, *m_last},
                           m_sampling.isEmpty() ? CoverageState::Known : CoverageState::Sampled,
                           m_sampling});
        m_hasMore = false;
    }
    return entries;
}

std::optional<Coverage> RouteRecord::openOutage(UtcTime now) const
{
    if (m_isDelivering || !m_last || now <= *m_last)
        return std::nullopt;
    return Coverage{{*m_last, now}, CoverageState::Missing, m_why};
}

std::optional<Coverage> RouteRecord::outageAtEnd() const
{
    return m_goneAt ? openOutage(*m_goneAt) : std::nullopt;
}

} // namespace holdline
