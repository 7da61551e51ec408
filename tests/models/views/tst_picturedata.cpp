// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/picturedata.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

class TestPictureData final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void interval_data()
    {
        QTest::addColumn<int>("hours");
        QTest::addColumn<QString>("interval");
        QTest::newRow("two hours are 120 minutes") << 2 << QStringLiteral("1m");
        QTest::newRow("five days are 120 hours") << 120 << QStringLiteral("1h");
        QTest::newRow("an hour more takes four-hour candles") << 121 << QStringLiteral("4h");
        QTest::newRow("six weeks take days") << 42 * 24 << QStringLiteral("1d");
        QTest::newRow("twenty years take weeks") << 20 * 365 * 24 << QStringLiteral("1w");
    }
    void interval()
    {
        QFETCH(int, hours);
        const UtcTime from = at("2026-01-01");
        QTEST(intervalFor({from, from + oneHour.length * hours}, 120).name(), "interval");
    }

    void closingsAreSummedByDayAndUnknownDaysStayUnknown()
    {
        ViewData data;
        PaneData pane;
        pane.kind = QStringLiteral("liquidations");
        for (const double sign : {1.0, 2.0}) {
            auto flow = std::make_shared<FlowSeries>(oneHour);
            flow->append(toMsecs(at("2026-01-20T05:00:00Z")), 10 * sign);
            flow->append(toMsecs(at("2026-01-20T06:00:00Z")), 5 * sign);
            flow->append(toMsecs(at("2026-01-22T00:00:00Z")), 1 * sign);
            flow->finish();
            pane.flows.push_back(flow);
        }
        data.panes.push_back(pane);
        const auto days = pictureOf(data, {at("2026-01-20T03:00:00Z"), at("2026-01-22T12:00:00Z")}).days;
        QCOMPARE(days, (std::vector<LiquidationDay>{{at("2026-01-20"), 15.0, 30.0},
                                                    {at("2026-01-21"), {}, {}},
                                                    {at("2026-01-22"), 1.0, 2.0}}));
    }

    void withoutDataThereIsNothing()
    {
        const auto picture = pictureOf(ViewData{}, {at("2026-01-20"), at("2026-01-22")});
        QVERIFY(picture.candles.empty());
        QVERIFY(picture.days.empty());
    }
};

QTEST_GUILESS_MAIN(TestPictureData)
#include "tst_picturedata.moc"
