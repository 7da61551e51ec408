// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/checksum.h"

#include <QtEndian>

#include <bit>

namespace holdline {

namespace {

constexpr quint64 prime1 = 0x9E3779B185EBCA87;
constexpr quint64 prime2 = 0xC2B2AE3D27D4EB4F;
constexpr quint64 prime3 = 0x165667B19E3779F9;
constexpr quint64 prime4 = 0x85EBCA77C2B2AE63;
constexpr quint64 prime5 = 0x27D4EB2F165667C5;

quint64 mixed(quint64 lane, quint64 word)
{
    return std::rotl(lane + word * prime2, 31) * prime1;
}

quint64 joined(quint64 sum, quint64 lane)
{
    return (sum ^ mixed(0, lane)) * prime1 + prime4;
}

quint64 word64(const char* at)
{
    return qFromLittleEndian<quint64>(at);
}

/// Consumes whole stripes of 32 bytes in four independent lanes.
quint64 stripes(const char*& at, const char* end)
{
    quint64 a = prime1 + prime2;
    quint64 b = prime2;
    quint64 c = 0;
    quint64 d = 0 - prime1;
    for (; end - at >= 32; at += 32) {
        a = mixed(a, word64(at));
        b = mixed(b, word64(at + 8));
        c = mixed(c, word64(at + 16));
        d = mixed(d, word64(at + 24));
    }
    const quint64 sum = std::rotl(a, 1) + std::rotl(b, 7) + std::rotl(c, 12) + std::rotl(d, 18);
    return joined(joined(joined(joined(sum, a), b), c), d);
}

quint64 tail(quint64 sum, const char* at, const char* end)
{
    for (; end - at >= 8; at += 8)
        sum = std::rotl(sum ^ mixed(0, word64(at)), 27) * prime1 + prime4;
    if (end - at >= 4) {
        sum = std::rotl(sum ^ (qFromLittleEndian<quint32>(at) * prime1), 23) * prime2 + prime3;
        at += 4;
    }
    for (; at != end; ++at)
        sum = std::rotl(sum ^ (static_cast<quint8>(*at) * prime5), 11) * prime1;
    return sum;
}

} // namespace

quint64 checksum(QByteArrayView bytes)
{
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    quint64 sum = bytes.size() >= 32 ? stripes(at, end) : prime5;
    sum = tail(sum + static_cast<quint64>(bytes.size()), at, end);
    sum = (sum ^ (sum >> 33)) * prime2;
    sum = (sum ^ (sum >> 29)) * prime3;
    return sum ^ (sum >> 32);
}

} // namespace holdline
