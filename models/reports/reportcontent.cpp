// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/reportcontent.h"

#include "models/foundation/harmlesstext.h"
#include "models/history/briefload.h"
#include "models/history/ledgerquery.h"
#include "models/history/readingsettingsfile.h"
#include "models/history/reportsettingsfile.h"
#include "models/readings/placeholders.h"
#include "models/views/picturewords.h"
#include "models/views/pricememory.h"

#include <algorithm>
#include <tuple>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

/// A view's data and for which views they serve.
struct LoadedOnce {
    View view; ///< without what its data do not depend on; all panes that any of the views shows
    std::optional<ViewData> data = {};
};

/// What decides which data a view has, but for its panes.
View dataView(const View& view)
{
    View same{.episode = view.episode, .instrument = view.instrument, .interval = view.interval};
    same.range = view.range;
    same.asOf = view.asOf;
    same.showsLevels = view.showsLevels;
    same.showsEvents = view.showsEvents;
    same.showsCosts = view.showsCosts;
    return same;
}

void addPanes(View& to, const std::vector<PaneSpec>& panes)
{
    for (const PaneSpec& pane : panes) {
        const bool isThere = std::any_of(to.panes.begin(), to.panes.end(),
                                         [&](const PaneSpec& each) { return each.kind == pane.kind; });
        if (!isThere)
            to.panes.push_back({.kind = pane.kind});
    }
}

/// Pictures of the same time share what is loaded; each gets the panes that it shows.
class ReportLoader final {
public:
    ReportLoader(Store& store, const Clock& clock) : m_store(store), m_clock(clock) {}

    void want(const View& view)
    {
        LoadedOnce& loaded = entryOf(view);
        addPanes(loaded.view, view.panes);
    }
    Result<ViewData> dataOf(const View& view)
    {
        LoadedOnce& loaded = entryOf(view);
        if (!loaded.data) {
            auto data = loadViewData(m_store, loaded.view, m_clock, &m_prices);
            if (data.hasError())
                return data.error();
            loaded.data = std::move(data).value();
        }
        ViewData data = *loaded.data;
        std::erase_if(data.panes, [&](const PaneData& pane) {
            return std::none_of(view.panes.begin(), view.panes.end(),
                                [&](const PaneSpec& spec) { return spec.kind == pane.kind; });
        });
        return data;
    }

private:
    LoadedOnce& entryOf(const View& view)
    {
        const View key = dataView(view);
        for (LoadedOnce& loaded : m_loaded) {
            if (dataView(loaded.view) == key)
                return loaded;
        }
        m_loaded.push_back({key});
        return m_loaded.back();
    }
    Store& m_store;
    const Clock& m_clock;
    std::vector<LoadedOnce> m_loaded;
    PriceMemory m_prices; ///< pictures of other times share it too
};

Result<View> viewOfBlock(const ReportContent& content, const ReportBlock& block)
{
    View plain = content.view; // the report's own words stand above all pictures
    plain.title.clear();
    plain.subtitle.clear();
    plain.caption.clear();
    auto view = changedView(plain, block.changes);
    if (view.hasValue() && block.span)
        view.value().range.from = view.value().range.to - *block.span;
    return view;
}

Result<Done> loadPictures(ReportLoader& loader, ReportContent& content)
{
    loader.want(content.view);
    for (const ReportBlock& block : content.pattern.blocks) {
        if (block.kind != u"picture"_s)
            continue;
        auto view = viewOfBlock(content, block);
        if (view.hasError())
            return view.error();
        loader.want(view.value());
        content.pictures.push_back({std::move(view).value(), {}});
    }
    auto whole = loader.dataOf(content.view);
    if (whole.hasError())
        return whole.error();
    content.data = std::move(whole).value();
    for (ReportPicture& picture : content.pictures) {
        auto data = loader.dataOf(picture.view);
        if (data.hasError())
            return data.error();
        picture.data = std::move(data).value();
    }
    return Done{};
}

Result<Done> readBrief(Store& store, const QString& dataDir, ReportContent& content)
{
    const auto settings = loadReadingSettings(dataDir);
    if (settings.hasError())
        return settings.error();
    auto brief = loadBrief(store, {.at = content.at,
                                   .asOf = content.at,
                                   .instrument = content.view.instrument,
                                   .settings = settings.value(),
                                   .episode = content.view.episode});
    if (brief.hasValue())
        content.brief = std::move(brief).value();
    else if (brief.error().kind == Error::Kind::Unavailable)
        content.briefProblem = brief.error().message;
    else
        return brief.error();
    return Done{};
}

Result<Done> readLevels(Store& store, ReportContent& content)
{
    const ViewData& data = content.data;
    const auto price = data.candles ? data.candles->closeAt(content.at) : std::nullopt;
    content.levels = levelDistances(data.levels, price ? price : data.lastPrice, content.at);
    std::vector<Level> levels;
    for (const LevelDistance& row : content.levels)
        levels.push_back(row.level.level);
    if (levels.empty())
        return Done{};
    auto ledgers = levelLedgers(store, levels, {.asOf = content.at});
    if (ledgers.hasError() && ledgers.error().kind != Error::Kind::Unavailable)
        return ledgers.error();
    if (ledgers.hasValue()) {
        for (std::size_t i = 0; i < content.levels.size(); ++i)
            content.levels[i].ledger = std::move(ledgers.value()[i]);
    }
    return Done{};
}

