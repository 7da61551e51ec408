// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/streamwatch.h"
#include "tests/support/failonwarning.h"

using namespace holdline;

namespace {

constexpr UtcTime begin{std::chrono::hours{480'000}};

UtcTime after(int seconds)
{
    return begin + std::chrono::seconds{seconds};
}

/// Two candles that speak within 60 s, and one stream that may be silent for ever.
StreamWatch watchOf()
{
    Route route{.name = QStringLiteral("market"), .path = QStringLiteral("/market")};
    route.streams = {{QStringLiteral("btc"), std::chrono::seconds{60}},
                     {QStringLiteral("ada"), std::chrono::seconds{60}},
                     {QStringLiteral("orders"), {}}};
    StreamWatch watch({route});
    watch.opened(0, begin);
    return watch;
}

} // namespace

class TestStreamWatch : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    /// F1: acknowledged and silent from the beginning.
    void aRouteThatNeverSpeaksIsLeftForAnother()
    {
        StreamWatch watch = watchOf();
        QVERIFY(watch.look(after(60)).empty());
        const auto acts = watch.look(after(61));
        QCOMPARE(acts.size(), std::size_t{1});
        QCOMPARE(acts.front().kind, RouteAct::Kind::Reconnect);
        QVERIFY(acts.front().byAlternative);
        QVERIFY(acts.front().why.contains(QStringLiteral("btc")));
        QVERIFY(watch.problem().contains(QStringLiteral("silent")));
        QVERIFY(watch.look(after(62)).empty());
        watch.closed(0, QStringLiteral("x"));
        watch.opened(0, after(63));
        QCOMPARE(watch.look(after(124)).size(),
                 std::size_t{1}); // no patience for a path that is silent as a whole
    }

    void aStreamThatFellSilentIsAskedForAgainOnTheSamePath()
    {
        StreamWatch watch = watchOf();
        watch.message(0, 0, after(50));
        watch.message(0, 1, after(5));
        watch.message(0, 0, after(64));
        const auto acts = watch.look(after(66));
        QCOMPARE(acts.size(), std::size_t{1});
        QVERIFY(!acts.front().byAlternative);
        QVERIFY(acts.front().why.contains(QStringLiteral("ada")));
    }

    /// A contract that is halted for two hours must not cut the route each minute.
    void oneSilentStreamCostsLessAndLess()
    {
        StreamWatch watch = watchOf();
        int reconnections = 0;
        for (int second = 1; second <= 7200; ++second) {
            watch.message(0, 0, after(second));
            if (watch.look(after(second)).empty())
                continue;
            ++reconnections;
            watch.closed(0, QStringLiteral("silent"));
            watch.opened(0, after(second));
        }
        QCOMPARE(reconnections, 6); // after 1, 2, 4, 8, 16 and 32 minutes, then after 64
        watch.message(0, 1, after(7201));
        watch.message(0, 0, after(7261));
        QCOMPARE(watch.look(after(7262)).size(), std::size_t{1}); // it spoke: begun anew
    }
};

QTEST_GUILESS_MAIN(TestStreamWatch)
#include "tst_streamwatch.moc"
