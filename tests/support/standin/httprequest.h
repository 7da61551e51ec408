// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrlQuery>

#include <map>
#include <optional>

namespace holdline::testing {

/// The head of a request; bodies are not read.
struct HttpRequest {
    QByteArray method;
    QByteArray path; ///< decoded, without the query
    QUrlQuery query;
    std::map<QByteArray, QByteArray> headers; ///< names in lower case

    [[nodiscard]] QByteArray header(const char* lowerCaseName) const;
    /// A parameter's value, decoded; empty when it is not there.
    [[nodiscard]] QByteArray parameter(const char* name) const;
    [[nodiscard]] bool hasParameter(const char* name) const;
    /// A parameter as a whole number; absent when it is none.
    [[nodiscard]] std::optional<qint64> number(const char* name) const;
    /// Asks for a WebSocket.
    [[nodiscard]] bool isUpgrade() const;
};

/// Takes the first request out of what has come; absent while its head is not complete.
[[nodiscard]] std::optional<HttpRequest> takeRequest(QByteArray& received);

} // namespace holdline::testing
