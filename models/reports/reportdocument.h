// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/reportcontent.h"

namespace holdline {

/// What exportDocument() says of the report's view, and of all its pictures together: `sources` and
/// `coverage`
/// (`{"series","from","to","state","reason"}`, every stretch that is not known); besides `template`, `at`,
/// and `brief` as the command prints it.
[[nodiscard]] QByteArray reportDocument(const ReportContent& content);

} // namespace holdline
