// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replayclock.h"
#include "tests/support/failonwarning.h"

#include <QSignalSpy>
#include <QtTest>

using namespace holdline;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime start{};
constexpr TimeRange tenHours{start, start + 10h};

std::vector<UtcTime> wantedOf(const QSignalSpy& spy)
{
    std::vector<UtcTime> times;
    for (const auto& call : spy)
        times.push_back(call.front().value<UtcTime>());
    return times;
}

} // namespace

class TestReplayClock final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void asksForItsBeginningAndForEachStep()
    {
        ReplayClock clock;
        QSignalSpy wanted(&clock, &ReplayClock::timeWanted);
        clock.begin(tenHours, start + 5h);
        clock.move(1);
        clock.move(-2);
        clock.goTo(start + 90min);
        QCOMPARE(wantedOf(wanted), (std::vector{start + 5h, start + 6h, start + 4h, start + 90min}));
    }

    void staysWithinWhatIsKnown()
    {
        ReplayClock clock;
        QSignalSpy wanted(&clock, &ReplayClock::timeWanted);
        clock.begin(tenHours, start - 5h);
        clock.move(40);
        QCOMPARE(wantedOf(wanted), (std::vector{start, start + 10h}));
        clock.play(); // nothing lies ahead
        QVERIFY(!clock.isPlaying());
    }

    void doesNotGoOnBeforeAMomentIsShown()
    {
        ReplayClock clock;
        clock.setStepsPerSecond(1000);
        QSignalSpy wanted(&clock, &ReplayClock::timeWanted);
        clock.begin(tenHours, start);
        clock.play();
        QTest::qWait(30); // many intervals; the first moment is not shown yet
        QCOMPARE(wanted.size(), 1);
        connect(&clock, &ReplayClock::timeWanted, &clock, &ReplayClock::shown, Qt::QueuedConnection);
        clock.shown();
        QTRY_VERIFY(!clock.isPlaying()); // it stops at the end
        std::vector<UtcTime> all;
        for (int hour = 0; hour <= 10; ++hour)
            all.push_back(start + hour * 1h);
        QCOMPARE(wantedOf(wanted), all);
    }

    void afterItsEndNothingIsAsked()
    {
        ReplayClock clock;
        QSignalSpy wanted(&clock, &ReplayClock::timeWanted);
        clock.begin(tenHours, start);
        clock.play();
        clock.end();
        QVERIFY(!clock.isOn() && !clock.isPlaying());
        clock.move(1);
        clock.goTo(start + 1h);
        clock.play();
        QCOMPARE(wanted.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestReplayClock)
#include "tst_replayclock.moc"
