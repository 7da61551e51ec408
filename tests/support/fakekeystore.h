// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keystore.h"

#include <map>

namespace holdline::testing {

/// A keychain in memory, or none at all.
class FakeKeyStore final : public KeyStore {
public:
    std::map<QString, QByteArray> keys;
    bool isThere = true;
    int asked = 0; ///< how often a key was asked for

    [[nodiscard]] Result<QByteArray> key(const QString& provider) override
    {
        ++asked;
        return isThere ? Result<QByteArray>(keys[provider]) : none();
    }
    Result<Done> keep(const QString& provider, const QByteArray& key) override
    {
        if (!isThere)
            return none();
        keys[provider] = key;
        return Done{};
    }
    Result<Done> forget(const QString& provider) override
    {
        if (!isThere)
            return none();
        keys.erase(provider);
        return Done{};
    }

private:
    static Error none()
    {
        return {Error::Kind::Unavailable, QStringLiteral("There is no keychain service here.")};
    }
};

} // namespace holdline::testing
