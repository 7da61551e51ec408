// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace holdline {

/// The files of an episode by name.
using EpisodeFiles = std::map<QString, QByteArray>;

/// Unpacks every file of an archive in memory (tar or zip, with any filter). Malformed: no such archive.
[[nodiscard]] Result<EpisodeFiles> unpackFiles(const QByteArray& archive);

/// The file, or Malformed when the episode lacks it.
[[nodiscard]] Result<QByteArray> fileNamed(const EpisodeFiles& files, const QString& name);

} // namespace holdline
