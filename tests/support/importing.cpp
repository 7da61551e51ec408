// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/importing.h"

namespace holdline::testing {

namespace {

constexpr TimeRange always{earliestTime, latestTime};

} // namespace

UtcTime moment(const char* iso)
{
    return parseIso(iso).value();
}

Amount amountOf(const char* text)
{
    return *Amount::parse(text);
}

Importing::Importing() : clock(moment("2026-09-01T00:00:00Z"))
{
    m_store = Store::openInMemory(clock).value();
    options.now = clock.now();
}

Result<ImportReport> Importing::import(const QByteArray& text, const QString& name)
{
    MemorySource source(text, 100'000);
    return importBytes(*m_store, source, name, options, progress);
}

std::optional<StoredSeries> Importing::find(const QString& series, const QString& column)
{
    const auto found = m_store->find(series);
    for (const auto& stored : found.value()) {
        if (stored.key.column == column)
            return stored;
    }
    return std::nullopt;
}

std::vector<Sample> Importing::samples(const QString& series, const QString& column)
{
    const auto found = find(series, column);
    return found ? m_store->samples(found->id, always).value() : std::vector<Sample>{};
}

std::vector<Candle> Importing::candles(const QString& series, Interval interval)
{
    const auto found = find(series);
    return found ? m_store->candles(found->id, interval, always).value() : std::vector<Candle>{};
}

std::vector<Liquidation> Importing::liquidations(const QString& series)
{
    const auto found = find(series);
    return found ? m_store->liquidations(found->id, always).value() : std::vector<Liquidation>{};
}

} // namespace holdline::testing
