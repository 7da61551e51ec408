// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/replay.h"
#include "tests/support/failonwarning.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace holdline;

namespace {

/// Recorded messages of venues belong to those who recorded them and are not kept here: the folder is named
/// by HOLDLINE_RAW_MESSAGES, else lies beside the repository.
QString folder()
{
    const QString named = qEnvironmentVariable("HOLDLINE_RAW_MESSAGES");
    return named.isEmpty() ? QStringLiteral(HOLDLINE_SOURCE_DIR "/../shared/data/rawmsgs") : named;
}

qint64 sumOf(const std::map<QString, qint64>& counts)
{
    qint64 sum = 0;
    for (const auto& [reason, count] : counts)
        sum += count;
    return sum;
}

} // namespace

/// Every message is either stored or named with the reason why not. Numbers of messages are those that the
/// files' own description or a count of their lines by kind gives.
class TestRawMessages : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void everyMessageIsAccountedFor_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<qint64>("messages");
        QTest::addColumn<qint64>("stored");
        const auto row = [](const char* file, qint64 messages, qint64 stored) {
            QTest::newRow(file) << QString::fromLatin1(file) << messages << stored;
        };
        // 66,089 best prices, 21,313 single trades, 6,551 depth, one REST snapshot
        row("binance_um_btcusdt_2024-08-08.log.gz", 93'954, 0);
        // four pairs that are not followed
        row("binance_um_mixed_2021-07-22.wslog.gz", 1'535, 0);
        row("bitstamp_2022-01-05.wslog.gz", 747, 0);
        row("bybit_inverse_2021-04-17.wslog.gz", 1'098, 0);
        row("okx_v5_2022-05-13.wslog.gz", 410, 0);
        row("hyperliquid_btc_2025-01-26.log.gz", 55, 0);
        // stored: a forced order of Binance, two messages with the same one of Bybit, a mark price of BTCUSDT
        row("exchange_messages_dev.jsonl", 134, 4);
    }

    void everyMessageIsAccountedFor()
    {
        QFETCH(QString, file);
        QFETCH(qint64, messages);
        QFETCH(qint64, stored);
        if (!QFileInfo::exists(folder()))
            QSKIP("recorded messages are not part of the repository");
        const QTemporaryDir data;
        const auto report =
            replayCapture(QDir(folder()).filePath(file), {.dataDir = data.path()}, Progress{});
        QVERIFY2(report.hasValue(), report.hasValue() ? "" : qPrintable(report.error().message));
        for (const auto& [reason, count] : report.value().notStored)
            qInfo("%lld: %s", static_cast<long long>(count), qPrintable(reason));
        QCOMPARE(report.value().messages, messages);
        QCOMPARE(report.value().stored, stored);
        QCOMPARE(sumOf(report.value().notStored), messages - stored);
    }

    void aTableOfTradesIsNoCapture()
    {
        if (!QFileInfo::exists(folder()))
            QSKIP("recorded messages are not part of the repository");
        const QTemporaryDir data;
        const auto report =
            replayCapture(QDir(folder()).filePath(QStringLiteral("binance_um_ethusdt_trades_2023-02-02.csv")),
                          {.dataDir = data.path()}, Progress{});
        QVERIFY(report.hasError());
        QCOMPARE(report.error().kind, Error::Kind::Malformed);
    }
};

QTEST_GUILESS_MAIN(TestRawMessages)
#include "tst_rawmessages.moc"
