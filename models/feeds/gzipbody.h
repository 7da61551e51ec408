// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArray>

namespace holdline {

/// Unpacks a body that came with `Content-Encoding: gzip`. Qt would do it, too, but takes the beginning of a
/// body that was cut for the whole. Errors: Network when the bytes end too early, Malformed when they are not
/// gzip or hold more than `mostBytes`.
[[nodiscard]] Result<QByteArray> unpackGzip(const QByteArray& packed, qint64 mostBytes);

} // namespace holdline
