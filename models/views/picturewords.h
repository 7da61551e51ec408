// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace holdline {

/// The words of a picture as they are drawn: placeholders filled, what would disturb the layout taken out.
struct PictureWords {
    QString title;
    QString subtitle;
    QString caption;      ///< paragraphs are divided by line feeds
    QStringList callouts; ///< one each of the view's
    QStringList notes;    ///< `Not known: etf.net_last (no flows of funds are stored)`
    QStringList problems; ///< sentences for the person who typed them, not for the picture
    QString author;       ///< who is named beside the stamp, or empty
    QByteArray logo;      ///< a PNG or SVG file, or empty

    bool operator==(const PictureWords&) const = default;
};

} // namespace holdline
