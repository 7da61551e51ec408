// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "tests/support/syntheticview.h"
#include "widgets/report/timelinetext.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

class TimelineTextTest final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }

    void aLineAPaneAndALevel()
    {
        const View view = testing::syntheticView();
        ViewData data = testing::syntheticViewData();
        data.levels = testing::exampleLevels();
        const QStringList lines =
            timelineText(view, data, parseIso("2026-01-21T06:00Z").value()).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(lines[0].startsWith(u"BTC-USDT, Binance spot · "_s), qPrintable(lines[0]));
        QCOMPARE(lines.size(), 1 + static_cast<qsizetype>(view.panes.size()) + 3);
        QCOMPARE(lines[lines.size() - 3],
                 u"Short-term holders 99,300: capping since 20 Jan 2026 21:00 (an example)"_s);
        QCOMPARE(lines.last(), u"Defense band 89,800–90,000: lost since 20 Jan 2026 21:00 (an example)"_s);
    }
    /// At 21:00 its state began; before, it had none.
    void statesAreThoseOfTheTime()
    {
        ViewData data = testing::syntheticViewData();
        data.levels = testing::exampleLevels();
        const QString text =
            timelineText(testing::syntheticView(), data, parseIso("2026-01-20T20:59:59Z").value());
        QVERIFY2(text.contains(u"\nDefense band 89,800–90,000 (an example)\n"_s), qPrintable(text));
        QVERIFY2(text.startsWith(u"BTC-USDT, Binance spot · 20 Jan 2026 20:59 UTC\n"_s), qPrintable(text));
    }
    void hiddenLevelsAreNotTold()
    {
        View view = testing::syntheticView();
        ViewData data = testing::syntheticViewData();
        data.levels = testing::exampleLevels();
        data.levels[0].level.traits.isHidden = true;
        QVERIFY(!timelineText(view, data, {}).contains(u"Defense band"_s));
        view.showsLevels = false;
        QVERIFY(!timelineText(view, data, {}).contains(u"99,300"_s));
    }

    void cellsAreDividedByTabs()
    {
        QCOMPARE(numbersTable("a,b\n1,\"x, y\"\n,2\n"), u"a\tb\n1\tx, y\n\t2\n"_s);
    }
    void whatIsLeftOutIsSaid()
    {
        QCOMPARE(numbersTable("a\n1\n2\n3\n4\n", 2),
                 u"a\n1\n2\n2 more rows are left out; Save numbers writes all of them.\n"_s);
        QCOMPARE(numbersTable("a\n1\n2\n", 2), u"a\n1\n2\n"_s);
        QCOMPARE(numbersTable({}), QString());
    }
};

QTEST_MAIN(TimelineTextTest)
#include "tst_timelinetext.moc"