void addProvenance(const std::vector<Provenance>& from, std::vector<Provenance>& to)
{
    for (const Provenance& entry : from) {
        const auto same = std::find_if(to.begin(), to.end(), [&](const Provenance& each) {
            return std::tie(each.series, each.source, each.definition) ==
                   std::tie(entry.series, entry.source, entry.definition);
        });
        if (same == to.end()) {
            to.push_back(entry);
            continue;
        }
        same->from = std::min(same->from, entry.from);
        same->to = std::max(same->to, entry.to);
    }
}

void addGaps(const QString& series, const std::vector<Coverage>& coverage, TimeRange visible,
             std::vector<ReportGap>& gaps)
{
    for (Coverage stretch : coverage) {
        stretch.range = {std::max(stretch.range.from, visible.from), std::min(stretch.range.to, visible.to)};
        const bool isKnown = stretch.state == CoverageState::Known;
        if (!isKnown && !stretch.range.isEmpty())
            gaps.push_back({series, stretch});
    }
}

bool isEarlierGap(const ReportGap& a, const ReportGap& b)
{
    return std::tie(a.series, a.stretch.range.from, a.stretch.range.to) <
           std::tie(b.series, b.stretch.range.from, b.stretch.range.to);
}

/// Of several pictures of the same time one gap is one row.
void joinGaps(std::vector<ReportGap>& gaps)
{
    std::sort(gaps.begin(), gaps.end(), isEarlierGap);
    std::vector<ReportGap> joined;
    for (const ReportGap& gap : gaps) {
        ReportGap* const last = joined.empty() ? nullptr : &joined.back();
        const bool goesOn = last && last->series == gap.series && last->stretch.state == gap.stretch.state &&
                            last->stretch.reason == gap.stretch.reason &&
                            gap.stretch.range.from <= last->stretch.range.to;
        if (goesOn)
            last->stretch.range.to = std::max(last->stretch.range.to, gap.stretch.range.to);
        else
            joined.push_back(gap);
    }
    gaps = std::move(joined);
}

void describe(ReportContent& content)
{
    for (const ReportPicture& picture : content.pictures) {
        const TimeRange visible{picture.view.range.from, std::min(picture.view.range.to, content.at)};
        addProvenance(picture.data.provenance, content.provenance);
        addGaps(u"Price"_s, priceCoverageAt(picture.data, picture.view.interval, picture.view.range), visible,
                content.gaps);
        for (const PaneData& pane : picture.data.panes) {
            addProvenance(pane.provenance, content.provenance);
            addGaps(pane.title, pane.coverage, visible, content.gaps);
            for (const PaneStream& stream : pane.streams) {
                if (stream.isRecorded)
                    addGaps(stream.series, stream.entries, visible, content.gaps);
            }
        }
    }
    std::stable_sort(content.provenance.begin(), content.provenance.end(),
                     [](const Provenance& a, const Provenance& b) { return a.series < b.series; });
    joinGaps(content.gaps);
}

void addProblems(const QStringList& problems, QStringList& to)
{
    for (const QString& problem : problems) {
        if (!to.contains(problem))
            to << problem;
    }
}

PictureWords filledFor(const View& view, const ViewData& data, ReportContent& content)
{
    const bool hasBrief = content.briefProblem.isEmpty();
    const auto words = pictureWords(
        view, placeholderFacts(view, data, hasBrief ? &content.brief : nullptr, content.briefProblem));
    addProblems(words.problems, content.problems);
    return words;
}

/// The pages name author and logo; the pictures on them do not again.
Result<Done> fillWords(const QString& dataDir, ReportContent& content)
{
    const auto settings = loadReportSettings(dataDir);
    if (settings.hasError())
        return settings.error();
    const auto logo = loadLogo(dataDir, settings.value());
    if (logo.hasError())
        return logo.error();
    content.data.words = filledFor(content.view, content.data, content);
    content.data.words->author = harmlessLine(settings.value().author);
    content.data.words->logo = logo.value();
    for (ReportPicture& picture : content.pictures)
        picture.data.words = filledFor(picture.view, picture.data, content);
    View typed = content.view;
    for (const ReportBlock& block : content.pattern.blocks) {
        typed.caption = block.text;
        content.texts << filledFor(typed, content.data, content).caption;
    }
    return Done{};
}

} // namespace

Result<ReportContent> loadReportContent(Store& store, const View& view, const ReportTemplate& pattern,
                                        const QString& dataDir, const Clock& clock)
{
    ReportContent content;
    content.pattern = pattern;
    content.view = view;
    ReportLoader loader(store, clock);
    if (const auto done = loadPictures(loader, content); done.hasError())
        return done.error();
    content.at = std::min(view.range.to, content.data.asOf);
    if (const auto done = readBrief(store, dataDir, content); done.hasError())
        return done.error();
    if (const auto done = readLevels(store, content); done.hasError())
        return done.error();
    describe(content);
    if (const auto done = fillWords(dataDir, content); done.hasError())
        return done.error();
    return content;
}

} // namespace holdline
