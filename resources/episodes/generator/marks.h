// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resources/episodes/generator/table.h"

namespace holdline {

/// Events and published notes, past and to come: `{"events":[…]}`. The same id twice is one event at two
/// times of knowledge.
[[nodiscard]] QByteArray eventsDocument();
/// The band and the two resistances: `{"levels":[…]}`.
[[nodiscard]] QByteArray levelsDocument();

} // namespace holdline
