// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QStringList>
#include <QUrl>

#include <map>

namespace holdline {

/// Checks an address `scheme://host[:port]`. Plain `http` and `ws` are accepted for loopback only. Error:
/// Usage, with the reason.
[[nodiscard]] Result<QUrl> parseAddress(const QString& text);

/// Where providers are reached when not at their own addresses.
class Endpoints final {
public:
    /// `options` are `provider.rest=URL` and `provider.ws=URL`, of two for one key the later; they go before
    /// the environment's `HOLDLINE_<PROVIDER>_REST` and `_WS`, and these before `settings` (`provider.rest`
    /// to address; keys of other programs are passed over). Error: Usage, naming the address that is none.
    [[nodiscard]] static Result<Endpoints> from(const QStringList& options,
                                                const std::map<QString, QString>& settings = {});

    /// An address without a trailing slash; `fallback` when no one said another.
    [[nodiscard]] QString rest(const QString& provider, const QString& fallback) const;
    [[nodiscard]] QString stream(const QString& provider, const QString& fallback) const;

private:
    std::map<QString, QString> m_addresses; ///< `binance.rest` to address
};

} // namespace holdline
