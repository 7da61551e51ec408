// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/serieswrite.h"
#include "models/store/store.h"

namespace holdline {

/// A clock that stands where it was put.
class SetClock final : public Clock {
public:
    void set(UtcTime time) { m_now = time; }
    [[nodiscard]] UtcTime now() const override { return m_now; }

private:
    UtcTime m_now{};
};

/// What writing did.
struct WriteCounts {
    qint64 added = 0;
    qint64 unchanged = 0;
    qint64 revised = 0;
};

/// Takes live values into the store, many in one transaction, each as known at its own time.
class LiveWriter final {
public:
    /// The store was opened with that clock.
    LiveWriter(Store& store, SetClock& clock) : m_store(store), m_clock(clock) {}

    /// All or nothing. With the first cost bases come the levels that follow them. Error: Storage; trying
    /// again may help.
    [[nodiscard]] Result<WriteCounts> write(const std::vector<SeriesWrite>& writes);

private:
    [[nodiscard]] Result<Done> writeOne(const SeriesWrite& write, WriteCounts& counts);
    [[nodiscard]] Result<Done> writeLiquidations(const std::vector<SeriesWrite>& writes, WriteCounts& counts);
    [[nodiscard]] Result<qint64> seriesId(const SeriesWrite& write);
    [[nodiscard]] Result<std::vector<Sample>> datedSamples(qint64 series, const SeriesWrite& write);

    Store& m_store;
    SetClock& m_clock;
};

} // namespace holdline
