// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "models/foundation/result.h"

#include <QStringList>

namespace holdline {

/// What opens with the window.
struct WindowOptions {
    QString episode;            ///< empty: the data folder
    QString viewFile;           ///< or the name of a saved view
    QStringList endpoints = {}; ///< `provider.rest=URL`, `provider.ws=URL`
    bool isOffline = false;     ///< asks no one
    bool wantsHelp = false;
    bool wantsVersion = false;

    bool operator==(const WindowOptions&) const = default;
};

/// Reads the words of a call without a subcommand. Error: Usage.
[[nodiscard]] Result<WindowOptions> parseWindowOptions(const QStringList& arguments);

/// Opens the window and stays until it is closed. Returns the exit code.
[[nodiscard]] int runWindow(int argc, char** argv, const WindowOptions& options, const QString& dataDir,
                            const Clock& clock);

} // namespace holdline
