// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace holdline::testing {

/// The body of a snapshot of so many coins in the mix that the main network has: about 57 bytes a coin, most
/// transactions with one, young coins more frequent than old ones, small amounts. The same for the same
/// count.
[[nodiscard]] QByteArray syntheticCoins(quint64 coins);

} // namespace holdline::testing
