// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableroles.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "widgets/cards/cardcatalog.h"
#include "widgets/cards/legendrow.h"
#include "widgets/cards/plainchart.h"
#include "widgets/panels/panelcatalog.h"
#include "widgets/theme/contrast.h"

#include <QAreaSeries>
#include <QBarSet>
#include <QCandlestickSeries>
#include <QCandlestickSet>
#include <QChart>
#include <QClipboard>
#include <QGuiApplication>
#include <QHorizontalStackedBarSeries>
#include <QLabel>
#include <QLineSeries>
#include <QStackedBarSeries>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

#include <set>

using namespace holdline;
using namespace holdline::testing;

namespace {

std::vector<CardEntry> everyEntry()
{
    auto entries = cardCatalog();
    const auto panels = panelCatalog();
    entries.insert(entries.end(), panels.begin(), panels.end());
    return entries;
}

std::unique_ptr<Card> make(const char* id)
{
    for (const auto& entry : everyEntry()) {
        if (entry.id == QString::fromLatin1(id)) {
            std::unique_ptr<Card> card(entry.make(nullptr));
            card->setTheme(themeByName(QStringLiteral("dark")));
            return card;
        }
    }
    return nullptr;
}

std::unique_ptr<Card> makeFull(const char* id)
{
    auto card = make(id);
    card->setData(exampleCards());
    card->setAlerts(exampleAlerts());
    card->setStudy(exampleStudyQuestion(), exampleStudy());
    card->resize(480, 300);
    return card;
}

QList<double> values(const QBarSet& set)
{
    QList<double> result;
    for (int i = 0; i < set.count(); ++i)
        result.append(set.at(i));
    return result;
}

template <typename Series>
QList<Series*> seriesOf(const Card& card)
{
    QList<Series*> found;
    for (QAbstractSeries* series : card.findChild<PlainChart*>()->chart()->series()) {
        if (auto* wanted = qobject_cast<Series*>(series))
            found.append(wanted);
    }
    return found;
}

QStringList legendOf(const Card& card)
{
    QStringList texts;
    for (const auto& entry : card.findChild<LegendRow*>()->entries())
        texts.append(entry.text);
    return texts;
}

void addRowsOfEveryEntry()
{
    QTest::addColumn<QString>("id");
    for (const auto& entry : everyEntry())
        QTest::newRow(qPrintable(entry.id)) << entry.id;
}

} // namespace

