// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArray>
#include <QJsonValue>

#include <vector>

namespace holdline {

struct JsonElement {
    QJsonValue value;
    qint64 line = 0; ///< on which it begins, from 1; 0 when that is not known
};

/// The elements of an array that stands alone or is the value of `key`; without that key, of the first array
/// of objects that the object holds. Error: Malformed, with the line where the text is no JSON.
[[nodiscard]] Result<std::vector<JsonElement>> jsonElements(const QByteArray& text, const QString& key);

} // namespace holdline
