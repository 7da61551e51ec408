// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace holdline {

/// An amount of bitcoin as JSON writes it, read from its digits: up to eight decimals, no exponent, no sign,
/// up to 21 million. Absent for anything else.
[[nodiscard]] std::optional<qint64> parseSatoshi(QByteArrayView number);
/// A whole number from 0 to 2^32 - 1.
[[nodiscard]] std::optional<quint32> parseWhole(QByteArrayView number);

} // namespace holdline
