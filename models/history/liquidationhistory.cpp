// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/liquidationhistory.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span coverageEvery = std::chrono::milliseconds{400};
/// Of a disk that refuses; some hundred bytes each.
constexpr std::size_t mostWaiting = 500'000;

SeriesKey keyOf(const Feed& feed, const QString& series)
{
    const FeedTraits& traits = feed.traits();
    const QString definition = traits.samplingRule.isEmpty()
                                   ? QStringLiteral("all forced orders")
                                   : QStringLiteral("lower bound: ") + traits.samplingRule;
    return {series, QStringLiteral("value"), traits.id, definition};
}

QString seriesOf(const QString& venueSeries, const std::string& asset)
{
    return asset == "btc" ? venueSeries : venueSeries + QLatin1Char('/') + QString::fromStdString(asset);
}

std::vector<QString> coveredBy(const Feed& feed, const QString& venueSeries)
{
    std::vector<QString> names;
    for (const FeedInstrument& instrument : feed.instruments()) {
        const QString name = seriesOf(venueSeries, instrument.asset.toLower().toStdString());
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    }
    return names;
}

std::optional<UtcTime> recordedUntil(const StoredPast& past, const Feed& feed,
                                     const std::vector<QString>& names)
{
    std::optional<UtcTime> last;
    for (const QString& name : names) {
        const auto until = past.recordedUntil ? past.recordedUntil(keyOf(feed, name)) : std::nullopt;
        last = std::max(last, until);
    }
    return last;
}

} // namespace

LiquidationHistory::LiquidationHistory(const Feed& feed, const StoredPast& past)
    : m_feed(feed),
      m_series(QStringLiteral("liquidations/") + feed.traits().id),
      m_covered(coveredBy(feed, m_series)),
      m_route(feed.traits().samplingRule, recordedUntil(past, feed, m_covered))
{
    for (const FeedInstrument& instrument : feed.instruments()) {
        const std::string name = instrument.asset.toLower().toStdString();
        if (m_assets.contains(name))
            continue;
        Asset& asset = assetNamed(name);
        if (past.lastLiquidations)
            static_cast<void>(asset.told.takeNew(past.lastLiquidations(asset.empty.key)));
    }
}

LiquidationHistory::Asset& LiquidationHistory::assetNamed(const std::string& name)
{
    const auto found = m_assets.find(name);
    if (found != m_assets.end())
        return found->second;
    return m_assets.emplace(name, Asset{writeTo(seriesOf(m_series, name), {}), {}}).first->second;
}

SeriesWrite LiquidationHistory::writeTo(const QString& series, UtcTime now) const
{
    return {now, keyOf(m_feed, series), SeriesKind::Liquidations, QStringLiteral("USD")};
}

bool LiquidationHistory::isFull() const
{
    return m_writes.size() >= mostWaiting;
}

void LiquidationHistory::routeMessage(UtcTime at)
{
    if (isFull())
        m_route.broke(at, QStringLiteral("nothing could be saved"));
    else
        m_route.message(at);
}

qint64 LiquidationHistory::take(const std::vector<LiquidationRecord>& records, UtcTime now)
{
    if (isFull())
        return static_cast<qint64>(records.size());
    if (records.size() == 1) {
        add(records.front().asset, {records.front().liquidation}, now);
        return 0;
    }
    std::map<std::string, std::vector<Liquidation>> byAsset;
    for (const LiquidationRecord& record : records)
        byAsset[record.asset].push_back(record.liquidation);
    for (auto& [asset, items] : byAsset)
        add(asset, std::move(items), now);
    return 0;
}

/// A message with something new is stored whole: the store counts equal orders by message.
void LiquidationHistory::add(const std::string& name, std::vector<Liquidation> items, UtcTime now)
{
    Asset& asset = assetNamed(name);
    auto fresh = asset.told.takeNew(items);
    if (fresh.empty())
        return;
    m_news.push_back({asset.empty.key.name, std::move(fresh)});
    m_writes.push_back(asset.empty);
    m_writes.back().at = now;
    m_writes.back().liquidations = std::move(items);
}

std::vector<SeriesWrite> LiquidationHistory::takeWrites(UtcTime now, bool all)
{
    const bool isDue = all || m_route.hasEnded() || now - m_coveredAt >= coverageEvery || now < m_coveredAt;
    auto entries = isDue ? m_route.take() : std::vector<Coverage>{};
    if (const auto outage = all ? m_route.outageAtEnd() : std::nullopt)
        entries.push_back(*outage);
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
