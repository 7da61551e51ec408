// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/httpreply.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <QtEndian>

#include <array>

namespace holdline::testing {

namespace {

quint32 crc32(const QByteArray& bytes)
{
    quint32 crc = ~0U;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xedb88320U : 0U);
    }
    return ~crc;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray dateText(UtcTime time)
{
    const QDateTime date = QDateTime::fromMSecsSinceEpoch(toMsecs(time), Qt::UTC);
    return QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

} // namespace

QByteArray statusText(int status)
{
    static constexpr std::array<std::pair<int, const char*>, 14> texts{
        {{200, "OK"},
         {301, "Moved Permanently"},
         {400, "Bad Request"},
         {403, "Forbidden"},
         {404, "Not Found"},
         {408, "Request Timeout"},
         {418, "I'm a teapot"},
         {429, "Too Many Requests"},
         {451, "Unavailable For Legal Reasons"},
         {500, "Internal Server Error"},
         {502, "Bad Gateway"},
         {503, "Service Unavailable"},
         {504, "Gateway Time-out"},
         {101, "Switching Protocols"}}};
    for (const auto& [code, text] : texts) {
        if (code == status)
            return text;
    }
    return "Unknown";
}

QByteArray headOf(const HttpReply& reply, UtcTime date, qsizetype length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + statusText(reply.status) +
                      "\r\nDate: " + dateText(date) + "\r\nContent-Type: " + reply.type +
                      "\r\nContent-Length: " + QByteArray::number(length) + "\r\n";
    for (const auto& [name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    return head + "\r\n";
}

HttpReply htmlReply(int status)
{
    const QByteArray title = QByteArray::number(status) + ' ' + statusText(status);
    return {status,
            "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body><center><h1>" + title +
                "</h1></center><hr><center>nginx</center></body></html>\n",
            "text/html; charset=UTF-8"};
}

QByteArray gzipped(const QByteArray& bytes)
{
    // qCompress: four bytes of length, two of zlib header, the deflated bytes, four of checksum.
    const QByteArray packed = qCompress(bytes);
    return QByteArray::fromHex("1f8b08000000000000ff") + packed.mid(6, packed.size() - 10) +
           littleEndian(crc32(bytes)) + littleEndian(static_cast<quint32>(bytes.size()));
}

} // namespace holdline::testing
