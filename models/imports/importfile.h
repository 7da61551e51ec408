// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/bytesource.h"
#include "models/imports/filehead.h"
#include "models/imports/table.h"

#include <memory>

namespace holdline {

/// An unpacked file about to be read: its head and a stream of all its bytes, the head included.
class ImportFile {
public:
    enum class Json {
        Records, ///< a table; what holds none is refused
        Text,    ///< whatever it holds, its columns not known
    };

    /// Reads the head; JSON is read whole. `name` may hold folders. Error: Malformed.
    [[nodiscard]] static Result<ImportFile> open(ByteSource& source, const QString& name,
                                                 Json json = Json::Records);

    [[nodiscard]] const FileHead& head() const { return m_head; }
    [[nodiscard]] ByteSource& bytes() { return *m_bytes; }
    [[nodiscard]] const QByteArray& text() const { return m_text; } ///< of JSON and HTML, whole
    /// Takes its rows; to be called once, never for JSON read as text. Of separated lines, those before
    /// `headerLine` are skipped; `columns` are its names when they do not stand in that line.
    [[nodiscard]] std::unique_ptr<Table> takeTable(qint64 headerLine = 1,
                                                   const std::vector<QByteArray>& columns = {});

private:
    FileHead m_head;
    std::unique_ptr<PeekSource> m_bytes;
    QByteArray m_text;
    std::unique_ptr<Table> m_records;

    ImportFile() = default;
    [[nodiscard]] Result<Done> readAll(Json json);
};

} // namespace holdline
