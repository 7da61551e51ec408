// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nodeaccess.h"
#include "app/nodeprogress.h"
#include "models/cohorts/cohortday.h"
#include "models/cohorts/headersfile.h"
#include "models/feeds/node/nodeclient.h"
#include "models/feeds/node/nodefacts.h"
#include "models/feeds/node/nodefollower.h"
#include "models/history/cohortprices.h"
#include "models/history/cohortrecord.h"
#include "models/history/cohortstatefile.h"

#include <QEventLoop>

namespace holdline {

/// What a node says of itself before anything else is asked.
struct NodeGreeting {
    BitcoinNetwork network = BitcoinNetwork::Main;
    ChainFacts chain;
    int version = 0;
};

/// What a talk with a node tells while it lasts, on its thread.
struct NodeListener {
    std::function<void(const QString& sentence)> said = [](const QString&) {};
    std::function<void(const NodeProgress&)> progressed = [](const NodeProgress&) {};
    std::function<void(const ChainState&)> reached = [](const ChainState&) {}; ///< a tip of the node
};

/// A talk with a node, one step after the other; each step waits for its answer. Errors are those of the
/// node, and Cancelled. Lives on the thread that made it.
class NodeRun final : public QObject {
public:
    NodeRun(const NodeAccess& access, NodeListener listener, bool waitsForNode);

    /// Ends the step that is waited for, and every later one.
    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_isCancelled; }
    [[nodiscard]] const NodeListener& listener() const { return m_listener; }

    /// Error: Cancelled.
    [[nodiscard]] Result<Done> wait(Span span);
    [[nodiscard]] Result<NodeGreeting> greet();
    [[nodiscard]] Result<NodeAnswer> ask(const NodeQuestion& question,
                                         NodePatience patience = NodePatience::Ordinary);
    [[nodiscard]] Result<HeaderFacts> header(const BlockHash& hash);
    [[nodiscard]] Result<HeaderChain> headers(quint32 height);

    /// Days that end on the way are stored, where there are prices.
    void recordInto(Store& store, CohortPrices* prices, const CohortDefinition& definition);
    /// Brings a state to the node's tip, keeping it on disk; then, unless `isOnce`, follows for that time or
    /// until it is cancelled. The state is kept and given back also where it ends with an error.
    struct Followed {
        ChainState state;
        std::optional<Error> error = {};
    };
    [[nodiscard]] Followed follow(ChainState state, CohortStateKeeper& keeper, bool isOnce,
                                  std::optional<Span> length = {});

private:
    void watchFollower(NodeFollower& follower, CohortStateKeeper& keeper, std::optional<Error>& error);
    void endDay(const ChainState& before, const BlockChange& block);
    [[nodiscard]] Result<Done> storeDay(const ChainState& before, qint64 day);
    [[nodiscard]] Error cancelled() const;

    NodeListener m_listener;
    NodeClient m_client;
    QEventLoop m_loop;
    Store* m_store = nullptr;
    CohortPrices* m_prices = nullptr;
    CohortDefinition m_definition;
    bool m_isCancelled = false;
};

} // namespace holdline
