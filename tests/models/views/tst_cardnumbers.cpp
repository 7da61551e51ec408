// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/cardnumbers.h"
#include "models/views/numberchanges.h"
#include "tests/support/failonwarning.h"

#include <QJsonObject>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

const CardNumber flow{.row = u"2026-01-20"_s,
                      .column = u"IBIT"_s,
                      .value = "-101700000.00000001",
                      .unit = u"USD"_s,
                      .source = u"a, “b” \"c\" (d)"_s,
                      .at = at("2026-01-20T14:30Z")};
const CardNumber candleClose{.row = u"2026-01-20T00:00:00Z"_s,
                             .column = u"close"_s,
                             .value = {},
                             .at = at("2026-01-20"),
                             .knownAt = at("2026-01-21")};

} // namespace

class CardNumbersTest final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }

    void aLineEach()
    {
        const CardNumbers numbers{flow, candleClose};
        QCOMPARE(cardCsv(u"etf-flow"_s, numbers),
                 QByteArray("card,row,column,value,unit,source,known_at\n"
                            "etf-flow,2026-01-20,IBIT,-101700000.00000001,USD,\"a, “b” \"\"c\"\" (d)\",\n"
                            "etf-flow,2026-01-20T00:00:00Z,close,,,,2026-01-21T00:00:00Z\n"));
    }
    void noDigitIsLostInADocument()
    {
        const QJsonArray values = cardValues(CardNumbers{flow, candleClose});
        QCOMPARE(values[0].toObject().value(u"value"_s).toString(), u"-101700000.00000001"_s);
        QVERIFY(values[0].toObject().value(u"knownAt"_s).isNull());
        QVERIFY(values[1].toObject().value(u"value"_s).isNull());
        QCOMPARE(values[1].toObject().value(u"knownAt"_s).toString(), u"2026-01-21T00:00:00Z"_s);
    }
    void aChangeIsNamedByItsRow()
    {
        CardNumber other = flow;
        other.value = "7";
        const auto changes = numberChanges(recordedNumbers(u"etf-flow"_s, CardNumbers{flow, candleClose}),
                                           recordedNumbers(u"etf-flow"_s, CardNumbers{other, candleClose}));
        QCOMPARE(changes.size(), std::size_t(1));
        QCOMPARE(changes[0].series, QByteArray("etf-flow/2026-01-20"));
        QCOMPARE(changes[0].at, QByteArray("2026-01-20T14:30:00Z"));
        QCOMPARE(changes[0].field, QByteArray("IBIT"));
        QCOMPARE(changes[0].was, std::optional(QByteArray("-101700000.00000001")));
        QCOMPARE(changes[0].is, std::optional(QByteArray("7")));
    }
    void aRowOfATimeIsThatOfItsCard()
    {
        const QByteArray recorded = recordedNumbers(u"candles"_s, CardNumbers{candleClose});
        QVERIFY2(recorded.endsWith("\ncandles,close,2026-01-20T00:00:00Z,,,2026-01-21T00:00:00Z,\n"),
                 recorded.constData());
    }
    void eachSourceOnce()
    {
        CardNumber other = flow;
        other.source = u"e"_s;
        const CardNumbers numbers{flow, candleClose, other, flow};
        QCOMPARE(sourcesOf(numbers), (QStringList{flow.source, u"e"_s}));
    }
};

QTEST_GUILESS_MAIN(CardNumbersTest)
#include "tst_cardnumbers.moc"
