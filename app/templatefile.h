// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/reporttemplate.h"

namespace holdline {

/// A template by its name (`templates/NAME.json` of the data folder, else one that comes with the program),
/// or by the path of its file, which ends in `.json`. Unavailable: there is none such, with those that there
/// are; it cannot be read; it is of a newer version. Malformed: it is none.
[[nodiscard]] Result<ReportTemplate> findTemplate(const QString& name, const QString& dataDir);

/// A person's own and the bundled ones, each name once, by name.
[[nodiscard]] QStringList templateNames(const QString& dataDir);

} // namespace holdline
