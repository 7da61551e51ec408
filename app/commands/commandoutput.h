// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArrayView>

#include <optional>

namespace holdline {

/// Standard output. Once a write has failed it takes nothing more; a reader that has gone away (a pipe into
/// `head`) does not end the program.
class CommandOutput final {
public:
    CommandOutput();
    Q_DISABLE_COPY_MOVE(CommandOutput)

    /// Whether it is any use to go on writing.
    bool write(QByteArrayView data);
    /// Why data were lost. That nobody wants them is no error. Kind: Storage.
    [[nodiscard]] std::optional<Error> error() const;

private:
    int m_failure = 0; ///< errno
};

} // namespace holdline
