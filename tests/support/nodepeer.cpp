// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nodepeer.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QStandardPaths>

namespace holdline::testing {

namespace {

using namespace Qt::StringLiterals;

constexpr int patience = 120'000; ///< ms

QString modulesFolder()
{
    return u"" HOLDLINE_PEER_MODULES ""_s;
}

} // namespace

QString NodePeer::absence()
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        return u"node (of Node.js) is not installed; the tests with a real Bitcoin node need it"_s;
    if (!QFileInfo::exists(modulesFolder() + u"/bcoin/package.json"_s))
        return u"bcoin is not installed; tests/run does that where npm is, into %1"_s.arg(modulesFolder());
    return {};
}

NodePeer::NodePeer()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"NODE_BACKEND"_s, u"js"_s);
    environment.insert(u"NODE_PATH"_s, modulesFolder());
    m_process.setProcessEnvironment(environment);
    m_process.start(u"node"_s, {u"" HOLDLINE_PEER_SCRIPT ""_s, cookieFile()});
    m_port = readLine().value("port"_L1).toInt();
    if (m_port == 0)
        m_trouble = QString::fromUtf8(m_process.readAllStandardError());
}

NodePeer::~NodePeer()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
    m_process.waitForFinished();
}

QJsonObject NodePeer::readLine()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patience))
            return {};
    }
    return QJsonDocument::fromJson(m_process.readLine()).object();
}

QJsonObject NodePeer::tell(const QJsonObject& order)
{
    m_process.write(QJsonDocument(order).toJson(QJsonDocument::Compact) + '\n');
    const QJsonObject answer = readLine();
    if (answer.contains("error"_L1))
        qWarning("The peer could not: %s", qPrintable(answer.value("error"_L1).toString()));
    return answer;
}

QJsonObject NodePeer::mine(int count, int step, int spends)
{
    return tell({{u"do"_s, u"mine"_s}, {u"count"_s, count}, {u"step"_s, step}, {u"spends"_s, spends}});
}

QJsonObject NodePeer::branch(int depth, int step, int spends)
{
    return tell({{u"do"_s, u"branch"_s}, {u"depth"_s, depth}, {u"step"_s, step}, {u"spends"_s, spends}});
}

QJsonObject NodePeer::set(const QJsonObject& settings)
{
    return tell({{u"do"_s, u"set"_s}, {u"settings"_s, settings}});
}

} // namespace holdline::testing
