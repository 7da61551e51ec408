// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/episodeloader.h"

#include "models/history/episodetables.h"
#include "models/levels/leveljson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace holdline {

using namespace Qt::StringLiterals;

namespace {

Error misfit(const QString& what)
{
    return {Error::Kind::Malformed, u"The episode's files do not fit together: %1."_s.arg(what)};
}

Result<QJsonObject> objectNamed(const EpisodeFiles& files, const QString& name)
{
    const auto bytes = fileNamed(files, name);
    if (bytes.hasError())
        return bytes.error();
    const QJsonDocument document = QJsonDocument::fromJson(bytes.value());
    if (!document.isObject())
        return misfit(name);
    return document.object();
}

QString text(const QJsonObject& object, QLatin1StringView key)
{
    return object.value(key).toString();
}

/// A time that is written in the object; absent when it is none.
std::optional<UtcTime> time(const QJsonObject& object, QLatin1StringView key)
{
    const auto time = parseIso(text(object, key).toLatin1());
    return time.hasValue() ? std::optional(time.value()) : std::nullopt;
}

/// Absent when the key is.
std::optional<Amount> amount(const QJsonObject& object, QLatin1StringView key)
{
    return Amount::parse(text(object, key).toLatin1());
}

template <typename Value>
Result<Done> withoutValue(const Result<Value>& result)
{
    if (result.hasError())
        return result.error();
    return Done{};
}

class Loader {
public:
    Loader(const EpisodeFiles& files, Store& store) : m_files(files), m_store(store) {}

    Result<Done> load()
    {
        const auto manifest = objectNamed(m_files, u"manifest.json"_s);
        if (manifest.hasError())
            return manifest.error();
        for (const QJsonValue& series : manifest.value().value("series"_L1).toArray()) {
            const auto done = loadSeries(series.toObject());
            if (done.hasError())
                return done;
        }
        const auto gaps = loadGaps(manifest.value().value("gaps"_L1).toArray());
        if (gaps.hasError())
            return gaps;
        const auto events = loadEvents(manifest.value().value("events"_L1).toObject());
        if (events.hasError())
            return events;
        return loadLevels(text(manifest.value(), "levels"_L1));
    }

private:
    Result<StoredSeries> ensure(const QJsonObject& object, SeriesKind kind)
    {
        SeriesKey key{text(object, "name"_L1), u"value"_s, text(object, "source"_L1),
                      text(object, "definition"_L1)};
        if (object.contains("column"_L1))
            key.column = text(object, "column"_L1);
        auto series = m_store.ensureSeries(key, kind, text(object, "unit"_L1));
        if (series.hasValue())
            m_ids.insert_or_assign({key.name, key.column}, series.value().id);
        return series;
    }

    Result<Done> loadSeries(const QJsonObject& object)
    {
        const auto table = fileNamed(m_files, text(object, "file"_L1));
        if (table.hasError())
            return table.error();
        if (text(object, "kind"_L1) == u"candles"_s)
            return loadCandles(object, table.value());
        return loadSamples(object, table.value());
    }

    Result<Done> loadCandles(const QJsonObject& object, const QByteArray& table)
    {
        const auto series = ensure(object, SeriesKind::Candles);
        const auto candles = readCandleTable(table);
        if (series.hasError())
            return series.error();
        if (candles.hasError())
            return candles.error();
        const Interval interval{std::chrono::minutes{object.value("intervalMinutes"_L1).toInt()}};
        return withoutValue(m_store.mergeCandles(series.value().id, interval, candles.value()));
    }

    Result<Done> loadSamples(const QJsonObject& object, const QByteArray& table)
    {
        const auto series = ensure(object, SeriesKind::Samples);
        const auto samples = readSampleColumn(table, text(object, "table"_L1).toUtf8());
        if (series.hasError())
            return series.error();
        if (samples.hasError())
            return samples.error();
        return withoutValue(m_store.mergeSamples(series.value().id, samples.value()));
    }

    Result<Done> loadGaps(const QJsonArray& gaps)
    {
        for (const QJsonValue& value : gaps) {
            const QJsonObject gap = value.toObject();
            const auto from = time(gap, "from"_L1);
            const auto to = time(gap, "to"_L1);
            const auto series = m_ids.find({text(gap, "name"_L1), text(gap, "column"_L1)});
            if (!from || !to || series == m_ids.end())
                return misfit(u"gap of "_s + text(gap, "name"_L1));
            const Coverage coverage{{*from, *to}, CoverageState::Never, text(gap, "reason"_L1)};
            const auto done = m_store.setCoverage(series->second, std::span(&coverage, 1));
            if (done.hasError())
                return done;
        }
        return Done{};
    }

    Result<Done> loadEvents(const QJsonObject& entry)
    {
        const auto document = objectNamed(m_files, text(entry, "file"_L1));
        const auto series = ensure(entry, SeriesKind::Events);
        if (document.hasError())
            return document.error();
        if (series.hasError())
            return series.error();
        std::vector<Event> events;
        for (const QJsonValue& value : document.value().value("events"_L1).toArray()) {
            const auto event = readEvent(value.toObject());
            if (event.hasError())
                return event.error();
            events.push_back(event.value());
        }
        return withoutValue(m_store.mergeEvents(series.value().id, events));
    }

    static Result<Event> readEvent(const QJsonObject& object)
    {
        const auto at = time(object, "time"_L1);
        const auto knownAt = time(object, "knownAt"_L1);
        const qsizetype importance =
            QStringList{u"low"_s, u"medium"_s, u"high"_s}.indexOf(text(object, "importance"_L1));
        if (!at || !knownAt || importance < 0)
            return misfit(u"event "_s + text(object, "id"_L1));
        return Event{text(object, "id"_L1),
                     *at,
                     *knownAt,
                     text(object, "title"_L1),
                     text(object, "category"_L1),
                     static_cast<Importance>(importance),
                     amount(object, "actual"_L1),
                     amount(object, "prior"_L1),
                     amount(object, "forecast"_L1),
                     text(object, "unit"_L1),
                     text(object, "note"_L1)};
    }

    Result<Done> loadLevels(const QString& name)
    {
        const auto document = objectNamed(m_files, name);
        if (document.hasError())
            return document.error();
        std::vector<Level> levels;
        for (const QJsonValue& value : document.value().value("levels"_L1).toArray()) {
            const auto level = levelFromJson(value.toObject());
            if (level.hasError())
                return level.error();
            levels.push_back(level.value());
        }
        return withoutValue(m_store.putLevels(levels));
    }

    const EpisodeFiles& m_files;
    Store& m_store;
    std::map<std::pair<QString, QString>, qint64> m_ids; ///< by name and column
};

} // namespace

Result<Done> loadEpisode(const EpisodeFiles& files, Store& store)
{
    const auto begun = store.begin();
    if (begun.hasError())
        return begun;
    const auto done = Loader(files, store).load();
    if (done.hasValue())
        return store.commit();
    store.rollback();
    return done;
}

Result<std::vector<Citation>> readCitations(const EpisodeFiles& files)
{
    const auto manifest = objectNamed(files, u"manifest.json"_s);
    if (manifest.hasError())
        return manifest.error();
    std::vector<Citation> citations;
    for (const QJsonValue& value : manifest.value().value("citations"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        citations.push_back({text(object, "id"_L1), text(object, "value"_L1), text(object, "text"_L1),
                             text(object, "source"_L1)});
    }
    return citations;
}

} // namespace holdline
