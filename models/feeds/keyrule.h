// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace holdline {

/// How a provider wants to be shown a key: in a header, never in the address, which is written down in many
/// places.
struct KeyRule {
    QByteArray header = {}; ///< `X-Api-Key`; empty: it wants none
    QByteArray prefix = {}; ///< `Bearer ` before the key

    [[nodiscard]] bool isWanted() const { return !header.isEmpty(); }
};

/// A header that carries a key. Neither is ever written down.
struct KeyHeader {
    QByteArray name = {};  ///< empty: none
    QByteArray value = {}; ///< prefix included
    QByteArray key = {};   ///< alone, to be blotted out of what a provider answers
};

[[nodiscard]] inline KeyHeader headerFor(const KeyRule& rule, const QByteArray& key)
{
    return key.isEmpty() || !rule.isWanted() ? KeyHeader{} : KeyHeader{rule.header, rule.prefix + key, key};
}

} // namespace holdline
