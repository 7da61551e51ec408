// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keystore.h"

#include <QStringList>

namespace holdline {

/// `HOLDLINE_GLASSNODE_KEY`
[[nodiscard]] QByteArray keyVariable(const QString& provider);

/// Keys of providers: from the environment, else from the keychain. The data folder knows only of which
/// providers one is kept (`keys.json`), so that no keychain is opened for nothing.
class ProviderKeys final {
public:
    /// The store lives longer.
    ProviderKeys(QString dataDir, KeyStore& store) : m_dataDir(std::move(dataDir)), m_store(store) {}

    /// Empty when there is none. From then on this process leaves no image of its memory behind.
    [[nodiscard]] Result<QByteArray> key(const QString& provider) const;
    /// Error: Usage, for what can be no key; Unavailable; Storage.
    Result<Done> keep(const QString& provider, const QByteArray& key);
    Result<Done> forget(const QString& provider);
    /// Providers of which one is kept, and those of which one stands in the environment.
    [[nodiscard]] bool isKept(const QString& provider) const;

private:
    [[nodiscard]] QStringList kept() const;
    Result<Done> setKept(const QStringList& providers);

    QString m_dataDir;
    KeyStore& m_store;
};

/// No core file, no other process of the user may look into this one's memory or environment: a crash report
/// would hold the keys.
void keepMemoryToOurselves();

} // namespace holdline
