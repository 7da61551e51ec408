// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/websocketframes.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace holdline::testing {

namespace {

struct FrameHead {
    qsizetype size = 2; ///< with the mask
    quint64 length = 0;
};

/// Absent while the head is not complete.
std::optional<FrameHead> readHead(const QByteArray& received)
{
    if (received.size() < 2)
        return std::nullopt;
    FrameHead head;
    const quint8 second = static_cast<quint8>(received[1]);
    head.length = second & 127;
    const int extra = head.length == 126 ? 2 : head.length == 127 ? 8 : 0;
    head.size += extra + ((second & 128) ? 4 : 0);
    if (received.size() < head.size)
        return std::nullopt;
    if (extra == 2)
        head.length = qFromBigEndian<quint16>(received.constData() + 2);
    else if (extra == 8)
        head.length = qFromBigEndian<quint64>(received.constData() + 2);
    return head;
}

} // namespace

QByteArray serverFrame(FrameKind kind, const QByteArray& payload, bool isFinal,
                       std::optional<quint64> claimed)
{
    const quint64 length = claimed.value_or(static_cast<quint64>(payload.size()));
    QByteArray frame;
    frame.reserve(payload.size() + 10);
    frame += static_cast<char>((isFinal ? 128 : 0) | static_cast<int>(kind));
    if (length < 126) {
        frame += static_cast<char>(length);
    } else if (length < 65536) {
        frame += char{126};
        frame += static_cast<char>(length >> 8);
        frame += static_cast<char>(length & 255);
    } else {
        frame += char{127};
        for (int shift = 56; shift >= 0; shift -= 8)
            frame += static_cast<char>((length >> shift) & 255);
    }
    return frame + payload;
}

std::optional<ClientFrame> takeFrame(QByteArray& received)
{
    const auto head = readHead(received);
    if (!head || static_cast<quint64>(received.size() - head->size) < head->length)
        return std::nullopt;
    ClientFrame frame;
    const quint8 first = static_cast<quint8>(received[0]);
    frame.kind = static_cast<FrameKind>(first & 15);
    frame.isFinal = (first & 128) != 0;
    frame.isMasked = (static_cast<quint8>(received[1]) & 128) != 0;
    frame.payload = received.mid(head->size, static_cast<qsizetype>(head->length));
    if (frame.isMasked) {
        const QByteArray mask = received.mid(head->size - 4, 4);
        for (qsizetype i = 0; i < frame.payload.size(); ++i)
            frame.payload[i] = static_cast<char>(frame.payload[i] ^ mask[i % 4]);
    }
    received.remove(0, head->size + static_cast<qsizetype>(head->length));
    return frame;
}

QByteArray acceptOf(const QByteArray& key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1)
        .toBase64();
}

} // namespace holdline::testing
