// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewsource.h"

#include "app/accountname.h"
#include "app/datasource.h"
#include "models/history/episodes.h"
#include "models/history/ledgerquery.h"
#include "models/history/studyload.h"
#include "models/views/cardfacts.h"
#include "models/views/openingrange.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace holdline {

namespace {

const QString bundledEpisode = QStringLiteral("january-2026");

QString viewWords(const char* text)
{
    return QCoreApplication::translate("holdline::ViewSource", text);
}

bool holdsNothing(const ViewData& data)
{
    return !data.candles || data.candles->candleCount() == 0;
}

/// An episode knows which part of it to show first.
TimeRange firstRange(const QString& episode, const ViewData& data)
{
    for (const EpisodeInfo& info : episodeCatalog()) {
        if (info.name == episode)
            return info.story;
    }
    return openingRange(data);
}

Result<std::vector<Mark>> marksOf(Store& store)
{
    auto levels = store.levels();
    if (levels.hasError())
        return levels.error();
    auto drawings = store.drawings();
    if (drawings.hasError())
        return drawings.error();
    std::vector<Mark> marks(levels.value().begin(), levels.value().end());
    marks.insert(marks.end(), drawings.value().begin(), drawings.value().end());
    return marks;
}

Result<Done> put(Store& store, const Mark& mark)
{
    if (const auto* const level = std::get_if<Level>(&mark)) {
        const auto outcome = store.putLevels(std::vector{*level});
        return outcome.hasError() ? Result<Done>(outcome.error()) : Result<Done>(Done{});
    }
    const auto outcome = store.putDrawings(std::vector{std::get<Drawing>(mark)});
    return outcome.hasError() ? Result<Done>(outcome.error()) : Result<Done>(Done{});
}

/// The one wanted, or the longest with which so little history makes more than a few bars.
Interval readableInterval(Interval wanted, Span length)
{
    constexpr int fewest = 24;
    for (const Interval interval :
         {oneWeek, oneDay, fourHours, oneHour, fifteenMinutes, fiveMinutes, oneMinute}) {
        if (interval <= wanted && length / interval.length >= fewest)
            return interval;
    }
    return length > Span::zero() ? std::min(wanted, oneMinute) : wanted;
}

} // namespace

ViewSource::ViewSource(QString dataDir, const Clock& clock) : m_dataDir(std::move(dataDir)), m_clock(clock) {}

void ViewSource::close()
{
    m_prices.clear();
    m_store.reset();
}

Result<Store*> ViewSource::open(const QString& episode)
{
    if (m_store && m_episode == episode)
        return m_store.get();
    m_prices.clear();
    m_store.reset();
    auto store = openData(m_dataDir, episode, m_clock);
    if (store.hasError())
        return store.error();
    m_store = std::move(store).value();
    m_episode = episode;
    return m_store.get();
}

Result<LoadedView> ViewSource::loadFrom(View view)
{
    const auto store = open(view.episode);
    if (store.hasError())
        return store.error();
    if (view.panes.empty())
        view.panes = defaultPanes();
    if (!view.asOf)
        m_prices.clear();
    auto data = loadViewData(*store.value(), view, m_clock, &m_prices);
    if (data.hasError())
        return data.error();
    LoadedView loaded{.view = std::move(view),
                      .data = std::make_shared<const ViewData>(std::move(data).value()),
                      .shown = {},
                      .notice = store.value()->notice()};
    auto marks = marksOf(*store.value());
    if (marks.hasError())
        return marks.error();
    loaded.marks = std::move(marks).value();
    if (!loaded.view.range.isEmpty())
        return loaded;
    loaded.view.range = firstRange(loaded.view.episode, *loaded.data);
    const Interval readable = readableInterval(loaded.view.interval, loaded.view.range.length());
    if (readable == loaded.view.interval)
        return loaded;
    loaded.view.interval = readable;
    auto finer = loadViewData(*store.value(), loaded.view, m_clock, &m_prices);
    if (finer.hasError())
        return finer.error();
    loaded.data = std::make_shared<const ViewData>(std::move(finer).value());
    return loaded;
}

Result<LoadedView> ViewSource::load(const View& view)
{
    auto loaded = loadFrom(view);
    const bool isEmpty = loaded.hasError() ? loaded.error().kind == Error::Kind::Unavailable
                                           : holdsNothing(*loaded.value().data);
    if (!view.episode.isEmpty() || !isEmpty) {
        if (loaded.hasValue())
            loaded.value().shown = view.episode.isEmpty() ? viewWords("Data folder %1").arg(m_dataDir)
                                                          : viewWords("Episode %1").arg(view.episode);
    } else {
        View bundled = view;
        bundled.episode = bundledEpisode;
        bundled.instrument = View{}.instrument; // the one that it tells of
        loaded = loadFrom(bundled);
        if (loaded.hasValue())
            loaded.value().shown = viewWords("Episode %1, since %2 holds no candles of %3")
                                       .arg(bundledEpisode, m_dataDir, view.instrument);
    }
    if (loaded.hasValue())
        loaded.value().storeBytes = storeBytes();
    return loaded;
}

