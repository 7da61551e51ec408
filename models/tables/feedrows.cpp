// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/feedrows.h"

#include "models/foundation/numbertext.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace holdline {

namespace {

using State = StreamStatus::State;

constexpr Span tellableOffset = std::chrono::seconds{5}; ///< a smaller one does no harm

QString words(const char* text)
{
    return QCoreApplication::translate("holdline::FeedTable", text);
}

QString stateText(State state)
{
    switch (state) {
    case State::Connecting:
        return words("connecting");
    case State::Waiting:
        return words("waiting");
    case State::Live:
        return words("live");
    case State::Silent:
        return words("silent");
    case State::Closed:
        return words("closed");
    case State::Refused:
        return words("refused");
    }
    return {};
}

Tone toneOf(State state)
{
    switch (state) {
    case State::Live:
        return Tone::Up;
    case State::Silent:
    case State::Refused:
        return Tone::Attention;
    case State::Closed:
        return Tone::Down;
    case State::Connecting:
    case State::Waiting:
        return Tone::Dim;
    }
    return Tone::Dim;
}

QString countText(qint64 count)
{
    return count == 0 ? QString() : numberText(static_cast<double>(count), 0);
}

QString rateText(const FeedStatus& feed)
{
    const double rate = feed.messagesPerSecond;
    return feed.messages == 0 ? QString() : numberText(rate, rate < 10 ? 1 : 0);
}

QString gapsText(const FeedStatus& feed)
{
    return feed.gapsOpened == 0 && feed.gapsFilled == 0
               ? QString()
               : QStringLiteral("%1 / %2").arg(feed.gapsOpened).arg(feed.gapsFilled);
}

QString weightText(const FeedStatus& feed)
{
    return feed.weightLimit == 0 ? QString()
                                 : QStringLiteral("%1 / %2").arg(numberText(feed.usedWeight, 0),
                                                                 numberText(feed.weightLimit, 0));
}

QString providerState(const FeedStatus& feed)
{
    if (feed.missingMinutes > 0 && feed.wantedMinutes > 0) {
        const double done = 100.0 * static_cast<double>(feed.wantedMinutes - feed.missingMinutes) /
                            static_cast<double>(feed.wantedMinutes);
        return words("history %1 %").arg(numberText(done, 0));
    }
    return feed.isConnected ? words("live") : feed.hasAnswered ? words("closed") : words("connecting");
}

QString toolTipOf(const FeedStatus& feed)
{
    QStringList lines{feed.title + QStringLiteral(": ") + feed.gives};
    if (!feed.problem.isEmpty())
        lines.append(feed.problem);
    if (feed.clockOffset && std::chrono::abs(*feed.clockOffset) > tellableOffset)
        lines.append(words("Its clock is %1 %2 this machine's.")
                         .arg(ageText(std::chrono::abs(*feed.clockOffset)),
                              *feed.clockOffset < Span{0} ? words("behind") : words("ahead of")));
    if (feed.missingMinutes > 0)
        lines.append(words("%1 of %2 minutes of history are still to be asked for.")
                         .arg(countText(feed.missingMinutes), countText(feed.wantedMinutes)));
    if (feed.dropped > 0)
        lines.append(words("%1 messages were dropped.").arg(countText(feed.dropped)));
    for (const auto& [reason, count] : feed.rejects)
        lines.append(words("rejected %1 times: %2").arg(count).arg(reason));
    return lines.join(QLatin1Char('\n'));
}

FeedRow providerRow(const FeedStatus& feed, bool isUnfolded)
{
    FeedRow row{.kind = FeedRow::Kind::Provider, .feed = feed.id, .key = feed.id};
    row.cells = {feed.title,     providerState(feed), {}, rateText(feed), countText(feed.rejected),
                 gapsText(feed), weightText(feed)};
    const bool isWrong = !feed.problem.isEmpty();
    row.dot = feed.isConnected ? (isWrong ? Tone::Attention : Tone::Up) : isWrong ? Tone::Down : Tone::Dim;
    row.tone = isWrong && !feed.isConnected ? Tone::Attention : Tone::Dim;
    row.toolTip = toolTipOf(feed);
    row.last = feed.lastAnswer;
    row.isUnfolded = isUnfolded;
    return row;
}

FeedRow streamRow(const FeedStatus& feed, const StreamStatus& stream)
{
    FeedRow row{.kind = FeedRow::Kind::Stream,
                .feed = feed.id,
                .key = feed.id + QLatin1Char('\n') + stream.route + QLatin1Char('\n') + stream.name};
    row.cells[0] = stream.name;
    row.cells[1] = stateText(stream.state);
    row.dot = toneOf(stream.state);
    row.tone = row.dot == Tone::Up ? Tone::Dim : row.dot;
    row.toolTip =
        stream.series.isEmpty() ? stream.name : words("%1: records %2").arg(stream.name, stream.series);
    row.last = stream.lastMessage;
    return row;
}

FeedRow rejectRow(const FeedStatus& feed, const QString& reason, qint64 count)
{
    FeedRow row{
        .kind = FeedRow::Kind::Reject, .feed = feed.id, .key = feed.id + QStringLiteral("\n\n") + reason};
    row.cells[0] = reason;
    row.cells[4] = countText(count);
    row.toolTip = reason;
    return row;
}

} // namespace

QString ageText(Span age)
{
    const double seconds = static_cast<double>(age.count()) / 1000;
    if (seconds < 10)
        return words("%1 s").arg(numberText(seconds, 1));
    if (seconds < 120)
        return words("%1 s").arg(numberText(seconds, 0));
    if (seconds < 7200)
        return words("%1 min").arg(numberText(std::floor(seconds / 60), 0));
    if (seconds < 172'800)
        return words("%1 h").arg(numberText(std::floor(seconds / 3600), 0));
    return words("%1 d").arg(numberText(std::floor(seconds / 86'400), 0));
}

std::vector<FeedRow> feedRows(const std::vector<FeedStatus>& feeds, const QSet<QString>& unfolded)
{
    std::vector<FeedRow> rows;
    for (const FeedStatus& feed : feeds) {
        const bool isUnfolded = unfolded.contains(feed.id);
        rows.push_back(providerRow(feed, isUnfolded));
        if (!isUnfolded)
            continue;
        for (const StreamStatus& stream : feed.streams)
            rows.push_back(streamRow(feed, stream));
        for (const auto& [reason, count] : feed.rejects)
            rows.push_back(rejectRow(feed, reason, count));
    }
    return rows;
}

} // namespace holdline
