// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/chainstate.h"
#include "models/feeds/node/nodeclient.h"
#include "models/feeds/node/nodefacts.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace holdline {

struct ChainPlan;

struct FollowRules {
    Span pollEvery = std::chrono::seconds{10}; ///< of nodes before version 30
    Span longPoll = std::chrono::seconds{55};  ///< of later ones
    Span againAfter = std::chrono::seconds{1}; ///< when the chain changed between two questions
    int blocksAtOnce = 4;
};

/// Keeps a state at the tip of a node: catches up, follows each new block, and goes back where the node took
/// another branch. Nothing is applied that is not whole. Lives on the thread that made it.
class NodeFollower final : public QObject {
    Q_OBJECT

public:
    /// The client lives longer.
    NodeFollower(NodeClient& client, ChainState state, FollowRules rules = {}, QObject* parent = nullptr);
    ~NodeFollower() override;

    /// Begins; `isOnce`: ends at the first tip that is reached.
    void start(bool isOnce = false);
    void stop();

    [[nodiscard]] const ChainState& state() const { return m_state; }
    [[nodiscard]] bool isAtTip() const { return m_isAtTip; }
    /// Called with the state before each block that is connected.
    void setBeforeBlock(std::function<void(const ChainState& before, const BlockChange& block)> use)
    {
        m_beforeBlock = std::move(use);
    }

signals:
    /// A block was connected; `target` is the node's height.
    void advanced(quint32 height, quint32 target);
    /// So many blocks were taken back.
    void reorganised(quint32 depth);
    void caughtUp();
    /// A sentence for the user; what the client waits for it says itself.
    void noticed(const QString& sentence);
    /// It stands still now; the state is what it was before the step that failed.
    void failed(const Error& error);

private:
    struct Leg;

    void askVersion();
    void askChain();
    void takeChain(const ChainFacts& facts);
    void approach(const BlockHash& best, quint32 height);
    void beginWalk(const BlockHash& target);
    void goOnWalking();
    void apply(const ChainPlan& plan);
    void fetchBlocks();
    void fetchBlock(std::size_t index);
    void connectArrived();
    void finishLeg();
    void waitForBlock();
    void pollForBlock();
    void takeBest(const BlockHash& best);
    void startOver();
    void fail(const NodeFailure& failure);
    void fail(Error error); ///< a copy: what it came from goes with the run

    /// Asks, and hands on only what was answered to this run.
    void ask(const QString& method, const QJsonArray& params, std::function<void(const QJsonValue&)> use,
             NodePatience patience = NodePatience::Ordinary);
    [[nodiscard]] bool isNewsOf(quint64 run) const { return m_isRunning && run == m_run; }

    NodeClient& m_client;
    ChainState m_state;
    FollowRules m_rules;
    std::function<void(const ChainState&, const BlockChange&)> m_beforeBlock;
    std::unique_ptr<Leg> m_leg;
    QTimer m_timer;
    quint64 m_run = 0;
    int m_version = 0;
    quint32 m_target = 0; ///< height
    bool m_isRunning = false;
    bool m_isOnce = false;
    bool m_isAtTip = false;
    bool m_mayWait = true; ///< waitfornewblock was not refused
};

} // namespace holdline
