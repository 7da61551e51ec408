// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/view.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace holdline {

/// What goes along inside an exported file, so that another person can check it.
struct ReportRecord {
    QString program;   ///< the version that wrote it
    View view;         ///< with its range
    UtcTime asOf;      ///< what was known then
    QByteArray digest; ///< SHA-256 of the numbers, 64 hexadecimal digits
    /// As visibleNumbers() gives them for recordedView(); absent where they are more than mostRecordedBytes.
    std::optional<QByteArray> numbers;
    QString paper = {};       ///< of a PDF: `a4`, `letter`; else empty
    QString content = {};     ///< what of the view is shown: `brief`, `card:ID`; empty: the timeline
    QJsonObject pattern = {}; ///< the template of a report with pages; else empty

    bool operator==(const ReportRecord&) const = default;
};

inline constexpr qsizetype mostRecordedBytes = qsizetype{64} << 20;

/// The view whose numbers are recorded: candles as fine as the view's, but no more of them than the widest
/// picture has pixels.
[[nodiscard]] View recordedView(View view);

[[nodiscard]] QByteArray numbersDigest(const QByteArray& numbers);
[[nodiscard]] ReportRecord reportRecord(const View& view, UtcTime asOf, const QByteArray& numbers);

/// `{"asOf","content","holdline","numbers":[…],"paper","record","sha256","template","view"}` in ASCII without
/// `<`, `>` and `&`, so that it stands in any file as it is. `numbers` are pieces of their text, each packed
/// as qCompress() does, in base64.
[[nodiscard]] QByteArray toText(const ReportRecord& record);
/// The same keys in an exported document, behind its own.
[[nodiscard]] QByteArray withRecord(const QByteArray& document, const ReportRecord& record);

/// The same for a document whose own keys stay as they are written: behind them, without an as-of time, which
/// it has.
[[nodiscard]] QByteArray withRecordBehind(QByteArray document, const ReportRecord& record);

/// Reads either. Malformed: it is no record, or a damaged one. Unavailable: of a newer version, or a document
/// that holds a view and no numbers.
[[nodiscard]] Result<ReportRecord> recordFromText(const QByteArray& json);

} // namespace holdline
