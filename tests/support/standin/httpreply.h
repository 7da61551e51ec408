// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace holdline::testing {

struct HttpReply {
    int status = 200;
    QByteArray body;
    QByteArray type = "application/json;charset=UTF-8";
    std::vector<std::pair<QByteArray, QByteArray>> headers = {}; ///< besides Date, type and length
};

/// The head as it goes over the wire; `length` may be a lie.
[[nodiscard]] QByteArray headOf(const HttpReply& reply, UtcTime date, qsizetype length);

/// A page of a proxy or firewall.
[[nodiscard]] HttpReply htmlReply(int status);
[[nodiscard]] QByteArray statusText(int status);
/// Packed as `Content-Encoding: gzip` wants it.
[[nodiscard]] QByteArray gzipped(const QByteArray& bytes);

} // namespace holdline::testing
