// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/streamwatch.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr int regionRefused = 451;
constexpr int mostDoublings = 6;

QString seconds(Span span)
{
    return QString::number(std::chrono::duration_cast<std::chrono::seconds>(span).count());
}

} // namespace

StreamWatch::StreamWatch(const std::vector<Route>& routes)
{
    for (const Route& route : routes) {
        Line line{route};
        for (const StreamSpec& spec : route.streams)
            line.streams.push_back({spec});
        m_lines.push_back(std::move(line));
    }
}

void StreamWatch::opened(int route, UtcTime now)
{
    Line& line = m_lines[static_cast<std::size_t>(route)];
    line.isOpen = true;
    line.openedAt = now;
    line.judgedFrom = now;
    line.status = 0;
    line.why.clear();
    for (Watched& stream : line.streams)
        stream.refused.clear();
}

void StreamWatch::closed(int route, const QString& why)
{
    Line& line = m_lines[static_cast<std::size_t>(route)];
    line.isOpen = false;
    line.why = why;
}

void StreamWatch::failed(int route, int httpStatus, const QString& why)
{
    closed(route, why);
    m_lines[static_cast<std::size_t>(route)].status = httpStatus;
}

void StreamWatch::message(int route, int stream, UtcTime now)
{
    Line& line = m_lines[static_cast<std::size_t>(route)];
    if (stream < 0 || stream >= static_cast<int>(line.streams.size()))
        return;
    Watched& watched = line.streams[static_cast<std::size_t>(stream)];
    watched.last = now;
    watched.isSilent = false;
    watched.timesWaited = 0;
}

void StreamWatch::refused(int route, int stream, const QString& why)
{
    Line& line = m_lines[static_cast<std::size_t>(route)];
    for (std::size_t index = 0; index < line.streams.size(); ++index) {
        if (stream < 0 || static_cast<int>(index) == stream)
            line.streams[index].refused = why;
    }
}

Span StreamWatch::quietOf(const Line& line, const Watched& stream, UtcTime now)
{
    return now - std::max(line.judgedFrom, stream.last.value_or(line.judgedFrom));
}

bool StreamWatch::hasSpokenHere(const Line& line)
{
    return std::any_of(line.streams.begin(), line.streams.end(), [&line](const Watched& stream) {
        return stream.last && *stream.last >= line.openedAt;
    });
}

std::optional<RouteAct> StreamWatch::actOf(Line& line, UtcTime now)
{
    bool isAllSilent = true;
    for (Watched& stream : line.streams) {
        if (stream.spec.silence <= Span{})
            continue;
        const bool isOver = quietOf(line, stream, now) > stream.spec.silence;
        stream.isSilent = stream.isSilent || isOver;
        isAllSilent = isAllSilent && isOver;
    }
    std::optional<RouteAct> act;
    for (Watched& stream : line.streams) {
        const Span quiet = quietOf(line, stream, now);
        const int doublings = isAllSilent ? 0 : std::min(stream.timesWaited, mostDoublings);
        if (stream.spec.silence <= Span{} || quiet <= stream.spec.silence * (1 << doublings))
            continue;
        stream.timesWaited += isAllSilent ? 0 : 1;
        const bool hasSpokenHere = stream.last && *stream.last >= line.openedAt;
        if (!act)
            act = RouteAct{0, RouteAct::Kind::Reconnect, false,
                           QStringLiteral("%1 was silent for %2 s").arg(stream.spec.name, seconds(quiet))};
        act->byAlternative = act->byAlternative || !hasSpokenHere;
    }
    return act;
}

std::vector<RouteAct> StreamWatch::look(UtcTime now)
{
    std::vector<RouteAct> acts;
    for (std::size_t index = 0; index < m_lines.size(); ++index) {
        Line& line = m_lines[index];
        auto act = line.isOpen ? actOf(line, now) : std::nullopt;
        if (!act)
            continue;
        line.judgedFrom = now;
        act->route = static_cast<int>(index);
        acts.push_back(std::move(*act));
    }
    return acts;
}

StreamStatus::State StreamWatch::stateOf(const Line& line, const Watched& stream) const
{
    if (line.status == regionRefused || !stream.refused.isEmpty())
        return StreamStatus::State::Refused;
    if (!line.isOpen)
        return line.why.isEmpty() ? StreamStatus::State::Connecting : StreamStatus::State::Closed;
    if (stream.isSilent)
        return StreamStatus::State::Silent;
    const bool hasSpoken = stream.last && *stream.last >= line.openedAt;
    return hasSpoken ? StreamStatus::State::Live : StreamStatus::State::Waiting;
}

std::vector<StreamStatus> StreamWatch::streams() const
{
    std::vector<StreamStatus> all;
    for (const Line& line : m_lines) {
        for (const Watched& stream : line.streams)
            all.push_back(
                {stream.spec.name, line.route.name, stateOf(line, stream), stream.last, stream.spec.series});
    }
    return all;
}

bool StreamWatch::isAllOpen() const
{
    return std::all_of(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.isOpen; });
}

bool StreamWatch::isRegionRefused() const
{
    return std::any_of(m_lines.begin(), m_lines.end(),
                       [](const Line& line) { return line.status == regionRefused; });
}

QString StreamWatch::problem() const
{
    for (const Line& line : m_lines) {
        if (!line.isOpen && !line.why.isEmpty())
            return QStringLiteral("No connection for %1: %2").arg(line.route.name, line.why);
        for (const Watched& stream : line.streams) {
            if (!stream.refused.isEmpty())
                return QStringLiteral("%1 was refused: %2").arg(stream.spec.name, stream.refused);
            if (stream.isSilent)
                return QStringLiteral("%1 is silent, though its connection is open.").arg(stream.spec.name);
        }
    }
    return {};
}

} // namespace holdline