class TestCards final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void everyIdIsItsOwn()
    {
        std::set<QString> ids;
        for (const auto& entry : everyEntry())
            QVERIFY(ids.insert(entry.id).second);
        QCOMPARE(ids.size(), std::size_t(16));
    }

    void anEmptyCardSaysWhatIsMissingAndOffersTheAct_data() { addRowsOfEveryEntry(); }
    void anEmptyCardSaysWhatIsMissingAndOffersTheAct()
    {
        QFETCH(QString, id);
        const auto card = make(id.toLatin1().constData());
        for (const bool hadData : {false, true}) {
            if (hadData) {
                card->setData(exampleCards());
                card->setAlerts(exampleAlerts());
            }
            card->setData({});
            card->setAlerts({});
            QVERIFY(card->isEmpty());
            QVERIFY(card->emptySentence().endsWith(QLatin1Char('.')));
        }
        const QString act =
            id == QStringLiteral("alerts") ? QStringLiteral("alert") : QStringLiteral("import");
        QSignalSpy acts(card.get(), &Card::actRequested);
        for (auto* label : card->findChildren<QLabel*>()) {
            if (label->text().contains(card->emptySentence()))
                emit label->linkActivated(act);
        }
        QCOMPARE(acts.size(), 1);
        QCOMPARE(acts[0][0].toString(), act);
    }

    void aFullCardPaintsInEveryThemeAtEveryScale_data() { addRowsOfEveryEntry(); }
    void aFullCardPaintsInEveryThemeAtEveryScale()
    {
        QFETCH(QString, id);
        const auto card = makeFull(id.toLatin1().constData());
        QVERIFY(!card->isEmpty());
        QVERIFY(!card->accessibleName().isEmpty());
        QVERIFY(card->findChildren<QWidget*>().size() > 2);
        for (const auto* name : {"dark", "light", "print"}) {
            const Theme theme = themeByName(QString::fromLatin1(name));
            card->setTheme(theme);
            for (const double ratio : {1.0, 2.0}) {
                QImage image(card->size() * ratio, QImage::Format_RGB32);
                image.setDevicePixelRatio(ratio);
                image.fill(theme.unknown);
                card->render(&image);
                QCOMPARE(image.pixelColor(1, 1).name(), theme.panel.name());
                QCOMPARE(image.pixelColor(image.width() - 2, image.height() - 2).name(), theme.panel.name());
                const auto isText = [&](QRgb pixel) { return pixel == theme.text.rgb(); };
                const auto* pixels = reinterpret_cast<const QRgb*>(image.constBits());
                QVERIFY2(std::count_if(pixels, pixels + image.width() * image.height(), isText) > 20,
                         "the title is in the theme's text colour");
            }
        }
    }

    void aFullCardIsReachedByTab_data() { addRowsOfEveryEntry(); }
    void aFullCardIsReachedByTab()
    {
        QFETCH(QString, id);
        const auto card = makeFull(id.toLatin1().constData());
        const auto widgets = card->findChildren<QWidget*>();
        const bool isReached = std::any_of(widgets.begin(), widgets.end(), [&](const QWidget* widget) {
            return widget->isVisibleTo(card.get()) && (widget->focusPolicy() & Qt::TabFocus) &&
                   !widget->accessibleName().isEmpty();
        });
        QVERIFY(isReached);
    }

    void flowBarsAreTheFlowsOfTheGroupsInMillions()
    {
        const auto card = makeFull("etf-flow");
        const auto bars = seriesOf<QStackedBarSeries>(*card);
        QCOMPARE(bars.size(), 1);
        const auto sets = bars[0]->barSets();
        QCOMPARE(sets.size(), 5);
        QCOMPARE(sets[0]->label(), QStringLiteral("IBIT"));
        QCOMPARE(values(*sets[0]), (QList<double>{315, -120, -56}));
        QCOMPARE(values(*sets[1]), (QList<double>{-189, -205, -152}));
        QCOMPARE(values(*sets[2]), (QList<double>{-36, -45, -160}));
        QCOMPARE(values(*sets[4]), (QList<double>{-4, -15, -45}));
        const auto lines = seriesOf<QLineSeries>(*card);
        QCOMPARE(lines[0]->points(), (QList<QPointF>{{0, 100}, {1, -295}, {2, -775}}));
        QVERIFY(legendOf(*card).contains(QStringLiteral("cumulative −775.0 M")));
    }

    void aDayWithoutASessionIsNoSession()
    {
        const auto card = make("etf-flow");
        auto data = exampleCards();
        data.isReconstruction = false;
        data.flows = joinFundFlows({{QStringLiteral("IBIT"),
                                     {sessionSample("2026-01-16", 4), sessionSample("2026-01-19", 50),
                                      sessionSample("2026-01-20", 5)}}},
                                   {});
        card->setData(data);
        auto* chart = card->findChild<PlainChart*>();
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("last 2 session")));
        QVERIFY2(chart->accessibleDescription().contains(QStringLiteral("hatched: New York closed")),
                 qPrintable(chart->accessibleDescription()));
        QVERIFY(legendOf(*card).contains(QStringLiteral("cumulative +9.0 M")));
        QTest::keyClick(chart, Qt::Key_Home);
        QTest::keyClick(chart, Qt::Key_Right);
        QVERIFY(chart->accessibleDescription().startsWith(
            QStringLiteral("19 Jan 2026 · +50.0 M · New York closed, not counted")));
    }

    void arrowsReadTheSessions()
    {
        const auto card = makeFull("etf-flow");
        auto* chart = card->findChild<PlainChart*>();
        QTest::keyClick(chart, Qt::Key_Left);
        QVERIFY(
            chart->accessibleDescription().startsWith(QStringLiteral("20 Jan 2026 · −480.0 M · IBIT −56.0")));
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("ARKB not reported")));
        QVERIFY(legendOf(*card).contains(QStringLiteral("IBIT −56.0")));
        QVERIFY(legendOf(*card).contains(QStringLiteral("ARKB not reported")));
        QTest::keyClick(chart, Qt::Key_Home);
        QVERIFY(chart->accessibleDescription().startsWith(QStringLiteral("15 Jan 2026 · +100.0 M")));
        QTest::keyClick(chart, Qt::Key_Escape);
        QVERIFY(!chart->accessibleDescription().contains(QStringLiteral("IBIT")));
    }

    void aSecondFillingReplacesTheFirst()
    {
        const auto card = makeFull("etf-flow");
        auto data = exampleCards();
        data.flows = lastSessions(data.flows, 1);
        card->setData(data);
        QCOMPARE(seriesOf<QStackedBarSeries>(*card)[0]->barSets().size(), 5);
        QCOMPARE(values(*seriesOf<QStackedBarSeries>(*card)[0]->barSets()[0]), (QList<double>{-56}));
    }

    void theFlowTableIsTheTwinOfTheChart()
    {
        const auto card = makeFull("etf-flow");
        auto* table = card->findChild<QTableView*>();
        QVERIFY(!table->isVisibleTo(card.get()));
        auto* toTable = card->findChild<QToolButton*>();
        toTable->click();
        QVERIFY(table->isVisibleTo(card.get()));
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->index(2, 1).data().toString(), QStringLiteral("−480.0"));
    }

    void cohortBarsReachFromThePriceToTheCostBasis()
    {
        const auto card = makeFull("cohorts");
        const auto bars = seriesOf<QHorizontalStackedBarSeries>(*card);
        QCOMPARE(bars.size(), 1);
        const auto sets = bars[0]->barSets();
        // The lowest row first: sth 99,300, 3m-6m unknown, 1m-3m 92,500, 1w-1m 89,000, 1d-1w 90,000; price
        // 89,000.
        QCOMPARE(values(*sets[0]), (QList<double>{89'000, 0, 89'000, 89'000, 89'000}));
        QCOMPARE(values(*sets[1]), (QList<double>{10'300, 0, 3'500, 0, 1'000}));
        QCOMPARE(values(*sets[2]), (QList<double>{0, 0, 0, 0, 0}));
    }

    void cohortsInProfitAreGains()
    {
        auto card = make("cohorts");
        auto data = exampleCards();
        data.price = 95'000;
        card->setData(data);
        const auto sets = seriesOf<QHorizontalStackedBarSeries>(*card)[0]->barSets();
        QCOMPARE(values(*sets[0]), (QList<double>{95'000, 0, 92'500, 89'000, 90'000}));
        QCOMPARE(values(*sets[2]), (QList<double>{0, 0, 2'500, 6'000, 5'000}));
    }

    void watchLinesAreTheIndexedCloses()
    {
        const auto card = makeFull("watchlist");
        const auto lines = seriesOf<QLineSeries>(*card);
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[1]->name(), QStringLiteral("ETH"));
        QCOMPARE(lines[1]->count(), 121);
        QCOMPARE(lines[1]->at(0), QPointF(static_cast<double>(toMsecs(at("2026-01-13"))), 100));
        QCOMPARE(legendOf(*card).join(QStringLiteral(", ")),
                 QStringLiteral("BTC −6.3 %, ETH −9.9 %, XRP −8.6 %, ADA −11.8 %, SOL −7.5 %"));
    }

    void anAssetWithoutRecordSaysSo()
    {
        auto card = make("watchlist");
        auto data = exampleCards();
        data.watch[3] = indexCloses(QStringLiteral("ADA"), {});
        card->setData(data);
        QVERIFY(!card->isEmpty());
        QVERIFY(legendOf(*card).contains(QStringLiteral("ADA no record")));
    }

    void theWholePictureHoldsCandlesLevelsAndClosings()
    {
        const auto card = makeFull("picture");
        const auto candles = seriesOf<QCandlestickSeries>(*card);
        QCOMPARE(candles[0]->sets().size(), 66);
        QCOMPARE(candles[0]->sets()[0]->timestamp(),
                 static_cast<double>(toMsecs(at("2026-01-13T02:00:00Z"))));
        const auto areas = seriesOf<QAreaSeries>(*card);
        QCOMPARE(areas.size(), 1);
        QCOMPARE(areas[0]->upperSeries()->at(0).y(), 90'000.0);
        QCOMPARE(areas[0]->lowerSeries()->at(1).y(), 89'800.0);
        const auto lines = seriesOf<QLineSeries>(*card);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0]->at(0).y() + lines[1]->at(0).y(), 92'500.0 + 99'300.0);
        const auto days = seriesOf<QStackedBarSeries>(*card)[0]->barSets();
        QCOMPARE(days[0]->at(7), -905.0);
        QCOMPARE(days[1]->at(1), 290.0);
    }

    void levelsOfAnotherViewReplaceTheFirst()
    {
        const auto card = makeFull("picture");
        auto data = exampleCards();
        data.picture.levels.pop_back();
        card->setData(data);
        QCOMPARE(seriesOf<QLineSeries>(*card).size(), 1);
        QCOMPARE(seriesOf<QAreaSeries>(*card).size(), 1);
    }

    void copyGivesTheSelectedRowsAsText()
    {
        const auto card = makeFull("levels");
        auto* table = card->findChild<QTableView*>();
        table->selectRow(2);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(QStringLiteral("Level\tPrice\tDistance\tState\tSince\tSource\tLow\t")));
        QVERIFY(lines[1].startsWith(QStringLiteral(
            "Defense band\t89,800–90,000\t+0.9 %\tlost\t20 Jan 21:00\tan example\t89800\t90000\t800.00\t")));
    }

    void returnGoesToTheTimeOfTheRow()
    {
        const auto card = makeFull("events");
        auto* table = card->findChild<QTableView*>();
        QSignalSpy went(card.get(), &Card::timeActivated);
        table->setCurrentIndex(table->model()->index(1, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(went.size(), 1);
        QCOMPARE(went[0][0].value<UtcTime>(), at("2026-01-20T03:35:00Z"));
    }

    void candlesStandNewestFirst()
    {
        const auto card = makeFull("candles");
        auto* table = card->findChild<QTableView*>();
        QCOMPARE(table->model()->rowCount(), 66);
        QCOMPARE(table->model()->index(65, 0).data().toString(), QStringLiteral("13 Jan 00:00"));
    }
};

QTEST_MAIN(TestCards)
#include "tst_cards.moc"
