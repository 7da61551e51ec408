// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/reportcontent.h"

#include <QByteArray>

namespace holdline {

/// The report's pages: vectors, text as text, fonts within, a bookmark for each heading. Title, author,
/// subject and `record` (models/views/reportrecord.h) go along; the date is the data's as-of time, so that
/// the same data give the same bytes.
[[nodiscard]] QByteArray reportPdf(const ReportContent& content, const QByteArray& record = {});

} // namespace holdline
