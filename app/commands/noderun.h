// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/cohortoptions.h"
#include "app/commands/signalwatch.h"
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

/// A command's talk with a node, one step after the other, until a signal comes. Errors are those of the
/// node, and Cancelled.
class NodeRun final : public QObject {
public:
    NodeRun(const NodeAccess& access, const CommandContext& context, bool waitsForNode);

    [[nodiscard]] Result<NodeGreeting> greet();
    [[nodiscard]] Result<NodeAnswer> ask(const NodeQuestion& question,
                                         NodePatience patience = NodePatience::Ordinary);
    [[nodiscard]] Result<HeaderFacts> header(const BlockHash& hash);
    [[nodiscard]] Result<HeaderChain> headers(quint32 height);

    /// Days that end on the way are stored, where there are prices.
    void recordInto(Store& store, CohortPrices* prices, const CohortDefinition& definition);
    /// A line of JSON on standard output for each tip that is reached.
    void printTips() { m_printsTips = true; }
    /// Brings a state to the node's tip, keeping it on disk; then, unless `isOnce`, follows for that time or
    /// until a signal comes. The state is kept and given back also where it ends with an error.
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
    void sayProgress(const QString& words);
    void printTip(const ChainState& state);
    [[nodiscard]] Error cancelled() const;

    const CommandContext& m_context;
    SignalWatch m_signals;
    NodeClient m_client;
    QEventLoop m_loop;
    Store* m_store = nullptr;
    CohortPrices* m_prices = nullptr;
    CohortDefinition m_definition;
    UtcTime m_saidAt{};
    bool m_printsTips = false;
    bool m_isCancelled = false;
};

} // namespace holdline
