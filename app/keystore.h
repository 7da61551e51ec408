// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArray>

namespace holdline {

/// Where keys of providers are kept: never in a file of ours. Calls may wait for a person who unlocks it.
/// Error: Unavailable, with a sentence that says what helps and never holds a key.
class KeyStore {
public:
    virtual ~KeyStore() = default;
    /// Empty when none is kept.
    [[nodiscard]] virtual Result<QByteArray> key(const QString& provider) = 0;
    virtual Result<Done> keep(const QString& provider, const QByteArray& key) = 0;
    /// Also when there is none.
    virtual Result<Done> forget(const QString& provider) = 0;

protected:
    KeyStore() = default;
    Q_DISABLE_COPY_MOVE(KeyStore)
};

} // namespace holdline
