// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <QString>

namespace holdline {

/// The price series that stands for `watch/<symbol>`: Binance's spot pair, else that of the next venue, since
/// one may not serve this region. Empty when none is stored.
[[nodiscard]] Result<QString> watchedPrice(Store& store, const QString& symbol);

} // namespace holdline
