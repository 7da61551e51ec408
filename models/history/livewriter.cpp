// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/livewriter.h"

#include "models/history/defaultlevels.h"

#include <algorithm>
#include <map>

namespace holdline {

namespace {

void count(WriteCounts& counts, const std::vector<MergeOutcome>& outcomes)
{
    for (const MergeOutcome outcome : outcomes) {
        switch (outcome) {
        case MergeOutcome::Added:
            ++counts.added;
            break;
        case MergeOutcome::Unchanged:
            ++counts.unchanged;
            break;
        case MergeOutcome::Revised:
            ++counts.revised;
            break;
        }
    }
}

/// Records of many messages as if of one: equal tuples count as often as in the message that has most of
/// them, for in another message they are a repeat.
class JoinedLiquidations final {
public:
    void add(const std::vector<Liquidation>& message)
    {
        if (message.size() == 1) { // as nearly all are
            if (m_copies.try_emplace(message.front(), 1).second)
                m_items.push_back(message.front());
            return;
        }
        std::map<Liquidation, int> here;
        for (const Liquidation& item : message) {
            int& copies = m_copies[item];
            if (++here[item] > copies) {
                ++copies;
                m_items.push_back(item);
            }
        }
    }
    [[nodiscard]] const std::vector<Liquidation>& items() const { return m_items; }

private:
    std::map<Liquidation, int> m_copies;
    std::vector<Liquidation> m_items;
};

struct EarlierRange {
    bool operator()(const TimeRange& a, const TimeRange& b) const
    {
        return a.from != b.from ? a.from < b.from : a.to < b.to;
    }
};

} // namespace

Result<qint64> LiveWriter::seriesId(const SeriesWrite& write)
{
    const auto series = m_store.ensureSeries(write.key, write.kind, write.unit);
    if (series.hasError())
        return series.error();
    return series.value().id;
}

/// A day's value may be stored as it was while the day went on; the one that replaces it was not known at the
/// day's end, but when it came.
Result<std::vector<Sample>> LiveWriter::datedSamples(qint64 series, const SeriesWrite& write)
{
    if (!write.areRevisionsDated)
        return write.samples;
    const auto [first, last] =
        std::minmax_element(write.samples.begin(), write.samples.end(),
                            [](const Sample& a, const Sample& b) { return a.from < b.from; });
    const auto stored = m_store.samples(series, {first->from, last->from + Span{1}});
    if (stored.hasError())
        return stored.error();
    std::map<TimeRange, Amount, EarlierRange> held;
    for (const Sample& sample : stored.value())
        held[{sample.from, sample.to}] = sample.value;
    std::vector<Sample> samples = write.samples;
    for (Sample& sample : samples) {
        const auto before = held.find({sample.from, sample.to});
        if (before != held.end() && before->second != sample.value)
            sample.knownAt = std::max(sample.knownAt, write.at);
    }
    return samples;
}

Result<Done> LiveWriter::writeOne(const SeriesWrite& write, WriteCounts& counts)
{
    m_clock.set(write.at);
    const auto id = seriesId(write);
    if (id.hasError())
        return id.error();
    if (!write.candles.empty()) {
        const auto merged = m_store.mergeCandles(id.value(), write.interval, write.candles);
        if (merged.hasError())
            return merged.error();
        count(counts, merged.value());
    }
    if (!write.samples.empty()) {
        const auto samples = datedSamples(id.value(), write);
        if (samples.hasError())
            return samples.error();
        const auto merged = m_store.mergeSamples(id.value(), samples.value());
        if (merged.hasError())
            return merged.error();
        count(counts, merged.value());
    }
    if (!write.coverage.empty())
        return m_store.setCoverage(id.value(), write.coverage);
    return Done{};
}

Result<Done> LiveWriter::writeLiquidations(const std::vector<SeriesWrite>& writes, WriteCounts& counts)
{
    std::map<SeriesKey, std::pair<const SeriesWrite*, JoinedLiquidations>> bySeries;
    for (const SeriesWrite& write : writes) {
        if (write.liquidations.empty())
            continue;
        auto& [first, joined] = bySeries[write.key];
        first = first ? first : &write;
        joined.add(write.liquidations);
    }
    for (const auto& [key, entry] : bySeries) {
        const auto id = seriesId(*entry.first);
        if (id.hasError())
            return id.error();
        const auto merged = m_store.mergeLiquidations(id.value(), entry.second.items());
        if (merged.hasError())
            return merged.error();
        count(counts, merged.value());
    }
    return Done{};
}

Result<WriteCounts> LiveWriter::write(const std::vector<SeriesWrite>& writes)
{
    WriteCounts counts;
    if (const auto begun = m_store.begin(); begun.hasError())
        return begun.error();
    const auto fail = [this](const Error& error) {
        m_store.rollback();
        return error;
    };
    if (const auto done = writeLiquidations(writes, counts); done.hasError())
        return fail(done.error());
    for (const SeriesWrite& write : writes) {
        const bool hasMore = !write.candles.empty() || !write.samples.empty() || !write.coverage.empty();
        if (!hasMore)
            continue;
        if (const auto done = writeOne(write, counts); done.hasError())
            return fail(done.error());
    }
    const bool hasCostBases = std::any_of(writes.begin(), writes.end(), [](const SeriesWrite& write) {
        return write.key.column == QStringLiteral("cost_basis");
    });
    if (hasCostBases) {
        if (const auto added = addDefaultLevels(m_store); added.hasError())
            return fail(added.error());
    }
    if (const auto done = m_store.commit(); done.hasError())
        return fail(done.error());
    return counts;
}

} // namespace holdline
