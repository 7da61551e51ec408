// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nodework.h"

#include "app/datasource.h"
#include "app/nodedays.h"
#include "app/nodedump.h"
#include "app/nodescan.h"

#include <QFile>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

} // namespace

NodeWork::NodeWork(QString dataDir, const Clock& clock) : m_dataDir(std::move(dataDir)), m_clock(clock)
{
    m_reading.report = [this](qint64 done, qint64 total) {
        emit progressed({NodeProgress::Step::Snapshot, done, total});
    };
}

NodeWork::~NodeWork() = default;

void NodeWork::stop()
{
    m_reading.cancelled = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_run)
                m_run->cancel();
        },
        Qt::QueuedConnection);
}

void NodeWork::look(const NodeAccess& access)
{
    talk(access, false, [this, place = access.address.place()](NodeRun& run) { return find(run, place); });
}

void NodeWork::begin(const NodeJob& job)
{
    talk(job.access, job.follows, [this, &job](NodeRun& run) { return work(run, job); });
}

void NodeWork::talk(const NodeAccess& access, bool waitsForNode, const Act& act)
{
    if (m_run)
        return;
    m_reading.cancelled = false;
    NodeListener listener;
    listener.said = [this](const QString& sentence) { emit said(sentence); };
    listener.progressed = [this](const NodeProgress& progress) { emit progressed(progress); };
    listener.reached = [this](const ChainState& state) {
        if (m_days)
            takeTip(state, *m_days);
    };
    std::optional<Error> error;
    {
        NodeRun run(access, listener, waitsForNode);
        m_run = &run;
        const auto done = act(run);
        m_run = nullptr;
        if (done.hasError() && done.error().kind != Error::Kind::Cancelled)
            error = done.error();
    }
    emit ended(error);
}

Result<NodeDays> NodeWork::days()
{
    auto store = openData(m_dataDir, {}, m_clock);
    if (store.hasError())
        return store.error();
    return NodeDays::open(std::move(store).value(), std::nullopt, {},
                          [this](const QString& sentence) { emit said(sentence); });
}

Result<Done> NodeWork::find(NodeRun& run, const QString& place)
{
    const auto node = run.greet();
    if (node.hasError())
        return node.error();
    const auto opened = days();
    if (opened.hasError())
        return opened.error();
    NodeFinding finding{.place = place,
                        .network = node.value().network,
                        .version = versionText(node.value().version),
                        .height = node.value().chain.blocks,
                        .isDownloading = node.value().chain.isInitialDownload,
                        .prices = opened.value().series()};
    const auto kept = loadCohortState(m_dataDir, finding.network, m_clock);
    if (kept.hasValue())
        finding.stateHeight = kept.value().tipHeight();
    else if (kept.error().kind != Error::Kind::Unavailable)
        emit said(kept.error().message);
    emit found(finding);
    return Done{};
}

Result<ChainState> NodeWork::readSnapshotFor(NodeRun& run, const QString& path, const NodeGreeting& node)
{
    return scanWithNode(run, node.network, path, [this](const QString& file, const SnapshotOptions& options) {
        return readSnapshot(file, options, m_reading);
    });
}

Result<QString> NodeWork::snapshotFor(NodeRun& run, const NodeJob& job, const NodeGreeting& node)
{
    if (job.folder.isEmpty())
        return job.snapshot;
    const QString path = dumpPath(job.folder, node, m_clock.now());
    const auto dumped = dumpSnapshot(run, node, path);
    return dumped.hasError() ? Result<QString>(dumped.error()) : path;
}

Result<Done> NodeWork::work(NodeRun& run, const NodeJob& job)
{
    const auto node = run.greet();
    if (node.hasError())
        return node.error();
    auto opened = days();
    if (opened.hasError())
        return opened.error();
    const auto snapshot = snapshotFor(run, job, node.value());
    if (snapshot.hasError())
        return snapshot.error();
    auto state = snapshot.value().isEmpty() ? loadCohortState(m_dataDir, node.value().network, m_clock)
                                            : readSnapshotFor(run, snapshot.value(), node.value());
    if (state.hasError())
        return state.error();
    CohortStateKeeper keeper(m_dataDir, node.value().network, m_clock);
    if (const auto kept = keeper.keep(state.value()); kept.hasError())
        return kept;
    const bool isDump = !job.folder.isEmpty();
    if (isDump && !QFile::remove(snapshot.value())) // only now: it may have taken an hour to make
        emit said(u"The snapshot could not be deleted: %1"_s.arg(snapshot.value()));
    NodeDays& days = opened.value();
    days.recordFor(run);
    m_days = &days;
    const auto followed = run.follow(std::move(state).value(), keeper, !job.follows);
    m_days = nullptr;
    return followed.error ? Result<Done>(*followed.error) : Done{};
}

void NodeWork::takeTip(const ChainState& state, NodeDays& days)
{
    days.keepTip(state, [this](const QString& sentence) { emit said(sentence); });
    emit reached(state.tipHeight());
}

} // namespace holdline
