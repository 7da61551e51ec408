// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace holdline {

/// How a provider wants to be shown a key: in a header, or as a part of the query where it reads no header.
/// That part is added when a question leaves, as its path is written down in many places.
struct KeyRule {
    QByteArray header = {};    ///< `X-Api-Key`
    QByteArray prefix = {};    ///< `Bearer ` before the key in the header
    QByteArray parameter = {}; ///< `api_key`; with neither this nor a header it wants none

    [[nodiscard]] bool isWanted() const { return !header.isEmpty() || !parameter.isEmpty(); }
};

/// A key as it is shown. None of it but the names is ever written down.
struct ShownKey {
    QByteArray header = {};    ///< empty: none
    QByteArray value = {};     ///< of the header, prefix included
    QByteArray parameter = {}; ///< empty: none
    QByteArray key = {}; ///< alone, also to be blotted out of what a provider answers; empty: there is none
};

[[nodiscard]] inline ShownKey shownKey(const KeyRule& rule, const QByteArray& key)
{
    if (key.isEmpty() || !rule.isWanted())
        return {};
    return {rule.header, rule.header.isEmpty() ? QByteArray() : rule.prefix + key, rule.parameter, key};
}

} // namespace holdline
