// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/keystore.h"
#include "widgets/dialogs/keydialog.h"

#include <QPointer>

namespace holdline {

/// Keys of providers, asked for in the window. The keychain, which may wait for a person, is on another
/// thread.
class KeyController final : public QObject {
    Q_OBJECT

public:
    KeyController(QString dataDir, std::unique_ptr<KeyStore> store, QWidget& window);

    KeyDialog* show();

private:
    void keep(const QString& provider, const QByteArray& key);
    void forget(const QString& provider);
    void tell(const QString& provider, const Result<Done>& done, const QString& words);
    [[nodiscard]] KeyEntry entryOf(const QString& provider) const;

    QString m_dataDir;
    std::shared_ptr<KeyStore> m_store;
    QWidget& m_window;
    QPointer<KeyDialog> m_dialog;
    Background m_background;
};

} // namespace holdline
