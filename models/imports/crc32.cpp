// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/crc32.h"

#include <QtEndian>

#include <array>

namespace holdline {

namespace {

using Tables = std::array<std::array<quint32, 256>, 8>;

// Eight tables, so that eight bytes are taken at a step (polynomial of RFC 1952, reflected).
constexpr Tables tables = [] {
    Tables t{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 crc = i;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) != 0 ? 0xEDB88320U ^ (crc >> 1) : crc >> 1;
        t[0][i] = crc;
    }
    for (std::size_t i = 0; i < 256; ++i) {
        for (std::size_t slice = 1; slice < 8; ++slice)
            t[slice][i] = (t[slice - 1][i] >> 8) ^ t[0][t[slice - 1][i] & 0xFF];
    }
    return t;
}();

} // namespace

void Crc32::add(QByteArrayView bytes)
{
    const auto* at = reinterpret_cast<const uchar*>(bytes.data());
    const auto* const end = at + bytes.size();
    quint32 crc = m_state;
    for (; end - at >= 8; at += 8) {
        const quint32 low = qFromLittleEndian<quint32>(at) ^ crc;
        const quint32 high = qFromLittleEndian<quint32>(at + 4);
        crc = tables[7][low & 0xFF] ^ tables[6][(low >> 8) & 0xFF] ^ tables[5][(low >> 16) & 0xFF] ^
              tables[4][low >> 24] ^ tables[3][high & 0xFF] ^ tables[2][(high >> 8) & 0xFF] ^
              tables[1][(high >> 16) & 0xFF] ^ tables[0][high >> 24];
    }
    for (; at != end; ++at)
        crc = (crc >> 8) ^ tables[0][(crc ^ *at) & 0xFF];
    m_state = crc;
}

} // namespace holdline
