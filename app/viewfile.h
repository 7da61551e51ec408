// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/view.h"

#include <QString>

namespace holdline {

/// Reads a view document. Unavailable: no such file, or of a newer version. Malformed: it holds no view.
[[nodiscard]] Result<View> readViewFile(const QString& path);
/// Writes it as saveFile does. Error: Storage.
[[nodiscard]] Result<Done> writeViewFile(const QString& path, const View& view);

} // namespace holdline
