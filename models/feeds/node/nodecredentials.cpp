// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/nodecredentials.h"

#include <QDir>
#include <QFile>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 longestCookie = 4096;

QString dataFolder()
{
#if defined(Q_OS_MACOS)
    return QDir::home().filePath(u"Library/Application Support/Bitcoin"_s);
#elif defined(Q_OS_WIN)
    const QString old = qEnvironmentVariable("APPDATA") + u"/Bitcoin"_s;
    return QDir(old).exists() ? old : qEnvironmentVariable("LOCALAPPDATA") + u"/Bitcoin"_s;
#else
    return QDir::home().filePath(u".bitcoin"_s);
#endif
}

} // namespace

NodeCredentials::NodeCredentials(QString user, QString password)
    : m_user(std::move(user)),
      m_password(std::move(password))
{
}

NodeCredentials::NodeCredentials(QString cookieFile) : m_cookieFile(std::move(cookieFile)) {}

void NodeCredentials::read()
{
    QFile file(m_cookieFile);
    const QByteArray line =
        file.open(QIODevice::ReadOnly) ? file.readLine(longestCookie).trimmed() : QByteArray();
    const auto colon = line.indexOf(':');
    m_trouble.clear();
    if (!file.isOpen())
        m_trouble = u"it cannot be read: %1"_s.arg(file.errorString());
    else if (colon <= 0)
        m_trouble = u"it holds no user and password"_s;
    m_user = QString::fromUtf8(line.left(std::max<qsizetype>(colon, 0)));
    m_password = colon < 0 ? QString() : QString::fromUtf8(line.mid(colon + 1));
}

QByteArray NodeCredentials::header()
{
    if (!m_cookieFile.isEmpty() && m_password.isEmpty())
        read();
    if (m_user.isEmpty())
        return {};
    return "Basic " + (m_user + u':' + m_password).toUtf8().toBase64();
}

bool NodeCredentials::renew()
{
    if (m_cookieFile.isEmpty())
        return false;
    read();
    return !m_password.isEmpty();
}

QString NodeCredentials::words() const
{
    if (m_cookieFile.isEmpty())
        return u"the user %1"_s.arg(m_user);
    return m_trouble.isEmpty() ? u"the cookie file %1"_s.arg(m_cookieFile)
                               : u"the cookie file %1; %2"_s.arg(m_cookieFile, m_trouble);
}

QString NodeCredentials::purged(QString text) const
{
    if (m_password.isEmpty())
        return text;
    const QByteArray pair = (m_user + u':' + m_password).toUtf8();
    text.replace(QString::fromLatin1(pair.toBase64()), u"…"_s);
    text.replace(m_password, u"…"_s);
    return text;
}

QString usualCookieFile(int port)
{
    struct Network {
        int port;
        QLatin1StringView folder;
    };
    constexpr Network networks[] = {{8332, "."_L1},
                                    {18332, "testnet3"_L1},
                                    {48332, "testnet4"_L1},
                                    {38332, "signet"_L1},
                                    {18443, "regtest"_L1}};
    for (const Network& network : networks) {
        if (network.port == port)
            return QDir::cleanPath(dataFolder() + u'/' + network.folder + "/.cookie"_L1);
    }
    return {};
}

} // namespace holdline
