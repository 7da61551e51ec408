// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/toldorders.h"
#include "tests/support/failonwarning.h"

using namespace holdline;

namespace {

Liquidation order(qint64 second, int lots)
{
    return {UtcTime{std::chrono::seconds{second}}, PositionSide::Long, Price::whole(100),
            Quantity{lots * 100'000'000LL}, Amount{100 * lots * decimalUnits}};
}

} // namespace

/// The rule: the same tuple twice in one message counts twice, in another message it is a repeat.
class TestToldOrders : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void twiceInOneMessageAreTwo()
    {
        ToldOrders told;
        QCOMPARE(told.takeNew({order(1, 1), order(1, 1)}).size(), std::size_t{2});
    }

    void inAnotherMessageItIsARepeat()
    {
        ToldOrders told;
        QCOMPARE(told.takeNew({order(1, 1)}).size(), std::size_t{1});
        QCOMPARE(told.takeNew({order(1, 1)}).size(), std::size_t{0});
        QCOMPARE(told.takeNew({order(1, 1), order(1, 1)}).size(), std::size_t{1});
        QCOMPARE(told.takeNew({order(1, 1), order(2, 1), order(1, 1)}),
                 std::vector<Liquidation>{order(2, 1)});
    }

    void memoryIsBounded()
    {
        ToldOrders told;
        const auto most = static_cast<qint64>(ToldOrders::mostTold);
        for (qint64 i = 0; i < most + 1; ++i)
            QCOMPARE(told.takeNew({order(i, 1)}).size(), std::size_t{1});
        QCOMPARE(told.takeNew({order(1, 1)}).size(), std::size_t{0});
        QCOMPARE(told.takeNew({order(0, 1)}).size(), std::size_t{1}); // forgotten
    }
};

QTEST_GUILESS_MAIN(TestToldOrders)
#include "tst_toldorders.moc"
