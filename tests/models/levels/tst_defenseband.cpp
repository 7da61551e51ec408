// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/levelstates.h"
#include "models/market/interval.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <array>

using namespace holdline;

namespace {

/// One hour of 20 to 22 January 2026, bitcoin against USDT at Binance, with what the rule of levels says of
/// the band from 89,800 to 90,000, worked out by hand: its side, its place in the run on that side, state,
/// regime.
struct Hour {
    const char* closedAt; ///< day of January and time, UTC
    const char* close;
    const char* side;
    int run;
    const char* state;
    const char* regime;
};

// The fourth close below in a row gives the band up (20 January 21:00). The three closes above in the evening
// of the 21st do not take it back: the fourth, 89,763.51, is below.
constexpr std::array hours{Hour{"20 13:00", "91280.31", "above", 1, "holding", "held"},
                           Hour{"20 14:00", "90958.88", "above", 2, "holding", "held"},
                           Hour{"20 15:00", "90531.15", "above", 3, "holding", "held"},
                           Hour{"20 16:00", "90684.95", "above", 4, "holding", "held"},
                           Hour{"20 17:00", "90165.51", "above", 5, "holding", "held"},
                           Hour{"20 18:00", "89775.46", "below", 1, "breached", "held"},
                           Hour{"20 19:00", "89501", "below", 2, "breached", "held"},
                           Hour{"20 20:00", "89725.76", "below", 3, "breached", "held"},
                           Hour{"20 21:00", "89733.99", "below", 4, "lost", "given up"},
                           Hour{"20 22:00", "89476.01", "below", 5, "lost", "given up"},
                           Hour{"20 23:00", "88509.18", "below", 6, "lost", "given up"},
                           Hour{"21 00:00", "88427.66", "below", 7, "lost", "given up"},
                           Hour{"21 01:00", "88936.01", "below", 8, "lost", "given up"},
                           Hour{"21 02:00", "89020.91", "below", 9, "lost", "given up"},
                           Hour{"21 03:00", "89048.57", "below", 10, "lost", "given up"},
                           Hour{"21 04:00", "89432.33", "below", 11, "lost", "given up"},
                           Hour{"21 05:00", "89448.89", "below", 12, "lost", "given up"},
                           Hour{"21 06:00", "89950.04", "inside", 1, "testing", "given up"},
                           Hour{"21 07:00", "89649.62", "below", 1, "lost", "given up"},
                           Hour{"21 08:00", "89213.95", "below", 2, "lost", "given up"},
                           Hour{"21 09:00", "89197.35", "below", 3, "lost", "given up"},
                           Hour{"21 10:00", "89112.3", "below", 4, "lost", "given up"},
                           Hour{"21 11:00", "89248.99", "below", 5, "lost", "given up"},
                           Hour{"21 12:00", "88789.99", "below", 6, "lost", "given up"},
                           Hour{"21 13:00", "88736.31", "below", 7, "lost", "given up"},
                           Hour{"21 14:00", "88672.64", "below", 8, "lost", "given up"},
                           Hour{"21 15:00", "89805.43", "inside", 1, "testing", "given up"},
                           Hour{"21 16:00", "90288.04", "above", 1, "reclaimed", "given up"},
                           Hour{"21 17:00", "87602.4", "below", 1, "lost", "given up"},
                           Hour{"21 18:00", "87932.38", "below", 2, "lost", "given up"},
                           Hour{"21 19:00", "88485.43", "below", 3, "lost", "given up"},
                           Hour{"21 20:00", "90355.56", "above", 1, "reclaimed", "given up"},
                           Hour{"21 21:00", "90214.01", "above", 2, "reclaimed", "given up"},
                           Hour{"21 22:00", "90249.18", "above", 3, "reclaimed", "given up"},
                           Hour{"21 23:00", "89763.51", "below", 1, "lost", "given up"},
                           Hour{"22 00:00", "89454.73", "below", 2, "lost", "given up"},
                           Hour{"22 01:00", "89908.49", "inside", 1, "testing", "given up"},
                           Hour{"22 02:00", "90113.19", "above", 1, "reclaimed", "given up"},
                           Hour{"22 03:00", "89938.3", "inside", 1, "testing", "given up"},
                           Hour{"22 04:00", "89899.51", "inside", 2, "testing", "given up"}};

UtcTime timeOf(const char* text)
{
    const QByteArray day = QByteArray(text).left(2);
    return parseIso("2026-01-" + day + 'T' + QByteArray(text).mid(3) + 'Z').value();
}

} // namespace

class TestDefenseBand final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void theTableFollowsTheRule()
    {
        const char* side = "";
        int run = 0;
        for (const Hour& hour : hours) {
            const double close = QByteArray(hour.close).toDouble();
            const char* const now = close < 89'800 ? "below" : close < 90'000 ? "inside" : "above";
            run = qstrcmp(now, side) == 0 ? run + 1 : 1;
            side = now;
            QCOMPARE(hour.side, now);
            QCOMPARE(hour.run, run);
        }
    }

    void theBandTellsTheStoryOfTheFall()
    {
        Level band;
        band.role = LevelRole::Support;
        band.low = Price::whole(89'800);
        band.high = Price::whole(90'000);
        std::vector<JudgedClose> closes;
        for (const Hour& hour : hours)
            closes.push_back({timeOf(hour.closedAt), Price::parse(hour.close)});
        std::vector<LevelState> expected;
        for (const Hour& hour : hours) {
            const UtcTime at = timeOf(hour.closedAt);
            const QString state = QString::fromLatin1(hour.state);
            if (!expected.empty() && expected.back().state == state)
                continue;
            expected.push_back({at, state, QString::fromLatin1(hour.regime),
                                at - (hour.run - 1) * oneHour.length, Price::parse(hour.close)});
        }
        const auto states = judgeLevel(band, closes, 4);
        QCOMPARE(states.size(), expected.size());
        for (std::size_t i = 0; i < states.size(); ++i)
            QVERIFY2(states[i] == expected[i], qPrintable(toIso(expected[i].at) + u' ' + states[i].state));
        QCOMPARE(states[1].at, timeOf("20 18:00"));
        QCOMPARE(states[1].state, QStringLiteral("breached"));
        QCOMPARE(states[2].at, timeOf("20 21:00"));
        QCOMPARE(states[2].state, QStringLiteral("lost"));
        QCOMPARE(states[2].since, std::optional(timeOf("20 18:00")));
    }
};

QTEST_GUILESS_MAIN(TestDefenseBand)
#include "tst_defenseband.moc"
