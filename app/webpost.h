// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QUrl>

#include <chrono>

namespace holdline {

/// A file as it is sent.
struct PostedFile {
    QString name; ///< without folders; its ending says the type
    QByteArray bytes;
};

/// Sends files to web addresses by POST, one after the other; the caller waits, while events of its thread go
/// on. Certificates are verified; a server may send on to another place of itself, never elsewhere.
class WebPost final {
public:
    static constexpr std::chrono::milliseconds usualLimit{30'000};

    /// The limit is for a file and an address, all attempts together.
    explicit WebPost(std::chrono::milliseconds limit = usualLimit);

    /// A lost connection and a server in trouble are tried once more. Error: Network, a sentence that names
    /// the host alone, since path and query may be secret.
    [[nodiscard]] Result<Done> send(const PostedFile& file, const QUrl& address);

private:
    QNetworkAccessManager m_web;
    std::chrono::milliseconds m_limit;
};

/// `attachment; filename="…"`, with `filename*` for a name outside ASCII (RFC 6266).
[[nodiscard]] QByteArray contentDisposition(const QString& name);
/// By a name's ending: png, svg, pdf, csv, json; else bytes.
[[nodiscard]] QByteArray contentTypeOf(const QString& name);

} // namespace holdline
