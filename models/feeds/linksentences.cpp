// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/linksentences.h"

#include <QRegularExpression>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

QString statusSentence(int status)
{
    switch (status) {
    case 403:
        return u"The venue refused the connection (HTTP 403)."_s;
    case 418:
    case 429:
        return u"The venue says that Holdline connects too often (HTTP %1)."_s.arg(status);
    case 451:
        return u"The venue is not offered where this program runs (HTTP 451)."_s;
    default:
        return u"The venue answered HTTP %1 instead of opening a stream."_s.arg(status);
    }
}

} // namespace

QByteArray userAgent()
{
    return QByteArrayLiteral("Holdline/" HOLDLINE_VERSION);
}

QString inWords(Span span)
{
    const qint64 ms = span.count();
    if (ms % 60000 == 0 && ms > 0)
        return u"%1 min"_s.arg(ms / 60000);
    return ms % 1000 == 0 ? u"%1 s"_s.arg(ms / 1000) : u"%1 ms"_s.arg(ms);
}

QString excerpt(const QString& text, int most)
{
    QString line;
    for (const QChar c : QStringView(text).left(most))
        line.append(c.isPrint() ? c : QLatin1Char(' '));
    line = line.simplified();
    if (line.endsWith(QLatin1Char('.')))
        line.chop(1);
    return text.size() > most ? line + QChar(0x2026) : line;
}

int upgradeStatus(const QString& errorString)
{
    static const QRegularExpression form(u": ([1-5]\\d\\d) \\("_s);
    return form.match(errorString).captured(1).toInt();
}

QString attemptSentence(const QString& errorString)
{
    const int status = upgradeStatus(errorString);
    return status != 0 ? statusSentence(status)
                       : u"No connection to the venue: %1."_s.arg(excerpt(errorString));
}

QString closeSentence(QWebSocketProtocol::CloseCode code, const QString& reason, qint64 mostMessageBytes)
{
    if (code == QWebSocketProtocol::CloseCodeTooMuchData)
        return u"A message was longer than %1 bytes."_s.arg(mostMessageBytes);
    if (code == QWebSocketProtocol::CloseCodeWrongDatatype)
        return u"A message was not valid UTF-8."_s;
    // Venues use codes that were registered after RFC 6455, such as 1012; Qt 6.4 knows none of them.
    if (code == QWebSocketProtocol::CloseCodeProtocolError && reason.contains("close code"_L1))
        return u"The venue closed the connection, with a code that Holdline does not know."_s;
    if (code == QWebSocketProtocol::CloseCodeProtocolError)
        return u"The venue broke the rules of WebSocket: %1."_s.arg(excerpt(reason));
    if (code == QWebSocketProtocol::CloseCodeGoingAway && reason.startsWith("Timeout when reading"_L1))
        return u"The rest of a message did not come."_s; // Qt waits 5 s for it
    const QString said = excerpt(reason);
    return said.isEmpty() ? u"The venue closed the connection (%1)."_s.arg(int(code))
                          : u"The venue closed the connection (%1: %2)."_s.arg(int(code)).arg(said);
}

} // namespace holdline
