// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/liquidationhistory.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span coverageEvery = std::chrono::milliseconds{400};

std::optional<UtcTime> recordedUntil(const StoredPast& past, const SeriesKey& key)
{
    return past.recordedUntil ? past.recordedUntil(key) : std::nullopt;
}

SeriesKey keyOf(const Feed& feed, const QString& series)
{
    const FeedTraits& traits = feed.traits();
    const QString definition = traits.samplingRule.isEmpty()
                                   ? QStringLiteral("all forced orders")
                                   : QStringLiteral("lower bound: ") + traits.samplingRule;
    return {series, QStringLiteral("value"), traits.id, definition};
}

} // namespace

LiquidationHistory::LiquidationHistory(const Feed& feed, QString series, const StoredPast& past)
    : m_feed(feed),
      m_series(std::move(series)),
      m_route(feed.traits().samplingRule, recordedUntil(past, keyOf(feed, m_series)))
{
    for (const FeedInstrument& instrument : feed.instruments()) {
        const QString name = seriesOf(instrument.asset.toLower().toStdString());
        if (std::find(m_covered.begin(), m_covered.end(), name) == m_covered.end())
            m_covered.push_back(name);
    }
}

QString LiquidationHistory::seriesOf(const std::string& asset) const
{
    return asset == "btc" ? m_series : m_series + QLatin1Char('/') + QString::fromStdString(asset);
}

SeriesWrite LiquidationHistory::writeTo(const QString& series, UtcTime now) const
{
    return {now, keyOf(m_feed, series), SeriesKind::Liquidations, QStringLiteral("USD")};
}

void LiquidationHistory::take(const std::vector<LiquidationRecord>& records, UtcTime now)
{
    if (records.size() == 1)
        return add(records.front().asset, {records.front().liquidation}, now);
    std::map<std::string, std::vector<Liquidation>> byAsset;
    for (const LiquidationRecord& record : records)
        byAsset[record.asset].push_back(record.liquidation);
    for (auto& [asset, items] : byAsset)
        add(asset, std::move(items), now);
}

void LiquidationHistory::add(const std::string& asset, std::vector<Liquidation> items, UtcTime now)
{
    auto empty = m_empty.find(asset);
    if (empty == m_empty.end())
        empty = m_empty.emplace(asset, writeTo(seriesOf(asset), now)).first;
    m_news.push_back({empty->second.key.name, items});
    m_writes.push_back(empty->second);
    m_writes.back().at = now;
    m_writes.back().liquidations = std::move(items);
}

std::vector<SeriesWrite> LiquidationHistory::takeWrites(UtcTime now, bool all)
{
    const bool isDue = all || m_route.hasEnded() || now - m_coveredAt >= coverageEvery || now < m_coveredAt;
    const auto entries = isDue ? m_route.take() : std::vector<Coverage>{};
    m_coveredAt = isDue ? now : m_coveredAt;
    for (const QString& series : m_covered) {
        if (entries.empty())
            break;
        SeriesWrite write = writeTo(series, now);
        write.coverage = entries;
        m_writes.push_back(std::move(write));
        for (const Coverage& entry : entries)
            m_coverageNews.push_back({series, entry});
    }
    return std::exchange(m_writes, {});
}

void LiquidationHistory::takeNews(LiveNews& news, UtcTime now)
{
    news.liquidations.insert(news.liquidations.end(), m_news.begin(), m_news.end());
    news.coverage.insert(news.coverage.end(), m_coverageNews.begin(), m_coverageNews.end());
    m_news.clear();
    m_coverageNews.clear();
    if (const auto outage = m_route.openOutage(now)) {
        for (const QString& series : m_covered)
            news.coverage.push_back({series, *outage});
    }
}

} // namespace holdline
