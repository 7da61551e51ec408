// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/drawing.h"
#include "models/levels/leveljson.h"
#include "models/levels/markanchors.h"
#include "tests/support/failonwarning.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace holdline;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};

Result<Drawing> read(const QByteArray& json)
{
    return drawingFromJson(QJsonDocument::fromJson(json).object());
}

Level band()
{
    Level level;
    level.id = level.name = QStringLiteral("band");
    level.instrument = QStringLiteral("binance:BTCUSDT");
    level.low = Price::whole(100);
    level.high = Price::whole(110);
    return level;
}

const QByteArray plain = R"({"id":"a","instrument":"binance:BTCUSDT","kind":"trend-line","anchors":[)"
                         R"({"time":"2026-01-20T00:00:00Z","price":"89800.01"},)"
                         R"({"time":"2031-01-20T00:00:00.001Z","price":"90000"}],"text":"","note":""})";

} // namespace

class TestDrawing final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void writesWhatItReads()
    {
        const auto drawing = read(plain);
        QVERIFY(drawing.hasValue());
        QCOMPARE(drawing.value().anchors[0].price, Price{8'980'001'000'000});
        QCOMPARE(drawingToJson(drawing.value()), plain);
    }

    void keepsWhatItDoesNotKnow()
    {
        QByteArray json = plain;
        json.chop(1);
        json +=
            R"(,"style":{"colour":"#ff0000","glow":3},"order":1e99,"locked":true,"zebra":[1,{"a":null}]})";
        const auto drawing = read(json);
        QVERIFY(drawing.hasValue());
        QVERIFY(drawing.value().traits.isLocked);
        QCOMPARE(drawing.value().unknown.keys(),
                 (QStringList{QStringLiteral("order"), QStringLiteral("style"), QStringLiteral("zebra")}));
        QCOMPARE(read(drawingToJson(drawing.value())).value(), drawing.value());
    }

    void badOnesAreRefusedWithAReason_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto with = [](const char* from, const char* to) {
            return QByteArray(plain).replace(from, to);
        };
        QTest::newRow("no anchors") << with("anchors", "anchor");
        QTest::newRow("a price of 0") << with("\"90000\"", "0");
        QTest::newRow("a price that is not a number") << with("\"90000\"", "\"NaN\"");
        QTest::newRow("a price beyond all") << with("\"90000\"", "1e300");
        QTest::newRow("a time that is none") << with("2031-01-20T00:00:00.001Z", "soon");
        QTest::newRow("no kind") << with("\"trend-line\"", "\"\"");
        QTest::newRow("a kind that is a number") << with("\"trend-line\"", "7");
        QTest::newRow("1 MB of text")
            << with("\"text\":\"\"", "\"text\":\"" + QByteArray(1 << 20, 'x') + '"');
        QTest::newRow("nothing") << QByteArray("{}");
    }

    void badOnesAreRefusedWithAReason()
    {
        QFETCH(QByteArray, json);
        const auto drawing = read(json);
        QVERIFY(drawing.hasError());
        QCOMPARE(drawing.error().kind, Error::Kind::Malformed);
        QVERIFY(!drawing.error().message.isEmpty());
    }

    void aPlainLevelIsWrittenAsBefore()
    {
        Level level = band();
        QVERIFY(!levelToJson(level).contains("style"));
        level.traits.style.dash = LineDash::Dotted;
        level.traits.isHidden = true;
        level.follows = {QStringLiteral("cohort/1d-1w"), QStringLiteral("cohort/1w-1m")};
        const QByteArray json = levelToJson(level);
        QVERIFY2(
            json.endsWith(R"("note":"","follows":["cohort/1d-1w","cohort/1w-1m"],"style":{"dash":"dotted"},)"
                          R"("hidden":true})"),
            json.constData());
        QCOMPARE(levelFromJson(QJsonDocument::fromJson(json).object()).value(), level);
    }

    void aLevelKeepsItsOpenEndsWhenMoved()
    {
        const Mark moved = withAnchors(band(), {{start, Price::whole(120)}, {start + 1h, Price::whole(105)}});
        const auto& level = std::get<Level>(moved);
        QCOMPARE(level.high, Price::whole(120));
        QCOMPARE(level.low, Price::whole(105));
        QVERIFY(!level.validFrom && !level.validTo);
    }

    void edgesThatPassEachOtherChangePlaces()
    {
        Level level = band();
        level.validFrom = start;
        level.validTo = start + 2h;
        const Mark turned = withAnchor(level, 0, {start + 3h, Price::whole(90)});
        const auto& now = std::get<Level>(turned);
        QCOMPARE(now.high, Price::whole(100));
        QCOMPARE(now.low, Price::whole(90));
        QCOMPARE(now.validFrom, std::optional(start + 2h));
        QCOMPARE(now.validTo, std::optional(start + 3h));
        const Mark thin = withAnchor(level, 0, {start + 2h, Price::whole(110)});
        QVERIFY(*std::get<Level>(thin).validTo > *std::get<Level>(thin).validFrom);
    }

    void aLineStaysALineAndATrackingLevelStays()
    {
        Level line = band();
        line.high = line.low;
        const Mark moved = withAnchor(line, 0, {start, Price::whole(7)});
        QCOMPARE(std::get<Level>(moved).low, Price::whole(7));
        QCOMPARE(std::get<Level>(moved).high, Price::whole(7));
        Level tracking = band();
        tracking.origin = LevelOrigin::Tracking;
        QCOMPARE(withAnchor(tracking, 0, {start, Price::whole(7)}), Mark(tracking));
    }
};

QTEST_GUILESS_MAIN(TestDrawing)
#include "tst_drawing.moc"
