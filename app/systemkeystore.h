// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keystore.h"

namespace holdline {

/// The keychain of the desktop: Secret Service or KWallet, Keychain of macOS, Credential Store of Windows.
class SystemKeyStore final : public KeyStore {
public:
    SystemKeyStore() = default;
    [[nodiscard]] Result<QByteArray> key(const QString& provider) override;
    Result<Done> keep(const QString& provider, const QByteArray& key) override;
    Result<Done> forget(const QString& provider) override;
};

} // namespace holdline
