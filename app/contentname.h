// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace holdline {

/// What can be exported of a view: `timeline`, `brief`, and `card:ID` of each card and panel; behind that may
/// stand `/CHOICE`, as Card::choice() has it.
[[nodiscard]] QStringList contentNames();

/// As a record has it (models/views/reportrecord.h), so empty for the timeline; absent: there is none of that
/// name.
[[nodiscard]] std::optional<QString> parseContentName(const QString& name);

[[nodiscard]] QString contentOfCard(const QString& id, const QString& choice = {});

/// The id of the card or panel that a content shows; empty for the timeline.
[[nodiscard]] QString cardOfContent(const QString& content);
[[nodiscard]] QString choiceOfContent(const QString& content);

} // namespace holdline
