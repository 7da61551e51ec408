// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace holdline::testing {

/// A real node in a process of its own: tests/support/peer. It mines, spends and takes other branches as it
/// is told, and says what its coin database holds.
class NodePeer final {
public:
    /// Why there can be none here; empty: there can.
    [[nodiscard]] static QString absence();

    /// Started and answering, or isRunning() is false and `trouble` says why.
    NodePeer();
    ~NodePeer();
    Q_DISABLE_COPY_MOVE(NodePeer)

    [[nodiscard]] bool isRunning() const { return m_port != 0; }
    [[nodiscard]] QString trouble() const { return m_trouble; }
    [[nodiscard]] QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    [[nodiscard]] QString cookieFile() const { return m_folder.filePath(QStringLiteral(".cookie")); }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

    /// What it answered; empty when it ended.
    QJsonObject tell(const QJsonObject& order);
    /// `count` blocks, each `step` seconds after the last, with about so many spends in each.
    QJsonObject mine(int count, int step, int spends = 0);
    /// Another branch that leaves ours `depth` blocks below the tip and is one block longer.
    QJsonObject branch(int depth, int step = 600, int spends = 2);
    QJsonObject set(const QJsonObject& settings);
    QJsonObject state() { return tell({{QStringLiteral("do"), QStringLiteral("state")}}); }
    void goDown() { tell({{QStringLiteral("do"), QStringLiteral("down")}}); }
    void comeUp() { tell({{QStringLiteral("do"), QStringLiteral("up")}}); }

private:
    [[nodiscard]] QJsonObject readLine();

    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
    QString m_trouble;
};

} // namespace holdline::testing
