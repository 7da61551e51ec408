// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace holdline {

/// XXH64 with seed 0: guards packed days against damage, at several gigabytes a second.
/// Source: the algorithm's public specification, xxHash fast digest algorithm, section XXH64.
[[nodiscard]] quint64 checksum(QByteArrayView bytes);

} // namespace holdline
