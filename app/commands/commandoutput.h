// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace holdline {

/// Writes to standard output. Once its reader has gone away (a pipe into `head`) it returns false, and the
/// program is not killed for it.
class CommandOutput final {
public:
    CommandOutput();
    bool write(QByteArrayView data);

private:
    bool m_hasReader = true;
};

} // namespace holdline
