// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/systemkeystore.h"

#include "app/providerkeys.h"

#include <QEventLoop>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace holdline {

namespace {

constexpr int patienceMsecs = 60'000; ///< a person may have to unlock it

/// The library's own sentences are left out: they may repeat what was kept.
Error errorOf(QKeychain::Error code, const QString& provider)
{
    const bool isNone = code == QKeychain::NoBackendAvailable || code == QKeychain::NotImplemented;
    const bool isDenied = code == QKeychain::AccessDenied || code == QKeychain::AccessDeniedByUser;
    const QString why = isNone     ? QStringLiteral("There is no keychain service here.")
                        : isDenied ? QStringLiteral("The keychain was not unlocked.")
                                   : QStringLiteral("The keychain could not be used.");
    return {Error::Kind::Unavailable, QStringLiteral("%1 A key can stand in the environment as %2 instead.")
                                          .arg(why, QString::fromLatin1(keyVariable(provider)))};
}

template <typename Job>
QKeychain::Error finish(Job& job, const QString& provider)
{
    QEventLoop loop;
    bool isFinished = false;
    job.setAutoDelete(false);
    job.setInsecureFallback(false); // which is a plain file
    job.setKey(provider);
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        isFinished = true;
        loop.quit();
    });
    QTimer::singleShot(patienceMsecs, &loop, &QEventLoop::quit);
    job.start();
    if (!isFinished)
        loop.exec();
    return isFinished ? job.error() : QKeychain::AccessDenied;
}

QString service()
{
    return QStringLiteral("holdline");
}

} // namespace

Result<QByteArray> SystemKeyStore::key(const QString& provider)
{
    QKeychain::ReadPasswordJob job(service());
    const auto code = finish(job, provider);
    if (code == QKeychain::EntryNotFound)
        return QByteArray();
    return code == QKeychain::NoError ? Result<QByteArray>(job.binaryData()) : errorOf(code, provider);
}

Result<Done> SystemKeyStore::keep(const QString& provider, const QByteArray& key)
{
    QKeychain::WritePasswordJob job(service());
    job.setBinaryData(key);
    const auto code = finish(job, provider);
    return code == QKeychain::NoError ? Result<Done>(Done{}) : errorOf(code, provider);
}

Result<Done> SystemKeyStore::forget(const QString& provider)
{
    QKeychain::DeletePasswordJob job(service());
    const auto code = finish(job, provider);
    const bool isGone = code == QKeychain::NoError || code == QKeychain::EntryNotFound;
    return isGone ? Result<Done>(Done{}) : errorOf(code, provider);
}

} // namespace holdline
