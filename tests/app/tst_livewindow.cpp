// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/feedexamples.h"
#include "widgets/timeline/timelinewidget.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <mutex>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;
using Stream = StreamStatus::State;

namespace {

constexpr int patience = 20'000; ///< ms

/// News as the test writes them.
class ScriptedSource final : public LiveSource {
public:
    explicit ScriptedSource(bool& isRunning) : m_isRunning(isRunning) {}
    void start() override { m_isRunning = true; }
    void stop() override { m_isRunning = false; }
    void tell(const LiveNews& told) { emit news(told); }

private:
    bool& m_isRunning;
};

class PaintCounter final : public QObject {
public:
    explicit PaintCounter(QWidget& widget) { widget.installEventFilter(this); }
    int count = 0;
    qint64 area = 0; ///< of the last one, device-independent px

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            ++count;
            area = 0;
            for (const QRect& rect : static_cast<QPaintEvent*>(event)->region())
                area += qint64(rect.width()) * rect.height();
        }
        return false;
    }
};

} // namespace

class TestLiveWindow final : public QObject {
    Q_OBJECT

    FakeClock m_clock{liveMinute(60) + Span{1200}};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::atomic<int> m_stored = 60; ///< minutes in the data folder; 0: nothing
    std::atomic<int> m_loads = 0;
    ScriptedSource* m_source = nullptr;
    bool m_isRunning = false;

    Result<LoadedView> load(const View& view)
    {
        ++m_loads;
        LoadedView loaded;
        loaded.view = view;
        const bool isEpisode = !view.episode.isEmpty() || m_stored == 0;
        if (isEpisode)
            loaded.view.episode = u"january-2026"_s;
        loaded.view.panes = liveViewDocument().panes;
        loaded.view.interval = oneMinute;
        if (view.range.isEmpty())
            loaded.view.range = liveViewDocument().range;
        ViewData data = liveViewData(isEpisode ? 30 : m_stored.load());
        data.instrument = view.instrument;
        loaded.data = std::make_shared<const ViewData>(std::move(data));
        loaded.shown = isEpisode ? u"Episode"_s : u"Data folder"_s;
        return loaded;
    }
    WindowServices services()
    {
        return {.clock = m_clock,
                .dataDir = m_folder->path(),
                .load = [this](const View& view) { return load(view); },
                .loadCards = [](const View&, const ViewData&) { return Result<CardData>(CardData{}); },
                .release = {},
                .picture = [](const View& view, const ViewData&) -> Result<QImage> {
                    return QImage(view.size, QImage::Format_RGB32);
                },
                .save = [](const View&, const ViewData&, const QString&) -> Result<Done> { return Done{}; },
                .importFile = [](const QString&, const Progress&) -> Result<QString> { return QString(); },
                .live =
                    [this](const View&) {
                        auto source = std::make_unique<ScriptedSource>(m_isRunning);
                        m_source = source.get();
                        return source;
                    }};
    }
    static bool settle(MainWindow& window)
    {
        QSignalSpy settled(&window, &MainWindow::settled);
        window.show();
        return settled.wait(patience) && QTest::qWaitForWindowExposed(&window);
    }
    static LiveNews candle(int minute, int close, bool isClosed)
    {
        return {.candles = {liveCandle(minute, close, isClosed)}};
    }
    static std::vector<FeedStatus> feeds(Stream binance, Stream bybit)
    {
        return {feedExample(u"binance"_s, u"Binance spot"_s, binance),
                feedExample(u"bybit"_s, u"Bybit"_s, bybit)};
    }
    static QAbstractButton* button(MainWindow& window, const QString& text)
    {
        for (auto* one : window.findChildren<QAbstractButton*>())
            if (one->text() == text && one->isVisible())
                return one;
        return nullptr;
    }

private slots:
    void init()
    {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_stored = 60;
        m_loads = 0;
        m_source = nullptr;
        m_isRunning = false;
    }

