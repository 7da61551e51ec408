// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/marketreading.h"

#include <QByteArray>

namespace holdline {

/// `{"asOf","instrument","readings":[{"id","value","unit","text","at","source","definition","knownAt",
/// "unusual","citation"}…],"missing":[{"id","reason"}…]}` and a line end. Numbers are exact to 1e-8;
/// `citation` stands only where there is one.
[[nodiscard]] QByteArray briefToJson(const Brief& brief);

/// A value as it stands in JSON.
[[nodiscard]] QByteArray jsonOf(const ReadingValue& value);

} // namespace holdline
