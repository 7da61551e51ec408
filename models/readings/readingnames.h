// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace holdline {

/// Whether a reading, or a part of one (`event.next.title`), may have that name, be it made now or not.
/// Levels and macro series have names of their own: any will do.
[[nodiscard]] bool isReadingName(const QString& name);

/// The names that do not depend on what is stored, without parts.
[[nodiscard]] const QStringList& fixedReadingNames();

} // namespace holdline
