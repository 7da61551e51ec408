// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/node/nodebody.h"
#include "models/foundation/utctime.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

class QNetworkAccessManager;
class QNetworkReply;

namespace holdline {

/// One request to a node, from its being put to the last byte of the answer.
class NodeTransfer final : public QObject {
    Q_OBJECT

public:
    struct Request {
        QUrl url;
        QByteArray authorization = {};
        QByteArray body = {}; ///< empty: a GET
        Span connect{};
        Span silence{};           ///< zero: for ever
        NodeBody* sink = nullptr; ///< of a 200; the transfer then keeps only the beginning
        bool isOnce = false;      ///< a connection that breaks is not made again
    };
    enum class End {
        Whole,
        NoConnection, ///< refused, or not within the limit
        CutOff,       ///< closed without a byte of an answer
        Cut,          ///< closed in the middle
        Silent,
        TooLong,
        Unwanted, ///< the sink said so
    };

    NodeTransfer(QNetworkAccessManager& network, const Request& request, QObject* parent);
    ~NodeTransfer() override;

    [[nodiscard]] End end() const { return m_end; }
    [[nodiscard]] int status() const { return m_status; }
    /// The body; of one that a sink took its first 64 KiB.
    [[nodiscard]] const QByteArray& body() const { return m_body; }
    [[nodiscard]] bool isBodyWhole() const { return m_received == m_body.size(); }

signals:
    /// Once; destroy it from the event loop only, by deleteLater().
    void finished();

private:
    void start(QNetworkAccessManager& network);
    void watch();
    void readSome();
    void readEnd();
    void keep(const QByteArray& piece);
    void settle(End end);
    void waitFor(Span span);

    Request m_request;
    QPointer<QNetworkReply> m_reply;
    QTimer m_timer;
    QByteArray m_body;
    qint64 m_received = 0;
    int m_status = 0;
    End m_end = End::Whole;
    bool m_isConnected = false;
    bool m_isSettled = false;
    bool m_hasSinkBegun = false;
};

} // namespace holdline
