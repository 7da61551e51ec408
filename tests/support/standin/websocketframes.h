// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace holdline::testing {

/// RFC 6455 from the server's side.
enum class FrameKind : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

struct ClientFrame {
    FrameKind kind = FrameKind::Text;
    bool isFinal = true;
    bool isMasked = false; ///< a client must mask
    QByteArray payload;    ///< unmasked
};

/// An unmasked frame. `claimed` may say a length other than the payload's.
[[nodiscard]] QByteArray serverFrame(FrameKind kind, const QByteArray& payload, bool isFinal = true,
                                     std::optional<quint64> claimed = {});
/// Takes the first frame out of what has come; absent while it is not complete.
[[nodiscard]] std::optional<ClientFrame> takeFrame(QByteArray& received);
/// What `Sec-WebSocket-Accept` answers to a key.
[[nodiscard]] QByteArray acceptOf(const QByteArray& key);

} // namespace holdline::testing
