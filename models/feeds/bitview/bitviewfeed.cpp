// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bitview/bitviewfeed.h"

#include "models/feeds/bitview/bitviewanswers.h"
#include "models/feeds/bitview/bitviewbands.h"
#include "models/feeds/cohortvalues.h"
#include "models/feeds/dailyfeed.h"
#include "models/feeds/daycolumns.h"

#include <algorithm>

namespace holdline {

namespace {

using namespace std::chrono_literals;

// The server has no rate limit; its documentation asks for politeness.
constexpr Span questionSpacing = 20ms;
constexpr Span roundEvery = 6h;
constexpr Span roundAfter = 10min; ///< a day's last block is there and reckoned with
constexpr Span tail = 7 * 24h;
constexpr Span kept = 40 * 24h; ///< of parts that were joined; longer than the tail
/// Days before had no price. Not near the server's own first day, where all ways of counting agree.
constexpr UtcTime firstPrices{std::chrono::sys_days{std::chrono::year{2010} / 7 / 1}};

class BitviewFeed final : public DailyFeed {
public:
    BitviewFeed();

    const FeedTraits& traits() const override { return bitviewTraits(); }
    DailyPlan dailyPlan() const override { return m_plan; }
    RestRequest dailyRequest(int question, UtcTime from) const override;
    void wasRefused(const RestRequest& request, const QString& words) override;
    Reading readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records) override;

private:
    struct Name {
        QString asked; ///< as the server calls it
        bool isSought = false;
        bool wasSought = false;
    };
    Reading readNames(std::size_t part, QByteArrayView bytes, FeedRecords& records);
    void join(const BitviewBand& band, FeedRecords& records);

    const BitviewPlan& m_bands = bitviewPlan();
    DailyPlan m_plan;
    std::vector<Name> m_names; ///< by part
    DayColumns m_columns;
    std::vector<DayValue> m_values; ///< of one answer
    JsonReader m_json;
};

BitviewFeed::BitviewFeed() : m_columns(bitviewPlan().parts.size())
{
    m_plan.every = roundEvery;
    m_plan.after = roundAfter;
    m_plan.again = 2s;
    m_plan.tail = tail;
    m_plan.first = firstPrices;
    for (std::size_t part = 0; part < m_bands.parts.size(); ++part) {
        const QString& name = m_bands.parts[part].name;
        m_plan.questions.push_back({name, m_bands.bands[m_bands.bandOf[part]].costBasis});
        m_names.push_back({name});
    }
}

RestRequest BitviewFeed::dailyRequest(int question, UtcTime from) const
{
    const auto part = static_cast<std::size_t>(question);
    const Name& name = m_names[part];
    RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
    request.range = {from, latestTime};
    request.path = name.isSought ? bitviewSearchPath(m_bands.parts[part].name)
                                 : bitviewPath({name.asked, m_bands.parts[part].isMoney, from});
    return request;
}

/// Names change while the server is young: one that it does not know is looked for, once in a run.
void BitviewFeed::wasRefused(const RestRequest& request, const QString& words)
{
    Name& name = m_names[static_cast<std::size_t>(request.question)];
    name.isSought = !name.wasSought && words.contains(QStringLiteral("series_not_found"));
    name.wasSought = name.wasSought || name.isSought;
}

Reading BitviewFeed::readNames(std::size_t part, QByteArrayView bytes, FeedRecords& records)
{
    Name& name = m_names[part];
    name.isSought = false;
    QStringList names;
    const Reading reading = readBitviewNames(m_json, bytes, records, names);
    if (reading.kind != Reading::Kind::Data)
        return reading;
    const QString found = bitviewNameLike(m_bands.parts[part].name, names);
    if (found.isEmpty()) {
        records.clear();
        return {Reading::Kind::Rejected, -1,
                QStringLiteral("the server has no series %1, and its search names none that means the same")
                    .arg(m_bands.parts[part].name)};
    }
    name.asked = found;
    return {};
}

void BitviewFeed::join(const BitviewBand& band, FeedRecords& records)
{
    std::vector<std::size_t> columns = band.money;
    columns.insert(columns.end(), band.supplies.begin(), band.supplies.end());
    if (!m_columns.areNew(columns))
        return;
    DailyRecord costs{band.costBasis, QStringLiteral("USD"), {}};
    DailyRecord supplies{band.supply, QStringLiteral("BTC"), {}};
    const auto moneyCount = static_cast<std::ptrdiff_t>(band.money.size());
    m_columns.eachDay(columns, [&](UtcTime day, std::span<const Amount> values) {
        Amount money;
        Amount supply;
        std::for_each(values.begin(), values.begin() + moneyCount, [&](Amount value) { money += value; });
        std::for_each(values.begin() + moneyCount, values.end(), [&](Amount value) { supply += value; });
        if (isSupply(supply))
            supplies.values.push_back({day, supply});
        const auto cost = !band.isPrice   ? costOf(money, supply)
                          : isCost(money) ? std::optional(money)
                                          : std::nullopt;
        if (cost)
            costs.values.push_back({day, *cost});
    });
    m_columns.wereJoined(columns, kept);
    for (DailyRecord* record : {&costs, &supplies}) {
        if (!record->values.empty())
            records.dailies.push_back(std::move(*record));
    }
}

Reading BitviewFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    const auto part = static_cast<std::size_t>(request.question);
    if (request.question < 0 || part >= m_names.size()) {
        records.clear();
        return {Reading::Kind::Rejected, -1, QStringLiteral("an answer to a question that is not known")};
    }
    if (request.path.startsWith(QStringLiteral("/api/series/search")))
        return readNames(part, bytes, records);
    const BitviewQuestion question{m_names[part].asked, m_bands.parts[part].isMoney, request.range.from};
    const Reading reading = readBitviewSeries(m_json, question, bytes, records, m_values);
    if (reading.kind != Reading::Kind::Data)
        return reading;
    m_columns.take(part, m_values);
    join(m_bands.bands[m_bands.bandOf[part]], records);
    return reading;
}

} // namespace

const FeedTraits& bitviewTraits()
{
    static const FeedTraits traits{
        .id = QStringLiteral("bitview"),
        .title = QStringLiteral("bitview"),
        .gives = QStringLiteral("cost bases and supplies of holders by age"),
        .rest = QStringLiteral("https://bitview.space"),
        .stream = {},
        .rate = {0, {}, {}, questionSpacing},
        .samplingRule = {},
    };
    return traits;
}

std::unique_ptr<Feed> makeBitviewFeed(const std::vector<QByteArray>&)
{
    return std::make_unique<BitviewFeed>();
}

} // namespace holdline
