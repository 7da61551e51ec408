// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/views/view.h"

#include <QCommandLineParser>
#include <QStringList>

namespace holdline {

/// What a picture is to show, before the data are known: a missing range is an empty one.
struct ExportQuestion {
    View view;
    QStringList files; ///< paths to write
    std::optional<UtcTime> from;
    std::optional<UtcTime> to;
};

void addExportOptions(QCommandLineParser& parser);

/// `arguments` are those that the parser has parsed. Errors: Usage for a bad value, Unavailable for a view
/// file that cannot be read or a format that is still to come.
[[nodiscard]] Result<ExportQuestion> readExportOptions(const QCommandLineParser& parser,
                                                       const QStringList& arguments);

} // namespace holdline
