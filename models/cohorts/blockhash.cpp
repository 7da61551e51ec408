// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/blockhash.h"

#include <algorithm>

namespace holdline {

namespace {

int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

BlockHash BlockHash::fromBytes(const uchar* bytes)
{
    BlockHash hash;
    std::copy_n(bytes, hash.bytes.size(), hash.bytes.begin());
    return hash;
}

std::optional<BlockHash> BlockHash::fromRpc(QByteArrayView text)
{
    BlockHash hash;
    if (text.size() != static_cast<qsizetype>(2 * hash.bytes.size()))
        return std::nullopt;
    auto byte = hash.bytes.rbegin();
    for (qsizetype i = 0; i < text.size(); i += 2, ++byte) {
        const int high = digit(text[i]);
        const int low = digit(text[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        *byte = static_cast<uchar>(high << 4 | low);
    }
    return hash;
}

QByteArray BlockHash::toRpc() const
{
    QByteArray turned(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    std::reverse(turned.begin(), turned.end());
    return turned.toHex();
}

} // namespace holdline
