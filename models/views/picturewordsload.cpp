// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/picturewordsload.h"

#include "models/foundation/harmlesstext.h"
#include "models/history/briefload.h"
#include "models/history/readingsettingsfile.h"
#include "models/history/reportsettingsfile.h"
#include "models/readings/placeholders.h"

#include <algorithm>

namespace holdline {

namespace {

Result<Brief> quotedBrief(Store& store, const View& view, const ViewData& data, const QString& dataDir)
{
    const auto settings = loadReadingSettings(dataDir);
    if (settings.hasError())
        return settings.error();
    const UtcTime at = quotedMoment(view, data);
    return loadBrief(store, {.at = at,
                             .asOf = at,
                             .instrument = data.instrument,
                             .settings = settings.value(),
                             .episode = view.episode});
}

/// The words alone.
Result<PictureWords> filledWords(Store& store, const View& view, const ViewData& data, const QString& dataDir)
{
    if (!asksForReadings(view))
        return pictureWords(view, placeholderFacts(view, data, nullptr));
    const auto brief = quotedBrief(store, view, data, dataDir);
    if (brief.hasValue())
        return pictureWords(view, placeholderFacts(view, data, &brief.value()));
    if (brief.error().kind != Error::Kind::Unavailable)
        return brief.error();
    return pictureWords(view, placeholderFacts(view, data, nullptr, brief.error().message));
}

} // namespace

UtcTime quotedMoment(const View& view, const ViewData& data)
{
    return view.range.isEmpty() ? data.asOf : std::min(view.range.to, data.asOf);
}

Result<PictureWords> loadPictureWords(Store& store, const View& view, const ViewData& data,
                                      const QString& dataDir)
{
    const auto settings = loadReportSettings(dataDir);
    if (settings.hasError())
        return settings.error();
    const auto logo = loadLogo(dataDir, settings.value());
    if (logo.hasError())
        return logo.error();
    auto words = filledWords(store, view, data, dataDir);
    if (words.hasError())
        return words;
    words.value().author = harmlessLine(settings.value().author);
    words.value().logo = logo.value();
    return words;
}

} // namespace holdline
