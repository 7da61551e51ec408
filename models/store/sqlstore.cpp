// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlstore.h"

namespace holdline {

SqlStore::SqlStore(std::unique_ptr<Database> database, QString notice, const Clock& clock)
    : m_database(std::move(database)),
      m_notice(std::move(notice)),
      m_series(*m_database),
      m_candles(*m_database, clock),
      m_samples(*m_database, clock),
      m_liquidations(*m_database),
      m_events(*m_database, clock),
      m_coverage(*m_database),
      m_levels(*m_database, clock),
      m_alerts(*m_database, clock),
      m_documents(*m_database)
{
}

/// Runs a change inside the open transaction or one of its own; a failure undoes the whole transaction.
template <typename Write>
auto SqlStore::written(const Write& write) -> decltype(write())
{
    const bool isOwn = !m_database->isInTransaction();
    if (isOwn) {
        if (auto begun = m_database->begin(); begun.hasError())
            return begun.error();
    }
    auto answer = checked(write());
    if (answer.hasError() || !isOwn)
        return answer;
    if (auto committed = m_database->commit(); committed.hasError())
        return committed.error();
    return answer;
}

template <typename T>
Result<T> SqlStore::checked(Result<T> answer)
{
    if (answer.hasError() && m_database->isInTransaction())
        m_database->rollback();
    return answer;
}

Result<Done> SqlStore::beginReading()
{
    if (m_database->isInTransaction())
        return Error{Error::Kind::Storage, QStringLiteral("A transaction is open already.")};
    return m_database->beginReading();
}

Result<Done> SqlStore::begin()
{
    if (m_database->isInTransaction())
        return Error{Error::Kind::Storage, QStringLiteral("A transaction is open already.")};
    return m_database->begin();
}

Result<Done> SqlStore::commit()
{
    if (!m_database->isInTransaction())
        return Error{Error::Kind::Storage,
                     QStringLiteral("No transaction is open: an error before has undone it.")};
    return m_database->commit();
}

void SqlStore::rollback()
{
    if (m_database->isInTransaction())
        m_database->rollback();
}

Result<StoredSeries> SqlStore::ensureSeries(const SeriesKey& key, SeriesKind kind, const QString& unit)
{
    return written([&] { return m_series.ensure(key, kind, unit); });
}

Result<std::vector<MergeOutcome>> SqlStore::mergeCandles(qint64 series, Interval interval,
                                                         std::span<const Candle> candles)
{
    return written([&] { return m_candles.merge(series, interval, candles); });
}

Result<std::vector<MergeOutcome>> SqlStore::mergeSamples(qint64 series, std::span<const Sample> samples)
{
    return written([&] { return m_samples.merge(series, samples); });
}

Result<std::vector<MergeOutcome>> SqlStore::mergeLiquidations(qint64 series,
                                                              std::span<const Liquidation> items)
{
    return written([&] { return m_liquidations.merge(series, items); });
}

Result<std::vector<MergeOutcome>> SqlStore::mergeEvents(qint64 series, std::span<const Event> events)
{
    return written([&] { return m_events.merge(series, events); });
}

Result<Done> SqlStore::setCoverage(qint64 series, std::span<const Coverage> coverage)
{
    return written([&] { return m_coverage.set(series, coverage); });
}

Result<std::vector<MergeOutcome>> SqlStore::putLevels(std::span<const Level> levels)
{
    return written([&] { return m_levels.put(levels); });
}

Result<Done> SqlStore::removeLevel(const QString& id)
{
    return written([&] { return m_levels.removeLevel(id); });
}

Result<std::vector<Level>> SqlStore::levels()
{
    return checked(m_levels.levels());
}

Result<std::vector<MergeOutcome>> SqlStore::putDrawings(std::span<const Drawing> drawings)
{
    return written([&] { return m_levels.put(drawings); });
}

Result<Done> SqlStore::removeMark(const QString& id)
{
    return written([&] { return m_levels.removeMark(id); });
}

Result<std::vector<Drawing>> SqlStore::drawings()
{
    return checked(m_levels.drawings());
}

Result<std::vector<MergeOutcome>> SqlStore::putAlerts(std::span<const Alert> alerts)
{
    return written([&] { return m_levels.put(alerts); });
}

Result<std::vector<Alert>> SqlStore::alerts(QStringList* unreadable)
{
    return checked(m_levels.alerts(unreadable));
}

Result<Done> SqlStore::removeAlert(const QString& id)
{
    return written([&] { return m_levels.removeAlert(id); });
}

Result<std::vector<JournalEntry>> SqlStore::journal(const QString& id)
{
    return checked(m_levels.journal(id));
}

Result<qint64> SqlStore::journalEnd()
{
    return checked(m_levels.journalEnd());
}

Result<bool> SqlStore::logFiring(const AlertFiring& firing)
{
    return written([&] { return m_alerts.log(firing); });
}

Result<Done> SqlStore::setFiringOutcome(const AlertFiring& firing, const QString& outcome)
{
    return written([&] { return m_alerts.setOutcome(firing, outcome); });
}

Result<Done> SqlStore::setFiringPicture(const AlertFiring& firing, const QByteArray& picture)
{
    return written([&] { return m_alerts.setPicture(firing, picture); });
}

Result<std::vector<LoggedFiring>> SqlStore::firings(qint64 above)
{
    return checked(m_alerts.firings(above));
}

Result<QByteArray> SqlStore::firingPicture(qint64 number)
{
    return checked(m_alerts.picture(number));
}

Result<std::vector<StoredSeries>> SqlStore::list()
{
    return checked(m_series.list());
}

Result<std::vector<StoredSeries>> SqlStore::find(const QString& name)
{
    return checked(m_series.find(name));
}

Result<SeriesExtent> SqlStore::extent(qint64 series)
{
    const auto found = checked(m_series.byId(series));
    if (found.hasError())
        return found.error();
    if (!found.value())
        return Error{Error::Kind::Unavailable, QStringLiteral("There is no such series.")};
    switch (found.value()->kind) {
    case SeriesKind::Candles:
        return checked(m_candles.extent(*found.value()));
    case SeriesKind::Samples:
        return checked(m_samples.extent(*found.value()));
    case SeriesKind::Liquidations:
        return checked(m_liquidations.extent(*found.value()));
    case SeriesKind::Events:
        return checked(m_events.extent(*found.value()));
    }
    Q_UNREACHABLE();
}

Result<std::vector<Candle>> SqlStore::candles(qint64 series, Interval interval, TimeRange range,
                                              std::optional<UtcTime> asOf)
{
    return checked(m_candles.candles(series, interval, range, asOf));
}

Result<Done> SqlStore::visitCandles(qint64 series, Interval interval, TimeRange range,
                                    std::optional<UtcTime> asOf,
                                    const std::function<bool(const CandleColumns&)>& visit)
{
    return checked(m_candles.visit(series, interval, range, asOf, visit));
}

Result<std::vector<CandleRevision>> SqlStore::candleRevisions(qint64 series, Interval interval,
                                                              TimeRange range, std::optional<UtcTime> asOf)
{
    return checked(m_candles.revisions(series, interval, range, asOf));
}

Result<std::vector<Sample>> SqlStore::samples(qint64 series, TimeRange range, std::optional<UtcTime> asOf)
{
    return checked(m_samples.samples(series, range, asOf));
}

Result<std::vector<Liquidation>> SqlStore::liquidations(qint64 series, TimeRange range,
                                                        std::optional<UtcTime> asOf)
{
    return checked(m_liquidations.liquidations(series, range, asOf));
}

Result<std::vector<Event>> SqlStore::events(qint64 series, TimeRange range, std::optional<UtcTime> asOf)
{
    return checked(m_events.events(series, range, asOf));
}

Result<std::vector<Event>> SqlStore::withdrawnEvents(qint64 series)
{
    return checked(m_events.withdrawn(series));
}

Result<std::vector<Coverage>> SqlStore::coverage(qint64 series, TimeRange range)
{
    return checked(m_coverage.coverage(series, range));
}

Result<Done> SqlStore::putDocument(const QString& name, const QByteArray& content)
{
    return written([&] { return m_documents.put(name, content); });
}

Result<std::optional<QByteArray>> SqlStore::document(const QString& name)
{
    return checked(m_documents.document(name));
}

} // namespace holdline
