// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/cohortvalues.h"
#include "models/feeds/feedcatalog.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace holdline;

const std::array<QString, 12> providers{
    QStringLiteral("bitview"),     QStringLiteral("bitcoin-data"), QStringLiteral("glassnode"),
    QStringLiteral("cryptoquant"), QStringLiteral("deribit"),      QStringLiteral("coinglass"),
    QStringLiteral("sosovalue"),   QStringLiteral("coinmetrics"),  QStringLiteral("mof"),
    QStringLiteral("treasury"),    QStringLiteral("fred"),         QStringLiteral("alternative")};
constexpr Int128 mostMoney = Int128(1'000'000'000'000'000) * decimalUnits;
constexpr UtcTime asked{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};

[[noreturn]] void stop(const char* flaw)
{
    std::fprintf(stderr, "%s\n", flaw);
    std::abort();
}

/// Supplies and costs are of coins; puts over calls and a volatility index are above zero; flows, net
/// volumes, skews and yields may be below.
bool canBe(const SeriesKey& key, Amount value)
{
    if (key.column == QStringLiteral("supply_btc") || key.name == QStringLiteral("whales/cryptoquant"))
        return isSupply(value);
    if (key.name.startsWith(QStringLiteral("cohort/")))
        return isCost(value);
    const bool mayBeBelowZero =
        key.name.startsWith(QStringLiteral("etf/")) || key.name.startsWith(QStringLiteral("taker/")) ||
        key.name.startsWith(QStringLiteral("macro/")) || key.name.startsWith(QStringLiteral("options/skew"));
    return value.units < mostMoney && value.units > (mayBeBelowZero ? -mostMoney : -1);
}

void check(const Reading& reading, const FeedRecords& records)
{
    const bool needsReason =
        reading.kind == Reading::Kind::Rejected || reading.kind == Reading::Kind::Refused;
    if (needsReason && reading.reason.isEmpty())
        stop("an answer is refused without a reason");
    for (const DailyRecord& record : records.dailies) {
        for (std::size_t i = 0; i < record.values.size(); ++i) {
            const DayValue& value = record.values[i];
            if (i > 0 && value.day <= record.values[i - 1].day)
                stop("days are not in order");
            if (!canBe(record.key, value.value))
                stop("a value that cannot be");
        }
    }
}

} // namespace

/// Lines are answers to one provider's questions, one after the other: the first byte of all says which
/// provider, the first of a line which question; within an answer lines end with a record separator.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const FeedEntry* entry = findFeed(providers[data[0] % providers.size()]);
    if (!entry)
        stop("a provider is missing");
    const auto feed = entry->make(followedAssets());
    const auto questions = static_cast<int>(feed->dailyPlan().questions.size());
    FeedRecords records;
    const QByteArrayView all(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size) - 1);
    for (const QByteArray& line : all.toByteArray().split('\n')) {
        if (line.isEmpty())
            continue;
        RestRequest request = feed->dailyRequest(static_cast<uchar>(line.front()) % questions, asked);
        if (!records.nextPage.isEmpty())
            request.path = std::exchange(records.nextPage, {});
        const QByteArray body = line.sliced(1).replace('\x1e', '\n');
        const Reading reading = feed->readAnswer(request, body, records);
        check(reading, records);
        if (reading.kind == Reading::Kind::Refused)
            feed->wasRefused(request, QStringLiteral("not found"));
    }
    return 0;
}
