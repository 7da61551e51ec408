// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedinstrument.h"
#include "models/feeds/route.h"

#include <QByteArrayView>

#include <span>
#include <string>
#include <string_view>

namespace holdline {

/// The index of the instrument that the venue calls so; -1 when none is followed under that name.
[[nodiscard]] int instrumentCalled(std::span<const FeedInstrument> instruments, QByteArrayView symbol);
/// The index of the route's stream of that name; -1 when it has none.
[[nodiscard]] int streamCalled(const Route& route, QByteArrayView name);

/// An asset as LiquidationRecord has it, made of what a contract's name begins with: `BTC`, `1000PEPE`. Empty
/// when that is no name: too long, or with signs that names do not have.
[[nodiscard]] std::string assetNamed(std::string_view base);

/// `liquidations/okx` for bitcoin, `liquidations/okx/eth` for another asset (upper case).
[[nodiscard]] QString liquidationSeries(const QString& provider, const QByteArray& asset);

/// `"a","b"`: the elements of a JSON array of texts that need no escapes.
[[nodiscard]] QByteArray jsonTexts(std::span<const QByteArray> texts);

} // namespace holdline
