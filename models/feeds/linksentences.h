// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QByteArray>
#include <QString>
#include <QWebSocketProtocol>

namespace holdline {

/// What Holdline calls itself to a venue: `Holdline/0.1.0`.
[[nodiscard]] QByteArray userAgent();
/// `500 ms`, `10 s`, `5 min`.
[[nodiscard]] QString inWords(Span span);
/// The beginning of what a venue said, on one line, without control characters and full stop, fit for a
/// sentence.
[[nodiscard]] QString excerpt(const QString& text, int most = 120);

/// The HTTP status that a venue answered instead of a WebSocket, as QWebSocket's error string tells it; 0
/// when it tells none.
[[nodiscard]] int upgradeStatus(const QString& errorString);
/// Why a socket did not open, by the same string.
[[nodiscard]] QString attemptSentence(const QString& errorString);
/// Why a socket that was open is so no more.
[[nodiscard]] QString closeSentence(QWebSocketProtocol::CloseCode code, const QString& reason,
                                    qint64 mostMessageBytes);

} // namespace holdline
