// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keycontroller.h"

#include "app/providerkeys.h"
#include "models/feeds/feedcatalog.h"

namespace holdline {

KeyController::KeyController(QString dataDir, std::unique_ptr<KeyStore> store, QWidget& window)
    : QObject(&window),
      m_dataDir(std::move(dataDir)),
      m_store(std::move(store)),
      m_window(window)
{
}

KeyEntry KeyController::entryOf(const QString& provider) const
{
    const FeedTraits& traits = findFeed(provider)->traits;
    const ProviderKeys keys(m_dataDir, *m_store);
    return {.provider = provider,
            .title = traits.title,
            .gives = traits.gives,
            .isKept = keys.isKept(provider),
            .isInEnvironment = !qgetenv(keyVariable(provider).constData()).trimmed().isEmpty()};
}

KeyDialog* KeyController::show()
{
    if (!m_dialog) {
        std::vector<KeyEntry> entries;
        for (const FeedEntry& entry : feedCatalog()) {
            if (entry.traits.key.isWanted())
                entries.push_back(entryOf(entry.traits.id));
        }
        m_dialog = new KeyDialog(entries, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &KeyDialog::keepRequested, this, &KeyController::keep);
        connect(m_dialog, &KeyDialog::forgetRequested, this, &KeyController::forget);
    }
    m_dialog->show();
    m_dialog->raise();
    return m_dialog;
}

void KeyController::keep(const QString& provider, const QByteArray& key)
{
    m_dialog->showSentence(tr("Asking the keychain…"));
    m_background.run(
        [dataDir = m_dataDir, store = m_store, provider, key] {
            return ProviderKeys(dataDir, *store).keep(provider, key);
        },
        [this, provider](const Result<Done>& done) { tell(provider, done, tr("It is in the keychain.")); });
}

void KeyController::forget(const QString& provider)
{
    m_dialog->showSentence(tr("Asking the keychain…"));
    m_background.run(
        [dataDir = m_dataDir, store = m_store, provider] {
            return ProviderKeys(dataDir, *store).forget(provider);
        },
        [this, provider](const Result<Done>& done) { tell(provider, done, tr("It is no longer kept.")); });
}

void KeyController::tell(const QString& provider, const Result<Done>& done, const QString& words)
{
    if (!m_dialog)
        return;
    if (done.hasValue())
        m_dialog->setEntry(entryOf(provider));
    m_dialog->showSentence(done.hasValue() ? words : done.error().message);
}

} // namespace holdline
