// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/episodereader.h"

#include "models/history/episodes.h"

namespace holdline::testing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimeRange everything{earliestTime, latestTime};
const QStringList funds{u"IBIT"_s, u"FBTC"_s, u"BITB"_s, u"ARKB"_s, u"BTCO"_s, u"EZBC"_s,
                        u"BRRR"_s, u"HODL"_s, u"BTCW"_s, u"GBTC"_s, u"BTC"_s,  u"DEFI"_s};

template <typename Value>
Value valueOr(Result<Value> result)
{
    return result.hasValue() ? std::move(result).value() : Value{};
}

} // namespace

UtcTime utc(const char* iso)
{
    const auto time = parseIso(iso);
    return time.hasValue() ? time.value() : UtcTime{};
}

EpisodeReader::EpisodeReader(const QString& name) : m_store(valueOr(openEpisode(name, m_clock)))
{
    if (m_store)
        m_minutes = candles(u"price/binance:BTCUSDT"_s, oneMinute);
}

qint64 EpisodeReader::idOf(const QString& series, const QString& column) const
{
    for (const StoredSeries& stored : valueOr(m_store->find(series))) {
        if (stored.key.column == column)
            return stored.id;
    }
    return 0;
}

std::vector<Sample> EpisodeReader::samples(const QString& series, const QString& column,
                                           std::optional<UtcTime> asOf) const
{
    return valueOr(m_store->samples(idOf(series, column), everything, asOf));
}

std::vector<Event> EpisodeReader::events(UtcTime asOf) const
{
    return valueOr(m_store->events(idOf(u"events/january-2026"_s), everything, asOf));
}

std::vector<Candle> EpisodeReader::candles(const QString& series, Interval interval) const
{
    return valueOr(m_store->candles(idOf(series), interval, everything));
}

const Candle& EpisodeReader::minute(UtcTime open) const
{
    return m_minutes.at(static_cast<std::size_t>((open - m_minutes.front().openTime) / 1min));
}

double EpisodeReader::closeAt(UtcTime time) const
{
    return minute(time - 1min).close.toDouble();
}

double EpisodeReader::sampleOf(const QString& series, UtcTime from) const
{
    for (const Sample& sample : samples(series)) {
        if (sample.from == from)
            return sample.value.toDouble();
    }
    return qQNaN();
}

double EpisodeReader::takerOf(UtcTime day) const
{
    double net = 0;
    for (UtcTime time = day; time < day + 24h; time += 1min)
        net += 2 * minute(time).takerBuyQuote->toDouble() - minute(time).quoteVolume->toDouble();
    return net;
}

double EpisodeReader::fundSum(UtcTime session) const
{
    double sum = 0;
    for (const QString& fund : funds)
        sum += sampleOf(u"etf/btc/"_s + fund, session);
    return sum;
}

} // namespace holdline::testing
