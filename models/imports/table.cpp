// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/table.h"

#include "models/imports/filehead.h"

#include <algorithm>
#include <array>

namespace holdline {

int Table::columnNamed(std::initializer_list<QByteArrayView> names) const
{
    const auto& all = columns();
    for (const auto name : names) {
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const auto& column) { return normalName(column) == name; });
        if (found != all.end())
            return static_cast<int>(found - all.begin());
    }
    return -1;
}

bool isMissingCell(QByteArrayView cell)
{
    // The dashes are U+2013, U+2014 and U+2212 in UTF-8 and the en dash of Windows-1252.
    static constexpr std::array<QByteArrayView, 8> words{
        "", "-", ".", "null", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92", "\x96"};
    return std::find(words.begin(), words.end(), cell) != words.end();
}

} // namespace holdline
