// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/episodes/generator/citations.h"

#include <QJsonObject>

#include <array>

namespace holdline {

using namespace Qt::StringLiterals;

namespace {

struct Row {
    const char* id;
    const char* value;
    const char* text;
    const char* original; ///< empty where the report names none
};

// Each was reported by CryptoSlate on 2026-01-21; the original is named where the report names one.
constexpr std::array rows{
    Row{"opening-2026", "87648.21", "The price at which bitcoin began the year 2026.", ""},
    Row{"above-95000", "95000", "On 16 January bitcoin traded above 95,000 dollars.", ""},
    Row{"loss-of-90000", "90000", "Bitcoin lost 90,000 dollars in the early Asian hours of 21 January.", ""},
    Row{"session-low", "87282", "The low of the session in the 24 hours before the report.", ""},
    Row{"longs-48h", "1.5e9", "Long positions lost more than 1.5 billion dollars in 48 hours.", "CoinGlass"},
    Row{"taker-2026-01-20", "-319e6", "Net buyer volume of 20 January was -319 million dollars.",
        "CryptoQuant"},
    Row{"taker-2026-01-16", "-300e6", "Net buyer volume of 16 January was under -300 million dollars.",
        "CryptoQuant"},
    Row{"whales-2026-01-20", "400e6", "Large holders deposited over 400 million dollars on 20 January.",
        "CryptoQuant Whale Screener"},
    Row{"whales-2026-01-15", "500e6", "Large holders deposited over 500 million dollars on 15 January.",
        "CryptoQuant Whale Screener"},
    Row{"etf-two-sessions", "-874.4e6",
        "Nearly 900 million dollars left the 12 US spot funds over two sessions, 16 and 20 January.",
        "SoSoValue"},
    Row{"jgb20-bid-to-cover", "3.19",
        "The auction of 20-year Japanese government bonds of 20 January had a bid-to-cover ratio of 3.19, "
        "after 4.1.",
        "Japan Ministry of Finance"},
    Row{"insurers-december", "-5.2e9",
        "Japanese insurers sold 5.2 billion dollars of bonds of ten years and more in December: the fifth "
        "month "
        "running, and the most since 2004.",
        "The Kobeissi Letter"},
    Row{"tariffs-europe", "10 to 25 %", "Tariffs of 10 to 25 per cent on European goods were announced.", ""},
    Row{"snap-election", "2026-02-08", "Japan holds a snap election on 8 February.", ""},
    Row{"puts-ahead", "puts ahead of calls", "Demand for puts is ahead of demand for calls.", "Matrixport"},
    Row{"momentum-slip", "above neutral", "Momentum slips and is still above neutral.", "Glassnode"},
    Row{"falling-together", "bonds, stocks, dollar and bitcoin",
        "Bonds, stocks, the dollar and bitcoin fall together.", "Presto Research"},
    Row{"defense-band", "89800 to 90000",
        "The newest holders, of one day to one month, paid 89,800 to 90,000 dollars on average.",
        "CryptoQuant, Axel Adler Jr."},
    Row{"resistance-1m-3m", "92500", "Holders of one to three months paid 92,500 dollars on average.",
        "CryptoQuant, Axel Adler Jr."},
    Row{"resistance-sth", "99300", "All short-term holders together paid 99,300 dollars on average.",
        "CryptoQuant, Axel Adler Jr."},
    Row{"altcoins", "ETH, XRP, ADA, SOL", "Ethereum, XRP, Cardano and Solana fell with bitcoin.", ""},
};

} // namespace

QJsonArray citations()
{
    QJsonArray all;
    for (const Row& row : rows) {
        const QString original = QString::fromUtf8(row.original);
        const QString report = u"reported by CryptoSlate, 2026-01-21"_s;
        all.append(QJsonObject{{u"id"_s, QString::fromUtf8(row.id)},
                               {u"value"_s, QString::fromUtf8(row.value)},
                               {u"text"_s, QString::fromUtf8(row.text)},
                               {u"source"_s, original.isEmpty() ? report : original + u", "_s + report}});
    }
    return all;
}

} // namespace holdline
