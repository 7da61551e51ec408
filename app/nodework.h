// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nodeaccess.h"
#include "app/nodeprogress.h"
#include "models/cohorts/bitcoinnetwork.h"
#include "models/foundation/clock.h"
#include "models/foundation/progress.h"
#include "models/foundation/result.h"

#include <QObject>

#include <optional>

namespace holdline {

class ChainState;
class NodeDays;
class NodeRun;
struct NodeGreeting;

/// What a node and the data folder say before anything is asked of the node that takes long.
struct NodeFinding {
    QString place; ///< `127.0.0.1:8332`
    BitcoinNetwork network = BitcoinNetwork::Main;
    QString version; ///< `31.1.0`
    quint32 height = 0;
    bool isDownloading = false;              ///< the node is still behind the network
    std::optional<quint32> stateHeight = {}; ///< absent: no state of this network is kept
    QString prices = {}; ///< the series that coins are given prices of; empty: none is stored
};

/// What is to be done with a node.
struct NodeJob {
    NodeAccess access;
    QString folder;       ///< the node is to write a snapshot there, which is deleted in the end; empty: not
    QString snapshot;     ///< a file to read; both empty: on from the state that is kept
    bool follows = false; ///< goes on at the tip
};

/// A node's work for a window, on a thread of its own: it lives there, and its slots are called there.
class NodeWork final : public QObject {
    Q_OBJECT

public:
    NodeWork(QString dataDir, const Clock& clock);
    ~NodeWork() override;

    void look(const NodeAccess& access);
    void begin(const NodeJob& job);
    /// From any thread. A node that writes a snapshot goes on with that.
    void stop();

signals:
    void found(const holdline::NodeFinding& finding);
    void said(const QString& sentence);
    void progressed(const holdline::NodeProgress& progress);
    /// The state is at the node's tip, and what follows from it is stored.
    void reached(quint32 height);
    /// It stands still again. Absent: all was done, or the user stopped it.
    void ended(const std::optional<holdline::Error>& error);

private:
    using Act = std::function<Result<Done>(NodeRun& run)>;
    void talk(const NodeAccess& access, bool waitsForNode, const Act& act);
    [[nodiscard]] Result<NodeDays> days();
    [[nodiscard]] Result<Done> find(NodeRun& run, const QString& place);
    [[nodiscard]] Result<Done> work(NodeRun& run, const NodeJob& job);
    /// The file that is to be read, made by the node where it is to make one; empty: none is.
    [[nodiscard]] Result<QString> snapshotFor(NodeRun& run, const NodeJob& job, const NodeGreeting& node);
    [[nodiscard]] Result<ChainState> readSnapshotFor(NodeRun& run, const QString& path,
                                                     const NodeGreeting& node);
    void takeTip(const ChainState& state, NodeDays& days);

    QString m_dataDir;
    const Clock& m_clock;
    Progress m_reading; ///< of a snapshot
    NodeRun* m_run = nullptr;
    NodeDays* m_days = nullptr; ///< while a job runs
};

} // namespace holdline
