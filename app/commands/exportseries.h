// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "app/commands/exportoptions.h"

namespace holdline {

/// What is written of one view: its path without the suffix, and the view.
struct ExportItem {
    QString path;
    ExportQuestion question;
};

/// Each view file of --views, by name. One that cannot be read is told and left out; `isWhole` says whether
/// there was none such. Unavailable: no such folder, or none in it.
[[nodiscard]] Result<std::vector<ExportItem>> itemsOfFolder(const QCommandLineParser& parser,
                                                            const ExportOutput& output,
                                                            const CommandContext& context, bool& isWhole);
/// The view at each step of the range [from, to), named by time. Usage: no step, or too many.
[[nodiscard]] Result<std::vector<ExportItem>>
itemsOfSteps(ExportQuestion question, const ExportOutput& output, const CommandContext& context);

/// Writes all of them in all formats. What cannot be drawn is told, and the others are written; then the exit
/// code is 1.
[[nodiscard]] int exportItems(const std::vector<ExportItem>& items, const ExportOutput& output,
                              const CommandContext& context);

} // namespace holdline
