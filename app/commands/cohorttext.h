// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/cohortanswer.h"

namespace holdline {

/// One line: `{"at","tip":{"height","hash"},"excluded_btc","bands":[{"band","supply_btc","cost_basis",
/// "unrealized_pct","loss_share"}…]}`. What is not known is null.
[[nodiscard]] QByteArray cohortJson(const CohortAnswer& answer);
/// A table for people, and what is to be known about it.
[[nodiscard]] QByteArray cohortTable(const CohortAnswer& answer, const QString& definition,
                                     const QString& prices);

} // namespace holdline
