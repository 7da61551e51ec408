// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/backoff.h"
#include "tests/support/failonwarning.h"

#include <set>

using namespace holdline;
using namespace std::chrono_literals;

class TestBackoff final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void doublesUpToItsLongest()
    {
        Backoff backoff({500ms, 30s, 0, 60s});
        const std::vector<Span> expected{500ms, 1s, 2s, 4s, 8s, 16s, 30s, 30s, 30s};
        for (const Span wait : expected)
            QCOMPARE(backoff.next(), wait);
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(backoff.next(), Span(30s));
    }

    void aWaitIsLongerOrShorterByChanceWithinTheJitter()
    {
        std::set<Span> waits;
        bool isLonger = false;
        bool isShorter = false;
        for (quint32 seed = 0; seed < 500; ++seed) {
            Backoff backoff({1s, 30s, 0.2, 60s}, seed);
            const Span wait = backoff.next();
            QVERIFY(wait >= 800ms && wait <= 1200ms);
            isLonger = isLonger || wait > 1100ms;
            isShorter = isShorter || wait < 900ms;
            waits.insert(wait);
        }
        QVERIFY(isLonger && isShorter);
        QVERIFY(waits.size() > 100);
    }

    void beginsAnewAfterAConnectionThatLasted()
    {
        Backoff backoff({500ms, 30s, 0, 60s});
        for (int i = 0; i < 4; ++i)
            (void)backoff.next();
        backoff.lasted(59999ms);
        QCOMPARE(backoff.next(), Span(8s));
        backoff.lasted(60s);
        QCOMPARE(backoff.next(), Span(500ms));
        QCOMPARE(backoff.next(), Span(1s));
    }

    void anOddRuleGivesNoNegativeWait()
    {
        Backoff wild({1s, 4s, 7.0, 60s}, 99);
        for (int i = 0; i < 100; ++i) {
            const Span wait = wild.next();
            QVERIFY(wait >= 0ms && wait <= 8s);
        }
        Backoff longer({10s, 4s, 0, 60s});
        QCOMPARE(longer.next(), Span(4s));
    }
};

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
