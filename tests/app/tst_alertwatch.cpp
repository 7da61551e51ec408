// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alertwatch.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QImage>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using holdline::testing::FakeClock;

namespace {

constexpr UtcTime start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};
const QString instrument = u"binance:BTCUSDT"_s;

LiveNews openCandle(UtcTime at, int price)
{
    const Price exact = Price::whole(price);
    return {.candles = {{instrument, {at, exact, exact, exact, exact, {}, {}, {}, {}}, false}}};
}

} // namespace

class TestAlertWatch final : public QObject {
    Q_OBJECT

    FakeClock m_clock{start + 10h};
    std::unique_ptr<QTemporaryDir> m_folder;

    std::unique_ptr<Store> store() { return std::move(Store::open(m_folder->path(), m_clock)).value(); }
    std::unique_ptr<AlertWatch> watch() { return std::make_unique<AlertWatch>(m_folder->path(), m_clock); }
    Alert touch()
    {
        Alert alert;
        alert.id = u"alert-1"_s;
        alert.name = u"Band touched"_s;
        alert.instrument = instrument;
        alert.conditions = {{.level = u"band"_s}};
        alert.armedAt = start + 9h;
        return alert;
    }

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_clock.set(start + 10h);
        m_folder = std::make_unique<QTemporaryDir>();
        const auto store = this->store();
        Level band;
        band.id = band.name = u"band"_s;
        band.instrument = instrument;
        band.low = Price::whole(89'800);
        band.high = Price::whole(90'000);
        QVERIFY(store->putLevels(std::vector{band}).hasValue());
        const auto price = store->ensureSeries(
            {.name = u"price/"_s + instrument, .source = {}, .definition = {}}, SeriesKind::Candles, {});
        std::vector<Candle> minutes;
        for (int i = 0; i < 600; ++i) {
            const Price at = Price::whole(91'000 + i % 9 * 10);
            minutes.push_back({start + i * 1min, at, at, at, at, {}, {}, {}, {}});
        }
        QVERIFY(store->mergeCandles(price.value().id, oneMinute, minutes).hasValue());
        QVERIFY(store->putAlerts(std::vector{touch()}).hasValue());
    }

    void anOpenCandleFiresOnceAndIsKeptWithItsPicture()
    {
        qint64 number = 0;
        {
            const auto watch = this->watch();
            QSignalSpy fired(watch.get(), &AlertWatch::fired);
            watch->start();
            watch->take(openCandle(start + 10h, 89'950));
            QTRY_COMPARE_WITH_TIMEOUT(fired.size(), 1, 10'000);
            watch->take(openCandle(start + 10h, 89'951));
            m_clock.advance(20s);
            QTRY_VERIFY_WITH_TIMEOUT(!store()->firingPicture(1).value().isEmpty(), 20'000);
            const auto log = store()->firings(0).value();
            QCOMPARE(log.size(), std::size_t(1));
            number = log.front().number;
            QCOMPARE(log.front().firing.at, start + 10h);
            QCOMPARE(log.front().firing.name, u"Band touched"_s);
            QCOMPARE(fired.size(), 1);
        }
        const QImage picture = QImage::fromData(store()->firingPicture(number).value(), "PNG");
        QCOMPARE(picture.size(), QSize(640, 420));
    }

    void whatFiredIsReadAgainAfterARestartAndNotToldAgain()
    {
        QVERIFY(
            store()->logFiring({u"alert-1"_s, start + 9h + 30min, u"Band touched"_s, u"words"_s}).value());
        const auto watch = this->watch();
        QSignalSpy fired(watch.get(), &AlertWatch::fired);
        std::vector<LoggedFiring> log;
        connect(watch.get(), &AlertWatch::logRead, this, [&](const std::vector<LoggedFiring>& more) {
            log.insert(log.end(), more.begin(), more.end());
        });
        watch->start();
        watch->take(openCandle(start + 10h, 89'950)); // within the cooldown of an hour
        QTRY_COMPARE_WITH_TIMEOUT(log.size(), std::size_t(1), 10'000);
        m_clock.advance(45min);
        watch->take(openCandle(start + 10h + 45min, 89'950));
        QTRY_COMPARE_WITH_TIMEOUT(log.size(), std::size_t(2), 10'000);
        QCOMPARE(log[1].firing.at, start + 10h + 45min);
        QCOMPARE(fired.size(), 1);
    }

    void twoProgramsOnOneFolderTellItOnceAndBothReadIt()
    {
        const auto first = watch();
        const auto second = watch();
        int told = 0;
        std::vector<LoggedFiring> log;
        std::vector<LoggedFiring> otherLog;
        const auto follow = [&](AlertWatch& one, std::vector<LoggedFiring>& into) {
            connect(&one, &AlertWatch::fired, this, [&told] { ++told; });
            connect(&one, &AlertWatch::logRead, this, [&into](const std::vector<LoggedFiring>& more) {
                into.insert(into.end(), more.begin(), more.end());
            });
            one.start();
            one.take(openCandle(start + 10h, 89'950));
        };
        follow(*first, log);
        follow(*second, otherLog);
        QTRY_COMPARE_WITH_TIMEOUT(told, 1, 10'000);
        m_clock.advance(20s);
        QTRY_COMPARE_WITH_TIMEOUT(log.size(), std::size_t(1), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(otherLog.size(), std::size_t(1), 20'000);
        QCOMPARE(told, 1);
    }

    void changesAreSavedBeforeTheEndAndOthersComeIn()
    {
        auto watch = this->watch();
        std::vector<Alert> read;
        connect(watch.get(), &AlertWatch::alertsRead, this,
                [&](const std::vector<Alert>& all) { read = all; });
        QSignalSpy journal(watch.get(), &AlertWatch::journalGrew);
        watch->start();
        QTRY_COMPARE_WITH_TIMEOUT(read.size(), std::size_t(1), 10'000);
        Alert other = touch();
        other.id = u"alert-2"_s;
        QVERIFY(store()->putAlerts(std::vector{other}).hasValue());
        m_clock.advance(20s);
        QTRY_COMPARE_WITH_TIMEOUT(read.size(), std::size_t(2), 10'000);
        QCOMPARE(journal.size(), 1);
        other.name = u"renamed"_s;
        watch->save({{other.id, other}, {u"alert-1"_s, std::nullopt}});
        watch->setOutcome({u"none"_s, start, {}, {}}, u"nothing"_s);
        watch.reset();
        const auto alerts = store()->alerts().value();
        QCOMPARE(alerts.size(), std::size_t(1));
        QCOMPARE(alerts.front().name, u"renamed"_s);
    }

    void ofManyThatAreFoundAtOnceTheLastIsTold()
    {
        {
            const auto store = this->store();
            const auto price = store->find(u"price/"_s + instrument).value().front().id;
            for (const int minute : {100, 300, 500}) {
                const Price low = Price::whole(89'900);
                QVERIFY(store
                            ->mergeCandles(price, oneMinute,
                                           std::vector{Candle{
                                               start + minute * 1min, low, low, low, low, {}, {}, {}, {}}})
                            .hasValue());
            }
            Alert often = touch();
            often.conditions = {{.kind = AlertCondition::Kind::Value,
                                 .series = u"price/"_s + instrument,
                                 .isAbove = false,
                                 .value = Amount{90'000 * Int128(decimalUnits)}}};
            often.cooldown = Span::zero();
            often.armedAt = start;
            QVERIFY(store->putAlerts(std::vector{often}).hasValue());
        }
        const auto watch = this->watch();
        QStringList told;
        connect(watch.get(), &AlertWatch::fired, this,
                [&](const Alert&, const AlertFiring& firing) { told.append(firing.words); });
        watch->start();
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 10'000);
        QVERIFY(told.first().endsWith(u"(and 2 earlier)"_s));
        const auto log = store()->firings(0).value();
        QCOMPARE(log.size(), std::size_t(3));
        QCOMPARE(log[0].outcome, u"Told with a later one."_s);
        QCOMPARE(log[2].firing.at, start + 500min);
        QCOMPARE(log[2].outcome, pendingOutcome.toString());
    }

    void whatAnEndedProgramLeftUndoneIsDone()
    {
        const AlertFiring firing{u"alert-1"_s, start + 9h + 30min, u"Band touched"_s, u"words"_s};
        QVERIFY(store()->logFiring(firing).value());
        m_clock.advance(1min); // another program may still be at it
        const auto told = [&] {
            const auto watch = this->watch();
            QSignalSpy fired(watch.get(), &AlertWatch::fired);
            QSignalSpy read(watch.get(), &AlertWatch::logRead);
            watch->start();
            static_cast<void>(QTest::qWaitFor([&] { return !read.isEmpty(); }, 10'000));
            return fired.size();
        };
        QCOMPARE(told(), 0);
        m_clock.advance(5min);
        QCOMPARE(told(), 1);
        QVERIFY(store()->setFiringOutcome(firing, {}).hasValue());
        QCOMPARE(told(), 0);
    }

    void anAlertThatCannotBeReadHoldsUpNoOther()
    {
        {
            auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"damage"_s);
            database.setDatabaseName(m_folder->filePath(u"holdline.db"_s));
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(
                u"INSERT INTO alerts (id, document) VALUES ('bad', '{\"conditions\":[{\"on\":\"moon\"}]}')"_s));
        }
        QSqlDatabase::removeDatabase(u"damage"_s);
        const auto watch = this->watch();
        QSignalSpy fired(watch.get(), &AlertWatch::fired);
        QSignalSpy failed(watch.get(), &AlertWatch::failed);
        watch->start();
        watch->take(openCandle(start + 10h, 89'950));
        QTRY_COMPARE_WITH_TIMEOUT(fired.size(), 1, 10'000);
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(u"bad"_s));
    }

    void aFolderThatCannotBeReadIsSaidOnce()
    {
        AlertWatch watch(QStringLiteral("/proc/nowhere"), m_clock);
        QSignalSpy failed(&watch, &AlertWatch::failed);
        watch.start();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 10'000);
        m_clock.advance(20s);
        QTest::qWait(1500); // one look more
        QCOMPARE(failed.size(), 1);
    }
};

QTEST_MAIN(TestAlertWatch)
#include "tst_alertwatch.moc"
