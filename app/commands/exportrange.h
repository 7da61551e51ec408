// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/exportoptions.h"
#include "models/store/store.h"

namespace holdline {

/// Gives the question's view a range: the one asked for, else the episode's story, else the twelve days up to
/// the last stored candle. Storage: the store cannot be read.
[[nodiscard]] Result<Done> completeRange(Store& store, ExportQuestion& question);

/// The view as it was at that time: known then, its range as long as before (or twelve days) and up to then,
/// with as much time behind it as it had behind its own as-of time.
[[nodiscard]] View viewAt(View view, UtcTime time);

} // namespace holdline
