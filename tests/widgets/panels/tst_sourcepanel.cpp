// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/feedexamples.h"
#include "widgets/cards/plaintable.h"
#include "widgets/panels/sourcepanel.h"

#include <QSignalSpy>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;
using Stream = StreamStatus::State;

class TestSourcePanel final : public QObject {
    Q_OBJECT

    FakeClock m_clock{liveMinute(60) + std::chrono::seconds{3}};

    LiveState state()
    {
        LiveState live;
        live.feeds = {feedExample(u"binance"_s, u"Binance spot"_s, Stream::Live),
                      feedExample(u"okx"_s, u"OKX"_s, Stream::Closed)};
        live.feeds[1].problem = u"The connection was refused."_s;
        live.clock = &m_clock;
        return live;
    }
    static PlainTable* feedsOf(SourcePanel& panel)
    {
        for (auto* table : panel.findChildren<PlainTable*>())
            if (table->accessibleName() == u"Providers and their streams"_s)
                return table;
        return nullptr;
    }

private slots:
    void init() { failOnAnyWarning(); }

    void tellsWhatIsWrong()
    {
        SourcePanel panel;
        panel.setLive(state());
        panel.show();
        QCOMPARE(panel.problems(), u"OKX: The connection was refused."_s);
        QVERIFY(!panel.isEmpty());
        QCOMPARE(feedsOf(panel)->model()->rowCount(), 2);
    }

    void agesGrowOnlyWhileSomeoneLooks()
    {
        SourcePanel panel;
        panel.setLive(state());
        auto* tick = panel.findChild<QTimer*>(u"age"_s);
        QVERIFY(tick);
        QVERIFY(!tick->isActive());
        panel.show();
        QVERIFY(tick->isActive());
        const QModelIndex age = feedsOf(panel)->model()->index(0, FeedTable::AgeColumn);
        QCOMPARE(age.data().toString(), u"3.0 s"_s);
        m_clock.advance(std::chrono::seconds{40});
        QTRY_COMPARE_WITH_TIMEOUT(age.data().toString(), u"43 s"_s, 20'000);
        panel.hide();
        QVERIFY(!tick->isActive());
    }

    void theKeyboardUnfoldsAProvider()
    {
        SourcePanel panel;
        panel.setLive(state());
        panel.show();
        PlainTable* feeds = feedsOf(panel);
        feeds->setCurrentIndex(feeds->model()->index(1, 0));
        QTest::keyClick(feeds, Qt::Key_Return);
        QCOMPARE(feeds->model()->rowCount(), 3);
        QTest::keyClick(feeds, Qt::Key_Return);
        QCOMPARE(feeds->model()->rowCount(), 2);
    }
};

QTEST_MAIN(TestSourcePanel)
#include "tst_sourcepanel.moc"
