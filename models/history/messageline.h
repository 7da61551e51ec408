// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/jsonreader.h"
#include "models/history/captureline.h"

namespace holdline {

/// Reads the lines that a capture mostly consists of, those of one message that is a JSON object or array,
/// without making a document of each.
class MessageLineReader final {
public:
    /// Absent for every other line and for a damaged one: parseCaptureLine() reads it, or says what is wrong.
    [[nodiscard]] std::optional<CaptureLine> read(QByteArrayView line);

private:
    JsonReader m_json;
    FeedRecords m_none;
};

} // namespace holdline
