// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/levelledger.h"

#include <QByteArray>

#include <span>

namespace holdline {

struct LedgerRow {
    QString id; ///< of the level
    LevelLedger ledger;
};

/// A JSON array, one level a line, keys as in the contract.
[[nodiscard]] QByteArray ledgersToJson(std::span<const LedgerRow> rows);
/// CSV with a header and a line a touch; a level without one has a line with these columns empty.
[[nodiscard]] QByteArray ledgersToCsv(std::span<const LedgerRow> rows);

} // namespace holdline
