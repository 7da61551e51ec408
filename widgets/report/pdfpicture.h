// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/view.h"
#include "models/views/viewdata.h"

#include <QByteArray>

#include <optional>

namespace holdline {

enum class Paper { A4, Letter };

[[nodiscard]] QString toText(Paper paper); ///< `a4`, `letter`
[[nodiscard]] std::optional<Paper> parsePaper(QStringView name);

/// The picture (picture.h) as a page: vectors, text as text, fonts within. It keeps its shape, as large as
/// the page lets it, which lies on its side where the picture is wider than high. Title, author, subject and
/// `record` (see there) go along; the date is the data's as-of time, so that the same data give the same
/// bytes.
[[nodiscard]] QByteArray pdfPicture(const View& view, const ViewData& data, Paper paper,
                                    const QByteArray& record = {});

} // namespace holdline
