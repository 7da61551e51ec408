// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/timetext.h"
#include "tests/bench/childprocess.h"
#include "tests/bench/families.h"

#include <QProcess>
#include <QTemporaryDir>

namespace holdline::bench {

namespace {

constexpr qint64 beginMs = 1'763'769'600'000; ///< 2025-11-22T00:00Z
constexpr qint64 lengthMs = 3LL * 60 * 60 * 1000;
constexpr qint64 liquidationCount = 3600;

QByteArray line(qint64 at, const char* source, const char* stream, const QByteArray& payload)
{
    return R"({"receivedAt":")" + toIso(fromMsecs(at)).toLatin1() + R"(","source":")" + source +
           R"(","stream":")" + stream + R"(","payload":)" + payload + "}\n";
}

QByteArray trade(qint64 i, qint64 at)
{
    const QByteArray id = QByteArray::number(3'500'000'000 + i);
    const QByteArray time = QByteArray::number(at);
    return line(at, "binance", "btcusdt@aggTrade",
                R"({"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":)" + time +
                    R"(,"s":"BTCUSDT","a":)" + id + R"(,"p":")" + QByteArray::number(86'000 + i % 900) +
                    R"(.10000000","q":"0.01000000","f":)" + id + R"(,"l":)" + id + R"(,"T":)" + time +
                    R"(,"m":true,"M":true}})");
}

QByteArray liquidation(qint64 i, qint64 at)
{
    const QByteArray time = QByteArray::number(at);
    return line(at, "binance-futures", "!forceOrder@arr",
                R"({"stream":"!forceOrder@arr","data":{"e":"forceOrder","E":)" + time +
                    R"(,"o":{"s":"BTCUSDT","S":"SELL","o":"LIMIT","f":"IOC","q":"0.150","p":"85990.10",)"
                    R"("ap":"86021.40","X":"FILLED","l":"0.050","z":"0.)" +
                    QByteArray::number(100 + i % 900) + R"(","T":)" + time + "}}}");
}

QByteArray closedMinute(qint64 open)
{
    const QByteArray at = QByteArray::number(open + 60'000);
    return line(open + 60'000, "binance", "btcusdt@kline_1m",
                R"({"stream":"btcusdt@kline_1m","data":{"e":"kline","E":)" + at +
                    R"(,"s":"BTCUSDT","k":{"t":)" + QByteArray::number(open) + R"(,"T":)" +
                    QByteArray::number(open + 59'999) +
                    R"(,"s":"BTCUSDT","i":"1m","f":1,"L":2,"o":"86000.1","c":"86899.1","h":"86899.1",)"
                    R"("l":"86000.1","v":"12.5","n":1000,"x":true,"q":"1080000","V":"6","Q":"520000",)"
                    R"("B":"0"}}})");
}

/// Three hours of the same minutes and liquidations, with so many trades between them, gzip.
bool writeCapture(const QString& path, qint64 messages)
{
    QProcess gzip;
    gzip.setStandardOutputFile(path);
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-1")});
    qint64 minute = beginMs;
    qint64 liquidations = 0;
    QByteArray text;
    for (qint64 i = 0; i < messages; ++i) {
        const qint64 at = beginMs + lengthMs * i / messages;
        for (; minute + 60'000 <= at; minute += 60'000)
            text += closedMinute(minute);
        for (; liquidations <= liquidationCount * i / messages; ++liquidations)
            text += liquidation(liquidations, beginMs + liquidations * lengthMs / liquidationCount);
        text += trade(i, at);
        if (text.size() > 4 * 1024 * 1024 || i + 1 == messages) {
            gzip.write(text);
            text.clear();
            while (gzip.bytesToWrite() > 16 * 1024 * 1024 && gzip.waitForBytesWritten()) {
            }
        }
    }
    gzip.closeWriteChannel();
    return gzip.waitForFinished(-1) && gzip.exitCode() == 0;
}

struct Replayed {
    Usage usage;
    double milliseconds = 0;
};

std::optional<Replayed> replayed(const QString& program, qint64 messages)
{
    const QTemporaryDir folder;
    const QString capture = folder.filePath(QStringLiteral("capture.jsonl.gz"));
    if (!writeCapture(capture, messages))
        return std::nullopt;
    const double begin = nowMs();
    ChildProcess process(program, {QStringLiteral("--data-dir"), folder.filePath(QStringLiteral("data")),
                                   QStringLiteral("replay"), capture});
    Replayed replay{process.wait()};
    replay.milliseconds = nowMs() - begin;
    return replay.usage.exitCode == 0 ? std::optional(replay) : std::nullopt;
}

} // namespace

void benchReplay(const Options& options, Report& report)
{
    const qint64 few = options.isSmoke ? 20'000 : 5'000'000;
    const QString name = QStringLiteral("peak memory of a replay of ten times as many messages");
    const auto less = replayed(options.program, few);
    const auto more = less ? replayed(options.program, few * 10) : std::nullopt;
    if (!more)
        return report.skip(name, QStringLiteral("the replay failed, or gzip is missing"));
    constexpr double mebibyte = 1024 * 1024;
    report.add({.name = name,
                .n = few * 10,
                .measured = {{static_cast<double>(more->usage.peakBytes) / mebibyte}},
                .unit = QStringLiteral("MiB"),
                .goalRatio = 1.1,
                .referenceName = QStringLiteral("that of %1").arg(few),
                .reference = static_cast<double>(less->usage.peakBytes) / mebibyte});
    report.add({.name = QStringLiteral("messages of a packed capture replayed, thousands a second"),
                .n = few * 10,
                .measured = {{static_cast<double>(few * 10) / more->milliseconds}},
                .unit = QStringLiteral("k/s"),
                .isMoreBetter = true});
}

} // namespace holdline::bench
