// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <compare>
#include <optional>

namespace holdline {

/// The hash of a block, bytes in the order in which files hold them; people and RPC write them turned round.
struct BlockHash {
    std::array<uchar, 32> bytes{};

    /// From 32 bytes of a file.
    [[nodiscard]] static BlockHash fromBytes(const uchar* bytes);
    /// From 64 hexadecimal digits as RPC writes them. Absent for any other text.
    [[nodiscard]] static std::optional<BlockHash> fromRpc(QByteArrayView text);
    [[nodiscard]] QByteArray toRpc() const;

    auto operator<=>(const BlockHash&) const = default;
};

} // namespace holdline
