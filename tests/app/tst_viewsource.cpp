// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewsource.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QTemporaryDir>

using namespace holdline;
using namespace Qt::StringLiterals;

class TestViewSource final : public QObject {
    Q_OBJECT

    testing::FakeClock m_clock{fromMsecs(1'769'472'000'000)}; // 2026-01-27T00:00Z

    static void addCandles(Store& store)
    {
        const auto series =
            store.ensureSeries({.name = u"price/binance:BTCUSDT"_s, .source = u"file"_s, .definition = {}},
                               SeriesKind::Candles, u"USDT"_s);
        QVERIFY(series.hasValue());
        std::vector<Candle> candles;
        for (int i = 0; i < 100; ++i)
            candles.push_back({.openTime = fromMsecs(1'768'262'400'000) + std::chrono::hours(i),
                               .open = Price::whole(90'000),
                               .high = Price::whole(90'010),
                               .low = Price::whole(89'990),
                               .close = Price::whole(90'001),
                               .volume = {},
                               .quoteVolume = {},
                               .takerBuyQuote = {},
                               .trades = {}});
        QVERIFY(store.mergeCandles(series.value().id, oneHour, candles).hasValue());
    }

private slots:
    void init() { testing::failOnAnyWarning(); }

    void anEmptyFolderFallsBackOnTheEpisodeAndSaysSo()
    {
        const QTemporaryDir folder;
        ViewSource source(folder.path(), m_clock);
        const auto loaded = source.load({});
        QVERIFY(loaded.hasValue());
        QCOMPARE(loaded.value().view.episode, u"january-2026"_s);
        QVERIFY(loaded.value().shown.contains(folder.path()));
        QVERIFY(loaded.value().data->statement.contains(u"reconstruction"_s));
        QVERIFY(!loaded.value().view.range.isEmpty());
        QCOMPARE(loaded.value().view.panes.size(), std::size_t(5));
        QCOMPARE(loaded.value().data->panes.size(), std::size_t(4)); // all but the price
        const auto cards = source.loadCards(loaded.value().view, *loaded.value().data);
        QVERIFY(cards.hasValue());
        QVERIFY(!cards.value().levels.empty());
    }

    void theBriefObeysThresholdsThatWereSet()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"readings.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"liquidationThresholdUsd": 1e12, "takerThresholdUsd": -1e12})");
        file.close();
        ViewSource source(folder.path(), m_clock);
        const auto loaded = source.load({});
        QVERIFY(loaded.hasValue());
        View view = loaded.value().view;
        view.range.to = parseIso("2026-01-21T06:00:00Z").value(); // leverage and spot by the usual ones
        const auto cards = source.loadCards(view, *loaded.value().data);
        QVERIFY(cards.hasValue() && cards.value().brief && cards.value().brief->find(u"drive"_s));
        QCOMPARE(std::get<QString>(cards.value().brief->find(u"drive"_s)->value), u"neither"_s);
    }

    void storedCandlesGoBeforeTheEpisode()
    {
        const QTemporaryDir folder;
        {
            const auto store = Store::open(folder.path(), m_clock);
            QVERIFY(store.hasValue());
            addCandles(*store.value());
        }
        ViewSource source(folder.path(), m_clock);
        const auto loaded = source.load({});
        QVERIFY(loaded.hasValue());
        QVERIFY(loaded.value().view.episode.isEmpty());
        QCOMPARE(loaded.value().data->candles->candleCount(), std::size_t(100));
        QVERIFY(loaded.value().storeBytes > 0);
        QVERIFY(loaded.value().view.range.contains(*loaded.value().data->lastClose));
    }

    void whatFollowedIsAskedOfTheViewsEpisodeAtItsMoment()
    {
        const QTemporaryDir folder;
        ViewSource source(folder.path(), m_clock);
        StudyQuestion question{.kind = StudyQuestion::Kind::Touches, .name = u"defense-band"_s};
        const QString episode = u"january-2026"_s;
        question.asOf = parseIso("2026-01-15T00:00:00Z").value();
        const auto early = source.study(episode, question);
        question.asOf = m_clock.now();
        const auto late = source.study(episode, question);
        QVERIFY(early.hasValue() && late.hasValue());
        QVERIFY(early.value().rows.size() < late.value().rows.size());
        for (const StudyRow& row : early.value().rows)
            QVERIFY(row.occurrence.at <= parseIso("2026-01-15T00:00:00Z").value());
        const auto none = source.study({}, question);
        QVERIFY(none.hasError());
        QVERIFY(none.error().kind == Error::Kind::Unavailable);
    }

    void correlationsAreMadeWithTheBriefAndKept()
    {
        const QTemporaryDir folder;
        ViewSource source(folder.path(), m_clock);
        const auto loaded = source.load({});
        QVERIFY(loaded.hasValue());
        const auto load = [&] { return source.loadCards(loaded.value().view, *loaded.value().data); };
        const auto cards = load();
        QVERIFY(cards.hasValue());
        QVERIFY(cards.value().brief && cards.value().correlations);
        QCOMPARE(cards.value().correlations->at, cards.value().at);
        const auto again = load();
        QVERIFY(again.hasValue());
        QCOMPARE(again.value().correlations, cards.value().correlations);
        QCOMPARE(again.value().brief, cards.value().brief);
    }

    void anEpisodeThatIsNoneIsAnError()
    {
        const QTemporaryDir folder;
        ViewSource source(folder.path(), m_clock);
        View view;
        view.episode = u"march-1999"_s;
        const auto loaded = source.load(view);
        QVERIFY(loaded.hasError());
        QVERIFY(loaded.error().message.contains(u"march-1999"_s));
    }
};

QTEST_GUILESS_MAIN(TestViewSource)
#include "tst_viewsource.moc"