    void newsReachTheTimeline()
    {
        const WindowServices given = services();
        {
            MainWindow window(given, {});
            QVERIFY(settle(window));
            QVERIFY(m_isRunning);
            m_source->tell(candle(60, 91'000, false));
            QTRY_COMPARE(window.timeline().bounds().data.to, liveMinute(61));
            QCOMPARE(*window.timeline().viewData().lastPrice, 91'000.0);
            QVERIFY(window.timeline().bounds().liveEdge);
        }
        QVERIFY(!m_isRunning);
    }

    void manyNewsAreOneSmallPaint()
    {
        const WindowServices given = services();
        MainWindow window(given, {});
        QVERIFY(settle(window));
        m_source->tell(candle(60, 90'030, false));
        QTRY_COMPARE(window.timeline().bounds().data.to, liveMinute(61));
        QTRY_VERIFY(window.findChild<QDockWidget*>()->widget());
        window.resize(1600, 900);
        QTest::qWait(200); // nothing else is to be painted then
        PaintCounter paints(window.timeline());
        for (int i = 0; i < 50; ++i)
            m_source->tell(candle(60, 90'030 + i % 10, false));
        QTRY_COMPARE(paints.count, 1);
        QVERIFY2(paints.area < qint64(window.timeline().width()) * window.timeline().height() / 4,
                 qPrintable(QStringLiteral("%1 of %2 x %3")
                                .arg(paints.area)
                                .arg(window.timeline().width())
                                .arg(window.timeline().height())));
        QCOMPARE(*window.timeline().viewData().lastPrice, 90'039.0);
    }

    void grownHistoryIsLoadedAndTheRangeStays()
    {
        const WindowServices given = services();
        MainWindow window(given, {});
        QVERIFY(settle(window));
        m_source->tell(candle(60, 91'000, true));
        m_source->tell(candle(61, 91'100, false));
        ViewEdit edit{ViewEdit::Kind::Reset, window.history().view()};
        edit.view.range = {liveMinute(5), liveMinute(40)};
        window.history().apply(edit);
        m_loads = 0;
        for (int i = 0; i < 20; ++i)
            m_source->tell({.hasGrownBack = true});
        QTRY_COMPARE_WITH_TIMEOUT(m_loads.load(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(window.timeline().viewData().candles->candleCount(), std::size_t(62),
                                  patience);
        QCOMPARE(toIso(window.history().view().range.from), toIso(liveMinute(5)));
        QCOMPARE(toIso(window.history().view().range.to), toIso(liveMinute(40)));
        QCOMPARE(window.history().undoStack().count(), 1);
    }

    void anEpisodeStandsInUntilTheFirstCandleIsStored()
    {
        m_stored = 0;
        const WindowServices given = services();
        MainWindow window(given, {});
        QVERIFY(settle(window));
        QCOMPARE(window.history().view().episode, u"january-2026"_s);
        QVERIFY2(window.liveText().contains(u"binance:BTCUSDT"_s), qPrintable(window.liveText()));
        m_source->tell(candle(0, 90'000, false));
        m_stored = 10;
        m_source->tell(candle(0, 90'000, true));
        QTRY_COMPARE_WITH_TIMEOUT(window.history().view().episode, QString(), patience);
        QCOMPARE(window.timeline().viewData().candles->candleCount(), std::size_t(10));
        QCOMPARE(window.statusText(), u"Data folder"_s);
    }

    void anEpisodeChosenByNameStays()
    {
        const WindowServices given = services();
        View view;
        view.episode = u"january-2026"_s;
        MainWindow window(given, view);
        QVERIFY(settle(window));
        QVERIFY(!m_source);
        QCOMPARE(window.liveText(), u"not live: an episode"_s);
        QVERIFY(!window.timeline().bounds().liveEdge);
    }

    void aViewOfAnEarlierTimeIsNotLive()
    {
        const WindowServices given = services();
        View view;
        view.asOf = liveMinute(30);
        MainWindow window(given, view);
        QVERIFY(settle(window));
        QVERIFY(!m_source);
        QCOMPARE(window.liveText(), u"not live: as of 13 Jan 2026 00:30"_s);
    }

    void withoutANetworkTheStoredIsShownAndNewsJoin()
    {
        const WindowServices given = services();
        MainWindow window(given, {});
        QVERIFY(settle(window));
        QCOMPARE(window.liveText(), u"connecting…"_s);
        m_source->tell({.feeds = feeds(Stream::Closed, Stream::Closed)});
        QTRY_COMPARE(window.liveText(), u"No network: showing what is stored up to 13 Jan 2026 01:00"_s);
        QVERIFY(window.notice().isEmpty());
        m_source->tell({.feeds = feeds(Stream::Live, Stream::Closed)});
        QTRY_COMPARE(window.liveText(), u"live · 1 of 2 venues · 1.2 s"_s);
    }

    void aVenueThatRefusesTheRegionIsPassedOver()
    {
        const WindowServices given = services();
        MainWindow window(given, {});
        QVERIFY(settle(window));
        m_source->tell({.feeds = feeds(Stream::Refused, Stream::Live)});
        QTRY_VERIFY(!window.liveText().isEmpty());
        QVERIFY(window.notice().isEmpty()); // there is nothing to offer yet
        LiveNews news = candle(60, 91'000, true);
        news.candles[0].instrument = u"bybit-spot:BTCUSDT"_s;
        news.feeds = feeds(Stream::Refused, Stream::Live);
        m_source->tell(news);
        QTRY_COMPARE(window.notice(), u"Binance spot does not serve this region."_s);
        QTest::mouseClick(button(window, u"Show bybit-spot:BTCUSDT"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(window.history().view().instrument, u"bybit-spot:BTCUSDT"_s, patience);
        QVERIFY(window.notice().isEmpty());
        m_source->tell(news);
        QCoreApplication::processEvents();
        QVERIFY(window.notice().isEmpty()); // once
    }

    void aRefusedVenueOfWhichNothingIsStoredGivesWayAtOnce()
    {
        m_stored = 0;
        const WindowServices given = services();
        MainWindow window(given, {});
        QVERIFY(settle(window));
        m_stored = 10;
        LiveNews news = candle(60, 91'000, true);
        news.candles[0].instrument = u"bybit-spot:BTCUSDT"_s;
        news.feeds = feeds(Stream::Refused, Stream::Live);
        m_source->tell(news);
        QTRY_COMPARE_WITH_TIMEOUT(window.history().view().instrument, u"bybit-spot:BTCUSDT"_s, patience);
        QCOMPARE(window.history().view().episode, QString());
        QCOMPARE(window.notice(), u"Binance spot does not serve this region; bybit-spot:BTCUSDT is shown."_s);
    }

    void theCollectorsNoticeIsSaid()
    {
        const WindowServices given = services();
        MainWindow window(given, {});
        QVERIFY(settle(window));
        m_source->tell({.notice = u"The disk is full."_s});
        QCOMPARE(window.notice(), u"The disk is full."_s);
        m_source->tell({});
        QCOMPARE(window.notice(), QString());
    }

    void aPictureHoldsOnlyWhatIsClosed()
    {
        std::mutex guard;
        std::optional<std::size_t> painted;
        WindowServices given = services();
        given.picture = [&](const View& view, const ViewData& data) -> Result<QImage> {
            const std::lock_guard lock(guard);
            painted = data.candles->candleCount();
            return QImage(view.size, QImage::Format_RGB32);
        };
        MainWindow window(given, {});
        QVERIFY(settle(window));
        m_source->tell(candle(60, 91'000, true));
        m_source->tell(candle(61, 91'100, false));
        QTRY_COMPARE(window.timeline().viewData().candles->candleCount(), std::size_t(62));
        window.copyPicture();
        QTRY_VERIFY_WITH_TIMEOUT((std::lock_guard(guard), painted.has_value()), patience);
        const std::lock_guard lock(guard);
        QCOMPARE(*painted, std::size_t(61));
    }
};

QTEST_MAIN(TestLiveWindow)
#include "tst_livewindow.moc"
