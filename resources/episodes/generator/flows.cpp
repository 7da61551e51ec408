// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/episodes/generator/flows.h"

#include <array>
#include <cstddef>

#include "resources/episodes/generator/calendar.h"
#include "resources/episodes/generator/chance.h"

namespace holdline {

namespace {

using std::chrono::sys_days;
using std::chrono::year;

constexpr std::int64_t million = 1'000'000;

SampleRow dayRow(int day, std::int64_t value)
{
    return {timeOf(day * 1440), timeOf(day * 1440 + 1440), timeOf(day * 1440 + 1440), {value}};
}

/// A session of the New York exchange; the clock there was five hours behind UTC throughout.
struct Session {
    int month;
    int day;
    int netTenths; ///< of a million dollars
    int closeHour; ///< UTC
};

// No rows on 25 December, 1 and 19 January nor at weekends. 16 and 20 January are published figures.
constexpr std::array sessions{
    Session{12, 15, -3500, 21}, Session{12, 16, -2800, 21}, Session{12, 17, 4500, 21},
    Session{12, 18, -1600, 21}, Session{12, 19, -1500, 21}, Session{12, 22, -1400, 21},
    Session{12, 23, -1900, 21}, Session{12, 24, -1700, 18}, Session{12, 26, -2700, 21},
    Session{12, 29, -200, 21},  Session{12, 30, 3500, 21},  Session{12, 31, -3400, 21},
    Session{1, 2, 4700, 21},    Session{1, 5, 6900, 21},    Session{1, 6, -2400, 21},
    Session{1, 7, -4800, 21},   Session{1, 8, -4000, 21},   Session{1, 9, -2500, 21},
    Session{1, 12, 1200, 21},   Session{1, 13, 7500, 21},   Session{1, 14, 8400, 21},
    Session{1, 15, 1000, 21},   Session{1, 16, -3947, 21},  Session{1, 20, -4797, 21},
    Session{1, 21, -7000, 21},  Session{1, 22, -300, 21},   Session{1, 23, -1000, 21},
    Session{1, 26, 100, 21},
};

struct Fund {
    int perMille;  ///< of the day's sum
    double absent; ///< how often nothing flows
};

constexpr std::array funds{Fund{0, 0},    Fund{260, 0.05}, Fund{55, 0.25}, Fund{95, 0.15},
                           Fund{12, 0.7}, Fund{10, 0.75},  Fund{6, 0.8},   Fund{22, 0.55},
                           Fund{5, 0.85}, Fund{70, 0.3},   Fund{60, 0.4},  Fund{1, 0.9}};

/// Splits tenths of a million over the funds; the largest fund takes what the others leave.
std::vector<std::optional<std::int64_t>> split(int netTenths, Chance& chance)
{
    std::vector<std::optional<std::int64_t>> parts;
    std::int64_t rest = netTenths;
    for (const Fund& fund : funds) {
        const bool isAbsent = chance.happens(fund.absent);
        const double share = fund.perMille / 1000.0 * (1 + 0.45 * chance.bell());
        const auto part = static_cast<std::int64_t>(isAbsent ? 0 : netTenths * share);
        parts.push_back(part);
        rest -= part;
    }
    parts.front() = *parts.front() + rest;
    parts.push_back(netTenths);
    return parts;
}

SampleRow monthRow(int yearNumber, unsigned month, std::int64_t value)
{
    const std::chrono::year_month_day first{year{yearNumber}, std::chrono::month{month}, std::chrono::day{1}};
    const auto next = first + std::chrono::months{1};
    const UtcTime to = sys_days{next};
    return {sys_days{first}, to, to + std::chrono::days{19} + std::chrono::hours{7}, {value}};
}

} // namespace

QByteArray whaleTable()
{
    // Millions from 15 December on; 15 and 20 January are published figures.
    constexpr std::array<int, episodeDays> days{268, 214, 296, 321, 187, 96,  84,  173, 159, 102, 61,
                                                148, 77,  92,  207, 166, 183, 71,  194, 118, 131, 262,
                                                239, 248, 226, 171, 88,  109, 203, 317, 338, 512, 241,
                                                93,  136, 289, 418, 327, 212, 186, 97,  203, 178};
    std::vector<SampleRow> rows;
    for (std::size_t day = 0; day < days.size(); ++day)
        rows.push_back(dayRow(static_cast<int>(day), days[day] * million));
    return sampleTable("deposits", rows, 0);
}

QByteArray etfTable(std::uint64_t seed)
{
    Chance chance(seed);
    std::vector<SampleRow> rows;
    for (const Session& session : sessions) {
        SampleRow row{timeOf(session.month, session.day, 14, 30),
                      timeOf(session.month, session.day, session.closeHour, 0),
                      timeOf(session.month, session.day, 29, 0), split(session.netTenths, chance)};
        for (auto& value : row.values)
            value = *value * (million / 10);
        rows.push_back(row);
    }
    return sampleTable(QByteArray(fundTickers) + ",total", rows, 0);
}

QByteArray putCallTable()
{
    // Hundredths from 15 December on; that puts are ahead on 20 January is published, the number is not.
    constexpr std::array<int, episodeDays> days{
        71, 72, 72, 74, 73, 73, 73, 72, 72, 71, 70, 66, 66, 66, 67,  67,  68,  61,  62,  62,  62, 63,
        64, 65, 66, 66, 66, 66, 65, 63, 62, 66, 71, 73, 76, 92, 107, 109, 106, 104, 103, 104, 102};
    std::vector<SampleRow> rows;
    for (std::size_t day = 0; day < days.size(); ++day)
        rows.push_back(dayRow(static_cast<int>(day), days[day]));
    return sampleTable("put_call", rows, 2);
}

QByteArray auctionTable()
{
    const UtcTime prior = sys_days{year{2025} / 12 / 11};
    const UtcTime last = sys_days{year{2026} / 1 / 20};
    // From 09:00 in Tokyo, which is midnight UTC, to the result at 12:35.
    const auto row = [](UtcTime day, int hundredths) {
        const UtcTime result = day + std::chrono::minutes{215};
        return SampleRow{day, result, result, {hundredths}};
    };
    return sampleTable("bid_to_cover", {row(prior, 410), row(last, 319)}, 2);
}

QByteArray insurerTable()
{
    // Published are December, the sum of the five months (-8.7 B) and that the records begin in 2004.
    return sampleTable("net_purchases",
                       {monthRow(2004, 1, 400 * million), monthRow(2025, 6, 300 * million),
                        monthRow(2025, 7, 600 * million), monthRow(2025, 8, -400 * million),
                        monthRow(2025, 9, -700 * million), monthRow(2025, 10, -1000 * million),
                        monthRow(2025, 11, -1400 * million), monthRow(2025, 12, -5200 * million)},
                       0);
}

QByteArray cohortTable()
{
    const int day = minuteOf(1, 20) / 1440;
    SampleRow row = dayRow(day, 0);
    row.values = {89800, 90000, 92500, 99300};
    return sampleTable("1d-1w,1w-1m,1m-3m,sth", {row}, 0);
}

} // namespace holdline
