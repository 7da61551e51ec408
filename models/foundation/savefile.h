// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArray>
#include <QString>

namespace holdline {

/// Writes a file whole or not at all: one of that name stays as it was until the new one is complete. What is
/// no ordinary file (a device, a pipe, a folder, a link to one) is left alone: it would be replaced, not
/// written to. Error: Storage.
[[nodiscard]] Result<Done> saveFile(const QString& path, const QByteArray& content);

} // namespace holdline
