// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace holdline {

/// What the beginning of an unpacked file looks like: enough to tell its dialect by content.
struct FileHead {
    enum class Shape { Lines, Json, Html };
    struct Line {
        qint64 number = 0; ///< physical, from 1
        QByteArray text;
        std::vector<QByteArray> fields;
    };

    QString fileName; ///< of the file or of the member of a zip, without folders
    QString folder;   ///< where it lies
    Shape shape = Shape::Lines;
    char separator = ',';
    std::vector<Line> lines; ///< the first ones that are not blank; none for JSON and HTML
    /// Names of columns as written: the fields of the first line, or the keys of JSON records.
    std::vector<QByteArray> columns;

    /// Place of the first column with one of these names (as normalName writes them), or -1.
    [[nodiscard]] int columnNamed(std::initializer_list<QByteArrayView> names) const;
    [[nodiscard]] bool hasColumn(QByteArrayView name) const { return columnNamed({name}) >= 0; }
};

/// `Quote asset volume` → `quote_asset_volume`.
[[nodiscard]] QByteArray normalName(QByteArrayView name);

/// Reads the first chunk of a file. Error: Malformed for what is no text in UTF-8 or of one byte a character.
[[nodiscard]] Result<FileHead> readHead(QByteArrayView firstChunk);

/// A line shortened for a sentence, in quotes.
[[nodiscard]] QString quoted(QByteArrayView line);

} // namespace holdline
