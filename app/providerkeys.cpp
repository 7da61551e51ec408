// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providerkeys.h"

#include "models/foundation/savefile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace holdline {

namespace {

constexpr qsizetype longestKey = 1000;

bool isKey(const QByteArray& key)
{
    const bool isPlain =
        std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < '\x7f'; }); // as in a header
    return !key.isEmpty() && key.size() <= longestKey && isPlain;
}

Error noKey(const QString& whose)
{
    return {Error::Kind::Usage,
            QStringLiteral("%1 is no key: one has up to %2 letters, digits and signs, and no space.")
                .arg(whose)
                .arg(longestKey)};
}

QString fileOf(const QString& dataDir)
{
    return QDir(dataDir).filePath(QStringLiteral("keys.json"));
}

} // namespace

QByteArray keyVariable(const QString& provider)
{
    return "HOLDLINE_" + provider.toUpper().replace(QLatin1Char('-'), QLatin1Char('_')).toLatin1() + "_KEY";
}

Result<QByteArray> ProviderKeys::key(const QString& provider) const
{
    const QByteArray name = keyVariable(provider);
    const QByteArray given = qgetenv(name.constData()).trimmed();
    if (!given.isEmpty()) {
        keepMemoryToOurselves();
        return isKey(given) ? Result<QByteArray>(given)
                            : noKey(QStringLiteral("What stands in %1").arg(QString::fromLatin1(name)));
    }
    if (!kept().contains(provider))
        return QByteArray();
    keepMemoryToOurselves();
    return m_store.key(provider);
}

bool ProviderKeys::isKept(const QString& provider) const
{
    return kept().contains(provider) || !qgetenv(keyVariable(provider).constData()).trimmed().isEmpty();
}

Result<Done> ProviderKeys::keep(const QString& provider, const QByteArray& key)
{
    keepMemoryToOurselves();
    if (!isKey(key))
        return noKey(QStringLiteral("What was given"));
    if (const auto done = m_store.keep(provider, key); done.hasError())
        return done;
    QStringList providers = kept();
    if (!providers.contains(provider))
        providers.append(provider);
    return setKept(providers);
}

Result<Done> ProviderKeys::forget(const QString& provider)
{
    if (const auto done = m_store.forget(provider); done.hasError())
        return done;
    QStringList providers = kept();
    return providers.removeAll(provider) > 0 ? setKept(providers) : Done{};
}

QStringList ProviderKeys::kept() const
{
    QFile file(fileOf(m_dataDir));
    QStringList providers;
    if (!file.open(QIODevice::ReadOnly))
        return providers;
    const QJsonArray names = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue name : names)
        providers.append(name.toString());
    return providers;
}

Result<Done> ProviderKeys::setKept(const QStringList& providers)
{
    QDir().mkpath(m_dataDir);
    return saveFile(fileOf(m_dataDir),
                    QJsonDocument(QJsonArray::fromStringList(providers)).toJson(QJsonDocument::Compact));
}

void keepMemoryToOurselves()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace holdline
