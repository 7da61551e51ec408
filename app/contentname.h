// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace holdline {

/// What can be exported of a view: `timeline`, `brief`, and `card:ID` of each card and panel.
[[nodiscard]] QStringList contentNames();

/// As a record has it (models/views/reportrecord.h), so empty for the timeline; absent: there is none of that
/// name.
[[nodiscard]] std::optional<QString> parseContentName(const QString& name);

/// The id of the card or panel that a content shows; empty for the timeline.
[[nodiscard]] QString cardOfContent(const QString& content);

} // namespace holdline
