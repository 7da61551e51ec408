// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslServer>

#include <memory>

namespace holdline::testing {

/// A TLS server on loopback whose certificate no one signed but itself. Made by the openssl program; nullptr
/// when that does not work.
[[nodiscard]] std::unique_ptr<QSslServer> selfSignedServer();

} // namespace holdline::testing
