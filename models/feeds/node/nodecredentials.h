// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/node/nodeaddress.h"

#include <QByteArray>

namespace holdline {

/// What a node is shown to be let in: user and password, or the cookie that the node writes anew at each of
/// its starts. Source: Bitcoin Core src/rpc/request.cpp.
class NodeCredentials final {
public:
    NodeCredentials(QString user, QString password);
    /// `user:password` is the first line of the file.
    explicit NodeCredentials(QString cookieFile);

    /// The value of `Authorization`; empty while there is no cookie that can be read.
    [[nodiscard]] QByteArray header();
    /// The node refused what header() gave: a cookie is read again. Whether it is worth asking once more.
    [[nodiscard]] bool renew();
    /// Which user or file was used, for a sentence; of a file that cannot be read also why.
    [[nodiscard]] QString words() const;
    /// The text without any secret that these credentials hold.
    [[nodiscard]] QString purged(QString text) const;

private:
    void read();

    QString m_cookieFile; ///< empty: by user and password
    QString m_user;
    QString m_password;
    QString m_trouble; ///< why the file could not be read
};

/// Where a node on this machine keeps its cookie, by the port that tells its network; empty for other ports.
/// Source: Bitcoin Core src/chainparamsbase.cpp and doc/files.md.
[[nodiscard]] QString usualCookieFile(int port);

} // namespace holdline
