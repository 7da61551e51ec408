// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/foundation/utctime.h"
#include "models/views/view.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace holdline {

/// A figure of a row of figures.
struct ReportFigure {
    QString id;    ///< of a reading
    QString label; ///< above its value

    bool operator==(const ReportFigure&) const = default;
};

/// One thing on the pages of a report.
struct ReportBlock {
    QString kind;                  ///< as in reportBlockKinds()
    QString text = {};             ///< of a heading or a text; the line below a picture
    QJsonObject changes = {};      ///< of a picture: keys of the view that are others than the report's
    std::optional<Span> span = {}; ///< of a picture: this long, up to the report's end
    double height = 0;             ///< of a picture: share of what a page holds; 0: the view's own shape
    int most = 20;                 ///< sentences of a brief
    std::vector<ReportFigure> figures = {};
    QJsonObject unknown = {}; ///< keys that this version does not know, kept as they were

    bool operator==(const ReportBlock&) const = default;
};

/// What a report is made of, or how one picture is shaped.
struct ReportTemplate {
    QString name;
    QString title = {};                   ///< what it is, for a list
    QString page = {};                    ///< `a4`, `letter`; empty: it is one picture
    bool isLandscape = false;             ///< of a page
    QJsonObject changes = {};             ///< keys of the view that are others than those asked for
    std::vector<ReportBlock> blocks = {}; ///< of pages alone
    QJsonObject unknown = {};

    [[nodiscard]] bool hasPages() const { return !page.isEmpty(); }
    bool operator==(const ReportTemplate&) const = default;
};

inline constexpr int templateVersion = 1;
inline constexpr std::size_t mostBlocks = 500;

/// heading, text, figures, picture, brief, levels, sources, coverage, break.
[[nodiscard]] const QStringList& reportBlockKinds();

/// Keys: template (its version), name, title, page, landscape, view, blocks; of a block: kind, text, view,
/// span (`30d`), height, most, figures (id, label).
[[nodiscard]] QJsonObject toJson(const ReportTemplate& pattern);
/// Malformed: no template, or a key that is not what it should be, named. Unavailable: of a newer version.
[[nodiscard]] Result<ReportTemplate> templateFromJson(const QJsonObject& object);

/// The view with other values under those keys. Malformed: it is then no view.
[[nodiscard]] Result<View> changedView(const View& view, const QJsonObject& changes);

/// Those that come with the program, by name: wide, square, tall, a4, letter.
[[nodiscard]] const std::vector<ReportTemplate>& bundledTemplates();

} // namespace holdline
