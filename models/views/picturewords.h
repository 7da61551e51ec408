// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace holdline {

struct Brief;
struct PlaceholderFacts;
struct View;
struct ViewData;

/// The words of a picture as they are drawn: placeholders filled, what would disturb the layout taken out.
struct PictureWords {
    QString title = {};
    QString subtitle = {};
    QString caption = {};      ///< paragraphs are divided by line feeds
    QStringList callouts = {}; ///< one each of the view's
    QStringList notes = {};    ///< `Not known: etf.net_last (no flows of funds are stored)`
    QStringList problems = {}; ///< sentences for the person who typed them, not for the picture
    QString author = {};       ///< who is named beside the stamp, or empty
    QByteArray logo = {};      ///< a PNG or SVG file, or empty

    bool operator==(const PictureWords&) const = default;
};

/// Whether filling the view's words needs a brief.
[[nodiscard]] bool asksForReadings(const View& view);

/// What the placeholders of a view stand for; `brief` is borrowed and may be null, for the reason `noBrief`.
[[nodiscard]] PlaceholderFacts placeholderFacts(const View& view, const ViewData& data, const Brief* brief,
                                                const QString& noBrief = {});

/// The view's words filled, without author and logo.
[[nodiscard]] PictureWords pictureWords(const View& view, const PlaceholderFacts& facts);

/// Those of the data, or where they were not filled the view's own as they were typed.
[[nodiscard]] PictureWords wordsOf(const View& view, const ViewData& data);

} // namespace holdline
