// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

#include <QString>

#include <span>
#include <variant>
#include <vector>

namespace holdline {

/// One field of an answer; monostate is an unknown value.
using Cell = std::variant<std::monostate, Amount, qint64, UtcTime, QString>;

/// Takes the rows of an answer one by one, so that millions of them need no memory.
class RowSink {
public:
    virtual ~RowSink() = default;
    /// Called once, before the rows.
    virtual void begin(const std::vector<QString>& columns) = 0;
    /// As many cells as columns. Return false to stop.
    virtual bool row(std::span<const Cell> cells) = 0;
};

/// An amount, or an unknown value where it is absent.
[[nodiscard]] inline Cell cellOf(const std::optional<Amount>& amount)
{
    return amount ? Cell(*amount) : Cell();
}

} // namespace holdline
