// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "app/commands/signalwatch.h"
#include "app/nodedays.h"

namespace holdline {

/// Words go to standard error, at most every two seconds how far it is.
[[nodiscard]] NodeListener listener(const CommandContext& context);
/// The same, and a line of JSON on standard output for each tip that is reached.
[[nodiscard]] NodeListener printingListener(const CommandContext& context);
[[nodiscard]] NodeDays::Say sayingTo(const CommandContext& context);
/// For how far something is: at most every two seconds.
[[nodiscard]] NodeDays::Say sayingNowAndThen(const CommandContext& context);

/// While it lives, a signal ends the run.
class CancelRunOnSignal final {
public:
    explicit CancelRunOnSignal(NodeRun& run);

private:
    SignalWatch m_signals;
};

/// The data folder's days, as --prices, --threshold and --daily-close say. Errors: Usage; Storage.
[[nodiscard]] Result<NodeDays> openDays(const QCommandLineParser& parser, const CommandContext& context);

/// The network of --network, else the only one that has a state. Errors: Usage; Unavailable.
[[nodiscard]] Result<BitcoinNetwork> networkOfState(const QCommandLineParser& parser,
                                                    const CommandContext& context);

/// The state that is kept of a network. Errors: Unavailable, with how to make one; StateBad.
[[nodiscard]] Result<ChainState> keptState(BitcoinNetwork network, const CommandContext& context);

} // namespace holdline