Result<Done> ViewSource::saveMarks(const std::vector<MarkChange>& changes)
{
    const auto store = open({});
    if (store.hasError())
        return store.error();
    store.value()->setAuthor(accountName());
    if (auto begun = store.value()->begin(); begun.hasError())
        return begun;
    for (const MarkChange& change : changes) {
        auto done = change.mark ? put(*store.value(), *change.mark) : store.value()->removeMark(change.id);
        if (done.hasError()) {
            store.value()->rollback();
            return done;
        }
    }
    return store.value()->commit();
}

Result<std::vector<Mark>> ViewSource::marks()
{
    const auto store = open({});
    if (store.hasError())
        return store.error();
    return marksOf(*store.value());
}

Result<std::vector<JournalEntry>> ViewSource::journal()
{
    const auto store = open({});
    if (store.hasError())
        return store.error();
    return store.value()->journal({});
}

Result<EventStudy> ViewSource::study(const QString& episode, const StudyQuestion& question)
{
    const auto store = open(episode);
    if (store.hasError())
        return store.error();
    const auto data = loadStudyData(*store.value(), question);
    if (data.hasError())
        return data.error();
    return studyOf(data.value());
}

Result<CardData> ViewSource::loadCards(const View& view, const ViewData& data)
{
    const auto store = open(view.episode);
    if (store.hasError())
        return store.error();
    auto cards = loadCardData(*store.value(), view, data);
    if (cards.hasError())
        return cards;
    if (const auto done = addLedgers(*store.value(), view, data, cards.value()); done.hasError())
        return done.error();
    if (const auto done = addBrief(*store.value(), view, data, cards.value()); done.hasError())
        return done.error();
    return cards;
}

/// Made again when five minutes are over, a level has changed, or the view was read anew.
Result<Done> ViewSource::addBrief(Store& store, const View& view, const ViewData& data, CardData& cards)
{
    BriefCache now{view.episode, cards.instrument, fiveMinutes.bucketStart(cards.at), &data};
    for (const LevelDistance& row : cards.levels)
        now.levels.push_back(row.level.level);
    const bool isSame = m_brief.brief && now.episode == m_brief.episode &&
                        now.instrument == m_brief.instrument && now.at == m_brief.at &&
                        now.data == m_brief.data && now.levels == m_brief.levels;
    if (!isSame) {
        const auto readings = loadCardReadings(store, cards, view.episode, m_dataDir);
        if (readings.hasError())
            return readings.error();
        now.brief = readings.value().brief;
        now.correlations = readings.value().correlations;
        m_brief = std::move(now);
    }
    cards.brief = m_brief.brief;
    cards.correlations = m_brief.correlations;
    return Done{};
}

/// Counted again when an hour is over, or a level has changed.
Result<Done> ViewSource::addLedgers(Store& store, const View& view, const ViewData& data, CardData& cards)
{
    LedgerCache now{.episode = view.episode, .asOf = view.asOf};
    for (const LevelDistance& row : cards.levels)
        now.levels.push_back(row.level.level);
    if (data.lastClose)
        now.lastClose = oneHour.bucketStart(*data.lastClose);
    const bool isSame = now.episode == m_ledgers.episode && now.levels == m_ledgers.levels &&
                        now.lastClose == m_ledgers.lastClose && now.asOf == m_ledgers.asOf;
    if (!isSame && !now.levels.empty()) {
        auto ledgers = levelLedgers(store, now.levels, {.asOf = view.asOf});
        if (ledgers.hasError() && ledgers.error().kind != Error::Kind::Unavailable)
            return ledgers.error();
        if (ledgers.hasValue())
            now.ledgers = std::move(ledgers.value());
        m_ledgers = std::move(now);
    }
    for (std::size_t i = 0; i < cards.levels.size() && i < m_ledgers.ledgers.size(); ++i)
        cards.levels[i].ledger = m_ledgers.ledgers[i];
    return Done{};
}

qint64 ViewSource::storeBytes() const
{
    return m_episode.isEmpty() ? QFileInfo(QDir(m_dataDir).filePath(QStringLiteral("holdline.db"))).size()
                               : 0;
}

} // namespace holdline
