// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandoutput.h"

#include <cerrno>
#include <csignal>
#include <cstdio>

namespace holdline {

CommandOutput::CommandOutput()
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

bool CommandOutput::write(QByteArrayView data)
{
    if (m_failure != 0)
        return false;
    const auto size = static_cast<std::size_t>(data.size());
    if (std::fwrite(data.data(), 1, size, stdout) != size || std::fflush(stdout) != 0)
        m_failure = errno;
    return m_failure == 0;
}

std::optional<Error> CommandOutput::error() const
{
    if (m_failure == 0 || m_failure == EPIPE)
        return std::nullopt;
    return Error{Error::Kind::Storage,
                 QStringLiteral("standard output could not be written: %1").arg(qt_error_string(m_failure))};
}

} // namespace holdline
