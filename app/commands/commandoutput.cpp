// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandoutput.h"

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
    const auto size = static_cast<std::size_t>(data.size());
    m_hasReader =
        m_hasReader && std::fwrite(data.data(), 1, size, stdout) == size && std::fflush(stdout) == 0;
    return m_hasReader;
}

} // namespace holdline
