// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/episodes/generator/marks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

#include "resources/episodes/generator/calendar.h"

namespace holdline {

using namespace Qt::StringLiterals;

namespace {

struct Mark {
    const char* id;
    UtcTime time;
    UtcTime knownAt;
    const char* title;
    const char* category;
    const char* importance;
    const char* note;
    const char* actual = "";
    const char* prior = "";
    const char* unit = "";
};

constexpr UtcTime auction = timeOf(1, 20, 3, 35); // 12:35 in Tokyo
constexpr UtcTime reportDay = timeOf(1, 21, 0, 0);

constexpr const char auctionNote[] =
    "Japan Ministry of Finance, reported by CryptoSlate, 2026-01-21; known from "
    "12:35 Tokyo";
constexpr const char closedNote[] = "The funds have no flow on this day.";

const std::array marks{
    Mark{"nyse-2025-12-25", timeOf(12, 25, 14, 30), episodeBegin, "New York exchange closed", "holiday",
         "low", closedNote},
    Mark{"nyse-2026-01-01", timeOf(1, 1, 14, 30), episodeBegin, "New York exchange closed", "holiday", "low",
         closedNote},
    Mark{"tariffs-europe", timeOf(1, 17, 0, 0), timeOf(1, 17, 0, 0),
         "Tariffs of 10 to 25 % on European goods", "tariff", "high",
         "Reported by CryptoSlate, 2026-01-21. Announced on 17 January; the hour is not in the report and "
         "stands at "
         "midnight UTC."},
    Mark{"nyse-2026-01-19", timeOf(1, 19, 14, 30), episodeBegin, "New York exchange closed", "holiday", "low",
         closedNote},
    Mark{"jgb20-2026-01-20", auction, episodeBegin, "Auction of 20-year Japanese government bonds", "auction",
         "high", auctionNote, "", "4.1", "bid-to-cover"},
    Mark{"jgb20-2026-01-20", auction, auction, "Auction of 20-year Japanese government bonds", "auction",
         "high", auctionNote, "3.19", "4.1", "bid-to-cover"},
    Mark{"insurers-2025-12", timeOf(1, 20, 7, 0), timeOf(1, 20, 7, 0),
         "Japanese insurers sold 5.2 B USD of bonds of ten years and more in December", "flows", "medium",
         "The Kobeissi Letter, reported by CryptoSlate, 2026-01-21: the fifth month running and the most "
         "since "
         "2004, when the records begin. The hour is a reconstruction.",
         "-5200000000", "", "USD"},
    Mark{"puts-ahead", reportDay, reportDay, "Puts ahead of calls", "note", "medium",
         "Matrixport, reported by CryptoSlate, 2026-01-21"},
    Mark{"momentum-slip", reportDay, reportDay, "Momentum slips, still above neutral", "note", "medium",
         "Glassnode, reported by CryptoSlate, 2026-01-21. A published reading, not computed from this "
         "episode."},
    Mark{"falling-together", reportDay, reportDay, "Bonds, stocks, dollar and bitcoin fall together", "note",
         "medium", "Presto Research, reported by CryptoSlate, 2026-01-21"},
    Mark{"cryptoslate-2026-01-21", timeOf(1, 21, 6, 0), timeOf(1, 21, 6, 0),
         "CryptoSlate reports the loss of 90,000 dollars", "note", "medium",
         "CryptoSlate, 2026-01-21. The hour of the report is a reconstruction."},
    Mark{"boj-2026-01-23", timeOf(1, 23, 0, 0), episodeBegin, "Bank of Japan, end of the policy meeting",
         "decision", "medium",
         "Bank of Japan, calendar of meetings. The hour of the decision is not announced beforehand."},
    Mark{"japan-election-2026", timeOf(1, 39, 0, 0), timeOf(1, 19, 9, 0), "Snap election in Japan",
         "election", "high",
         "Reported by CryptoSlate, 2026-01-21. Announced in Tokyo in the evening of 19 January."},
};

QJsonObject toJson(const Mark& mark)
{
    QJsonObject object{{u"id"_s, QString::fromUtf8(mark.id)},
                       {u"time"_s, QString::fromLatin1(minuteText(mark.time))},
                       {u"knownAt"_s, QString::fromLatin1(minuteText(mark.knownAt))},
                       {u"title"_s, QString::fromUtf8(mark.title)},
                       {u"category"_s, QString::fromUtf8(mark.category)},
                       {u"importance"_s, QString::fromUtf8(mark.importance)},
                       {u"note"_s, QString::fromUtf8(mark.note)}};
    for (const auto& [key, value] : {std::pair{u"actual"_s, mark.actual}, std::pair{u"prior"_s, mark.prior},
                                     std::pair{u"unit"_s, mark.unit}}) {
        if (*value)
            object.insert(key, QString::fromUtf8(value));
    }
    return object;
}

QJsonObject level(const QString& id, const QString& name, int low, int high, const QString& role,
                  const QString& definition)
{
    // Coins of one day to one week on the day of publication last moved on 14 January or later.
    return {{u"id"_s, id},
            {u"instrument"_s, u"binance:BTCUSDT"_s},
            {u"name"_s, name},
            {u"low"_s, low},
            {u"high"_s, high},
            {u"role"_s, role},
            {u"validFrom"_s, QString::fromLatin1(minuteText(timeOf(1, 14, 0, 0)))},
            {u"validTo"_s, QJsonValue()},
            {u"origin"_s, u"fixed"_s},
            {u"source"_s, u"CryptoQuant, Axel Adler Jr."_s},
            {u"definition"_s, definition},
            {u"note"_s, u"reported by CryptoSlate, 2026-01-21; CryptoQuant, Axel Adler Jr."_s}};
}

} // namespace

QByteArray eventsDocument()
{
    QJsonArray events;
    for (const Mark& mark : marks)
        events.append(toJson(mark));
    return QJsonDocument(QJsonObject{{u"events"_s, events}}).toJson();
}

QByteArray levelsDocument()
{
    const QJsonArray levels{
        level(u"defense-band"_s, u"Defense band"_s, 89800, 90000, u"support"_s,
              u"cost basis of coins last moved 1 day to 1 week and 1 week to 1 month ago"_s),
        level(u"resistance-1m-3m"_s, u"Resistance 1m-3m"_s, 92500, 92500, u"resistance"_s,
              u"cost basis of coins last moved 1 to 3 months ago"_s),
        level(u"resistance-sth"_s, u"Resistance STH"_s, 99300, 99300, u"resistance"_s,
              u"realized price of all short-term holders"_s),
    };
    return QJsonDocument(QJsonObject{{u"levels"_s, levels}}).toJson();
}

} // namespace holdline
