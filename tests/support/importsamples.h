// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace holdline::testing {

/// A small file of one dialect with invented numbers.
struct ImportSample {
    const char* name;
    const char* kind;
    const char* map; ///< of the program, or null
    qint64 rows = 0;
    qint64 rejected = 0;
    qint64 withoutValues = 0; ///< rows that hold only missing values
    QByteArray text;
    QString instrument = {};
};

/// One of each dialect.
[[nodiscard]] const std::vector<ImportSample>& importSamples();

} // namespace holdline::testing
