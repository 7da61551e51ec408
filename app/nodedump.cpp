// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nodedump.h"

#include "models/cohorts/cohorterror.h"
#include "models/foundation/numbertext.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QTimer>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr qint64 mainCoins = 165'400'000;
constexpr qint64 coinBytes = 57;
constexpr qint64 freeCoinBytes = 64;
constexpr qint64 gigabyte = 1'000'000'000;
constexpr Span lookEvery = 1s;

QString unfinished(const QString& path)
{
    return path + u".incomplete"_s;
}

Result<Done> checkSpace(const QString& path, const DumpNeed& need)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QStorageInfo disk(folder);
    if (!disk.isValid())
        return cohortError(CohortFault::SnapAccess, u"There is no folder %1 on this machine."_s.arg(folder));
    if (disk.bytesAvailable() >= need.freeBytes)
        return Done{};
    return cohortError(CohortFault::SnapSpace,
                       u"%1 must be free in %2; %3 are."_s.arg(gigabyteText(need.freeBytes), folder,
                                                               gigabyteText(disk.bytesAvailable())));
}

/// The node goes on with what it began, though its answer is lost.
bool isLost(const Error& error)
{
    return error.detail.startsWith(codeOf(NodeFault::Down)) ||
           error.detail.startsWith(codeOf(NodeFault::Cut));
}

} // namespace

DumpNeed dumpNeed(BitcoinNetwork network)
{
    if (network != BitcoinNetwork::Main)
        return {.fileBytes = 0, .freeBytes = gigabyte};
    return {.fileBytes = mainCoins * coinBytes, .freeBytes = mainCoins * freeCoinBytes + gigabyte};
}

QString dumpPath(const QString& folder, const NodeGreeting& node, UtcTime now)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toMsecs(now), Qt::UTC);
    return QDir(folder).absoluteFilePath(u"utxo-%1-%2-%3.dat"_s.arg(chainName(node.network))
                                             .arg(node.chain.blocks)
                                             .arg(time.toString(u"yyyyMMdd-hhmmss"_s)));
}

Result<Done> dumpSnapshot(NodeRun& run, const NodeGreeting& node, const QString& path)
{
    if (QFileInfo::exists(path) || QFileInfo::exists(unfinished(path)))
        return cohortError(CohortFault::SnapExists, u"There is a file %1 already."_s.arg(path));
    const DumpNeed need = dumpNeed(node.network);
    if (const auto space = checkSpace(path, need); space.hasError())
        return space;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &run, [&] {
        if (const QFileInfo file(unfinished(path)); file.exists())
            run.listener().progressed({NodeProgress::Step::Dump, file.size(), need.fileBytes});
    });
    look.start(lookEvery);
    const bool isTyped = node.version >= oldestForSnapshots;
    const auto answer = run.ask(
        {u"dumptxoutset"_s, isTyped ? QJsonArray{path, u"latest"_s} : QJsonArray{path}}, NodePatience::Once);
    if (answer.hasValue())
        return Done{};
    if (!isLost(answer.error()))
        return answer.error();
    while (QFileInfo::exists(unfinished(path))) {
        if (const auto waited = run.wait(lookEvery); waited.hasError())
            return waited;
    }
    return QFileInfo::exists(path) ? Result<Done>(Done{}) : answer.error();
}

} // namespace holdline
