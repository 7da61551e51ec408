// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/amount.h"
#include "models/store/database.h"

namespace holdline {

// Amounts lie in the database as exact decimal text; NULL when absent.

[[nodiscard]] inline QVariant toColumn(const std::optional<Amount>& amount)
{
    return amount ? QVariant(QString::fromLatin1(amount->toText())) : QVariant();
}

[[nodiscard]] inline std::optional<Amount> amountColumn(const Row& row, int column)
{
    return row.isNull(column) ? std::nullopt : Amount::parse(row.text(column).toLatin1());
}

} // namespace holdline
