// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "app/nodeaccess.h"
#include "models/cohorts/bitcoinnetwork.h"
#include "models/cohorts/cohortday.h"

namespace holdline {

void addCohortOptions(QCommandLineParser& parser);
/// --node, --cookie and --remote-node. Error: Usage; it repeats no password.
[[nodiscard]] Result<NodeAccess> nodeOption(const QCommandLineParser& parser);
/// --network; absent when it is not said.
[[nodiscard]] Result<std::optional<BitcoinNetwork>> networkOption(const QCommandLineParser& parser);
/// --threshold and --daily-close.
[[nodiscard]] Result<CohortDefinition> definitionOption(const QCommandLineParser& parser);
/// --for.
[[nodiscard]] Result<std::optional<Span>> lengthOption(const QCommandLineParser& parser);

} // namespace holdline
