// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/exportwriter.h"

#include "models/foundation/savefile.h"
#include "models/foundation/webaddress.h"

#include <QFileInfo>

namespace holdline {

ExportWriter::ExportWriter(std::vector<QUrl> addresses, const CommandContext& context)
    : m_addresses(std::move(addresses)),
      m_context(context)
{
}

Result<Done> ExportWriter::write(const QString& path, const QByteArray& bytes)
{
    if (auto done = saveFile(path, bytes); done.hasError())
        return done;
    const PostedFile file{.name = QFileInfo(path).fileName(), .bytes = bytes};
    for (const QUrl& address : m_addresses) {
        const auto done = m_post.send(file, address);
        if (done.hasError())
            m_exit = m_context.fail(
                {done.error().kind,
                 QStringLiteral("%1 is written but was not sent: %2").arg(path, done.error().message)});
    }
    return Done{};
}

Result<std::vector<QUrl>> readWebhooks(const QCommandLineParser& parser)
{
    std::vector<QUrl> addresses;
    for (const QString& text : parser.values(QStringLiteral("webhook"))) {
        const auto address = parseWebAddress(text);
        if (address.hasError())
            return badUsage(QStringLiteral("--webhook: ") + address.error().message);
        addresses.push_back(address.value());
    }
    return addresses;
}

} // namespace holdline
