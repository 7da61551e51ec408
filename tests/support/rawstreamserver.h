// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPointer>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>

#include <optional>
#include <vector>

namespace holdline::testing {

enum class Opcode : quint8 { Continue = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// The bytes of one frame as a server sends it. `declared` is the length that its header tells, if not the
/// payload's own.
[[nodiscard]] QByteArray frame(Opcode opcode, const QByteArray& payload, bool isFinal = true,
                               std::optional<quint64> declared = {});
[[nodiscard]] QByteArray closePayload(quint16 code, const QByteArray& reason);

/// A WebSocket server of raw bytes, which does what a test wants, right or wrong.
class RawStreamServer final : public QTcpServer {
    Q_OBJECT

public:
    struct Client {
        QPointer<QTcpSocket> socket;
        QByteArray request; ///< head of the upgrade
        QByteArray unread;
        std::vector<QByteArray> texts;
        std::vector<QByteArray> pongs;
        std::optional<int> closeCode; ///< that it sent; 0: without a code
        bool isOpen = false;
        bool isGone = false;
    };

    explicit RawStreamServer(QObject* parent = nullptr);
    ~RawStreamServer() override;

    [[nodiscard]] QString address() const;
    /// Answers upgrades with these bytes instead of accepting them; empty: accepts. Nothing when `mute`.
    void setAnswer(const QByteArray& answer) { m_answer = answer; }
    void setMute(bool isMute) { m_isMute = isMute; }

    [[nodiscard]] int clientCount() const { return int(m_clients.size()); }
    [[nodiscard]] int openCount() const;
    [[nodiscard]] const Client& client(int index) const { return m_clients.at(size_t(index)); }
    void send(int client, const QByteArray& bytes);
    void sendText(int client, const QByteArray& text) { send(client, frame(Opcode::Text, text)); }
    /// Ends the connection with no close frame.
    void cut(int client);

signals:
    void clientOpened(int client);
    void textCame(int client, const QByteArray& text);

private:
    void accept();
    void read(int client);
    void readRequest(Client& client);
    bool readFrame(int index);

    std::vector<Client> m_clients;
    QByteArray m_answer;
    bool m_isMute = false;
};

} // namespace holdline::testing
