// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "app/webpost.h"

#include <vector>

namespace holdline {

/// Writes finished files, and sends each to the addresses of --webhook.
class ExportWriter final {
public:
    /// The context lives longer.
    ExportWriter(std::vector<QUrl> addresses, const CommandContext& context);

    /// What could not be sent is told; the file stays. Storage: it could not be written, and was not sent.
    [[nodiscard]] Result<Done> write(const QString& path, const QByteArray& bytes);
    /// Whether all that was written was sent too.
    [[nodiscard]] int exitCode() const { return m_exit; }

private:
    std::vector<QUrl> m_addresses;
    const CommandContext& m_context;
    WebPost m_post;
    int m_exit = ExitDone;
};

/// The addresses of --webhook. Usage: one is none, or is not encrypted; its path and query are not repeated.
[[nodiscard]] Result<std::vector<QUrl>> readWebhooks(const QCommandLineParser& parser);

} // namespace holdline
