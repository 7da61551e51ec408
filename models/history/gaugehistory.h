// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"
#include "models/history/serieswrite.h"

#include <map>

namespace holdline {

/// Open interest, funding and mark prices on their way to samples. A mark price is the last of its minute,
/// known at the minute's end; open interest stands from the minute it was told in until the next question; a
/// funding rate from its settlement until the next one, eight hours later.
class GaugeHistory final {
public:
    explicit GaugeHistory(const Feed& feed) : m_feed(feed) {}

    /// `every` is how often it is asked for; zero: it streams.
    void take(const GaugeRecord& record, Span every, UtcTime now);
    [[nodiscard]] std::vector<SeriesWrite> takeWrites();
    [[nodiscard]] std::size_t waitingWrites() const { return m_writes.size(); }

private:
    struct OpenMinute {
        UtcTime minute;
        Amount value;
    };
    void write(const GaugeRecord& record, const Sample& sample, UtcTime now);

    const Feed& m_feed;
    std::map<int, OpenMinute> m_marks; ///< by instrument
    std::vector<SeriesWrite> m_writes;
};

} // namespace holdline
