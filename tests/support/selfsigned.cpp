// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/selfsigned.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

namespace holdline::testing {

namespace {

bool makeCertificate(const QString& folder)
{
    QProcess openssl;
    openssl.setWorkingDirectory(folder);
    openssl.start(QStringLiteral("openssl"),
                  QStringLiteral("req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem "
                                 "-days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1")
                      .split(QLatin1Char(' ')));
    return openssl.waitForFinished(60000) && openssl.exitCode() == 0;
}

} // namespace

std::unique_ptr<QSslServer> selfSignedServer()
{
    const QTemporaryDir folder;
    QFile keyFile(folder.filePath(QStringLiteral("key.pem")));
    QFile certificateFile(folder.filePath(QStringLiteral("certificate.pem")));
    if (!makeCertificate(folder.path()) || !keyFile.open(QIODevice::ReadOnly) ||
        !certificateFile.open(QIODevice::ReadOnly))
        return nullptr;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
    configuration.setLocalCertificate(QSslCertificate(&certificateFile));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    return server;
}

} // namespace holdline::testing
