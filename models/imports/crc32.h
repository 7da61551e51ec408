// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace holdline {

/// The checksum of gzip and zip, taken chunk by chunk.
class Crc32 {
public:
    void add(QByteArrayView bytes);
    [[nodiscard]] quint32 value() const { return ~m_state; }

private:
    quint32 m_state = 0xFFFFFFFFU;
};

} // namespace holdline
