// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "app/commands/exportoptions.h"
#include "models/store/store.h"
#include "models/views/reportrecord.h"

#include <functional>

namespace holdline {

/// What was read once of what a question asks for, to be written as files.
struct ExportFiles {
    QByteArray recorded; ///< the numbers that go along, as those of a record
    /// The bytes of a file of that format. Storage: not enough memory.
    std::function<Result<QByteArray>(const QString& format)> make;
};

/// Reads what the question asks for, at one moment of the store: the timeline, or a report with pages. The
/// range of its view is complete. `formats` are those that will be asked for. Errors: Unavailable; Usage,
/// where it is not written as one of the formats; Storage.
[[nodiscard]] Result<ExportFiles> exportFiles(Store& store, const ExportQuestion& question,
                                              const QStringList& formats, Paper paper,
                                              const CommandContext& context);

/// What was asked for when a file was written. Errors as those of templateFromJson().
[[nodiscard]] Result<ExportQuestion> questionOf(const ReportRecord& record);

/// Unavailable: nothing of what the question asks for is stored in its range.
[[nodiscard]] Result<Done> checkHoldsSomething(const ExportFiles& files, const ExportQuestion& question);

} // namespace holdline
