// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alertwatch.h"

#include "app/accountname.h"
#include "models/history/alertreading.h"
#include "models/views/panecatalog.h"
#include "models/views/viewdata.h"
#include "widgets/report/picture.h"

#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace holdline {

namespace {

constexpr int tickLength = 1000;                      ///< ms
constexpr Span quietPause = std::chrono::seconds{10}; ///< between two looks while nothing comes
constexpr Span unusedPause = std::chrono::seconds{5}; ///< while there are no alerts
constexpr Span usualReach = std::chrono::minutes{10}; ///< how far back a look goes
constexpr Span farReach = std::chrono::hours{24 * 7}; ///< where history may have been filled in
constexpr Span longestActing = std::chrono::minutes{2};
constexpr Span takenUpFor = std::chrono::hours{24};
constexpr Span writtenAfter = std::chrono::seconds{5};
constexpr Span farPause = std::chrono::minutes{5};
constexpr Span pictureBefore = std::chrono::hours{6};
constexpr Span pictureAfter = std::chrono::minutes{30};
constexpr QSize pictureSize{640, 420};
constexpr double flowShare = 0.4; ///< of the height of price

/// Price, and of flows those that the view of the window has by itself.
View momentView(const QString& instrument, UtcTime at)
{
    View view;
    view.instrument = instrument.isEmpty() ? view.instrument : instrument;
    view.range = {at - pictureBefore, at + pictureAfter};
    view.interval = fiveMinutes;
    view.size = pictureSize;
    view.panes = defaultPanes();
    std::erase_if(view.panes, [](const PaneSpec& pane) {
        return pane.kind != QStringLiteral("price") && pane.kind != QStringLiteral("liquidations");
    });
    for (PaneSpec& pane : view.panes)
        pane.weight = pane.kind == QStringLiteral("price") ? 1 : flowShare;
    return view;
}

} // namespace

struct AlertWatch::Seen {
    std::vector<Alert> alerts;
    std::vector<LoggedFiring> log;                    ///< new ones
    std::vector<std::pair<Alert, AlertFiring>> fired; ///< the last of each alert
    std::map<QString, QString> troubles;
    QStringList unreadable; ///< sentences
    qint64 journalEnd = 0;
    bool isFirst = false;
};

class AlertWatch::Worker final {
public:
    Worker(QString dataDir, const Clock& clock) : m_dataDir(std::move(dataDir)), m_clock(clock) {}

    Result<Seen> look(const std::map<QString, Candle>& openCandles, bool hasGrownBack);
    Result<Done> save(const std::vector<AlertChange>& changes);
    Result<Done> setOutcome(const AlertFiring& firing, const QString& outcome);
    Result<Done> paint(const Alert& alert, const AlertFiring& firing);
    QByteArray picture(qint64 number);
    void close()
    {
        m_reading.reset();
        m_store.reset();
    }

private:
    Result<Done> open();
    Result<Done> readLog(Seen& seen);
    Result<Done> fire(Seen& seen, const std::map<QString, Candle>& openCandles, bool hasGrownBack);
    Result<Done> tellLast(Seen& seen, const QString& id, const std::vector<AlertFiring>& firings);
    static QString tr(const char* words) { return AlertWatch::tr(words); }
    Result<Done> put(const AlertChange& change);
    void takeUp(Seen& seen);

    QString m_dataDir;
    const Clock& m_clock;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<AlertReading> m_reading;
    qint64 m_logEnd = -1;                  ///< number of the last firing read; −1: none was read yet
    std::map<QString, PastFirings> m_past; ///< by alert
    std::optional<UtcTime> m_lookedFarAt;
};

Result<Done> AlertWatch::Worker::open()
{
    if (m_store)
        return Done{};
    auto store = Store::open(m_dataDir, m_clock);
    if (store.hasError())
        return store.error();
    m_store = std::move(store.value());
    m_store->setAuthor(accountName());
    m_reading = std::make_unique<AlertReading>(*m_store);
    return Done{};
}

Result<Done> AlertWatch::Worker::readLog(Seen& seen)
{
    seen.isFirst = seen.isFirst || m_logEnd < 0;
    auto log = m_store->firings(m_logEnd);
    if (log.hasError())
        return log.error();
    m_logEnd = std::max<qint64>(m_logEnd, 0);
    for (const LoggedFiring& one : log.value()) {
        m_logEnd = std::max(m_logEnd, one.number);
        PastFirings& past = m_past[one.firing.alert];
        past.at.push_back(one.firing.at);
        past.lastToldAt = std::max(past.lastToldAt.value_or(one.toldAt), one.toldAt);
    }
    std::ranges::move(log.value(), std::back_inserter(seen.log));
    return Done{};
}

Result<Done> AlertWatch::Worker::fire(Seen& seen, const std::map<QString, Candle>& openCandles,
                                      bool hasGrownBack)
{
    const UtcTime now = m_clock.now();
    const bool isFar =
        hasGrownBack || !m_lookedFarAt || now - *m_lookedFarAt >= farPause || now < *m_lookedFarAt;
    AlertQuestion question{.now = now,
                           .from = now - (isFar ? farReach : usualReach),
                           .openCandles = openCandles,
                           .past = m_past,
                           .isFar = isFar};
    auto answer = m_reading->look(seen.alerts, question);
    if (answer.hasError())
        return answer.error();
    if (isFar)
        m_lookedFarAt = now;
    seen.troubles = std::move(answer.value().troubles);
    std::map<QString, std::vector<AlertFiring>> ours;
    for (const AlertFiring& firing : answer.value().firings) {
        const auto isOurs = m_store->logFiring(firing);
        if (isOurs.hasError() && ours.empty())
            return isOurs.error();
        if (isOurs.hasError())
            break; // what is written down already is told; the rest is found again
        if (isOurs.value())
            ours[firing.alert].push_back(firing);
    }
    for (const auto& [id, firings] : ours) {
        if (const auto done = tellLast(seen, id, firings); done.hasError())
            return done;
    }
    return Done{};
}

/// Of several that are found at once the last is told, and says how many were before.
Result<Done> AlertWatch::Worker::tellLast(Seen& seen, const QString& id,
                                          const std::vector<AlertFiring>& firings)
{
    for (std::size_t i = 0; i + 1 < firings.size(); ++i) {
        if (auto done = m_store->setFiringOutcome(firings[i], tr("Told with a later one.")); done.hasError())
            return done;
    }
    AlertFiring last = firings.back();
    if (firings.size() > 1)
        last.words += tr(" (and %1 earlier)").arg(firings.size() - 1);
    const auto alert = std::ranges::find(seen.alerts, id, &Alert::id);
    if (alert != seen.alerts.end())
        seen.fired.emplace_back(*alert, last);
    return Done{};
}

/// What a program that ended too early left undone.
void AlertWatch::Worker::takeUp(Seen& seen)
{
    const UtcTime now = m_clock.now();
    for (const LoggedFiring& one : seen.log) {
        const auto alert = std::ranges::find(seen.alerts, one.firing.alert, &Alert::id);
        if (one.outcome == pendingOutcome && alert != seen.alerts.end() && now - one.toldAt > longestActing &&
            now - one.toldAt < takenUpFor)
            seen.fired.emplace_back(*alert, one.firing);
    }
}

Result<AlertWatch::Seen> AlertWatch::Worker::look(const std::map<QString, Candle>& openCandles,
                                                  bool hasGrownBack)
{
    if (const auto done = open(); done.hasError())
        return done.error();
    Seen seen;
    auto alerts = m_store->alerts(&seen.unreadable);
    if (alerts.hasError())
        return alerts.error();
    seen.alerts = std::move(alerts.value());
    const auto end = m_store->journalEnd();
    if (end.hasError())
        return end.error();
    seen.journalEnd = end.value();
    auto done = readLog(seen);
    if (done.hasValue() && seen.isFirst)
        takeUp(seen);
    if (done.hasValue() && !seen.alerts.empty())
        done = fire(seen, openCandles, hasGrownBack);
    if (done.hasValue() && !seen.fired.empty())
        done = readLog(seen);
    if (done.hasError() && seen.fired.empty())
        return done.error();
    return seen;
}

Result<Done> AlertWatch::Worker::put(const AlertChange& change)
{
    if (!change.alert) {
        auto removed = m_store->removeAlert(change.id);
        const bool isGone = removed.hasError() && removed.error().kind == Error::Kind::Unavailable;
        return isGone ? Result<Done>(Done{}) : removed;
    }
    const auto put = m_store->putAlerts(std::vector{*change.alert});
    return put.hasError() ? Result<Done>(put.error()) : Result<Done>(Done{});
}

Result<Done> AlertWatch::Worker::save(const std::vector<AlertChange>& changes)
{
    if (auto done = open(); done.hasError())
        return done;
    for (const AlertChange& change : changes) {
        if (auto done = put(change); done.hasError())
            return done;
    }
    return Done{};
}

Result<Done> AlertWatch::Worker::setOutcome(const AlertFiring& firing, const QString& outcome)
{
    auto done = open();
    return done.hasError() ? done : m_store->setFiringOutcome(firing, outcome);
}

/// The moment as it looks now; without fonts there is none.
Result<Done> AlertWatch::Worker::paint(const Alert& alert, const AlertFiring& firing)
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return Done{};
    if (auto done = open(); done.hasError())
        return done;
    const auto levels = m_store->levels();
    if (levels.hasError())
        return levels.error();
    const View view = momentView(instrumentOf(alert, levels.value()), firing.at);
    const auto data = loadViewData(*m_store, view, m_clock);
    if (data.hasError())
        return data.error();
    return m_store->setFiringPicture(firing, pngPicture(view, data.value()));
}

QByteArray AlertWatch::Worker::picture(qint64 number)
{
    if (open().hasError())
        return {};
    const auto picture = m_store->firingPicture(number);
    return picture.hasError() ? QByteArray() : picture.value();
}

AlertWatch::AlertWatch(const QString& dataDir, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_worker(std::make_shared<Worker>(dataDir, clock)),
      m_clock(clock)
{
    m_background.setLast([worker = m_worker] { worker->close(); });
    m_tick.setInterval(tickLength);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        const Span pause = m_clock.now() - m_lookedAt;
        const bool isUnused = m_hasTold && m_told.empty(); // another program may make the first alert
        if (isUnused ? pause >= unusedPause : std::exchange(m_hasNews, false) || pause >= quietPause)
            look();
    });
}

AlertWatch::~AlertWatch()
{
    m_background.setLast([worker = m_worker, changes = unsaved(), outcomes = m_outcomes] {
        auto done = changes.empty() ? Result<Done>(Done{}) : worker->save(changes);
        for (const auto& [firing, outcome] : outcomes) {
            if (done.hasValue())
                done = worker->setOutcome(firing, outcome);
        }
        if (done.hasError())
            qWarning("%s", qPrintable(done.error().message));
        worker->close();
    });
}

std::vector<AlertChange> AlertWatch::unsaved() const
{
    std::vector<AlertChange> changes;
    for (const auto& [id, unsaved] : m_unsaved)
        changes.push_back({id, unsaved.alert});
    return changes;
}

void AlertWatch::start()
{
    m_tick.start();
    look();
}

void AlertWatch::take(const LiveNews& news)
{
    for (const LiveCandle& candle : news.candles) {
        m_hasNews = true;
        if (!candle.isClosed)
            m_openCandles[candle.instrument] = candle.candle;
    }
    if (news.hasGrownBack)
        m_grownBackAt = m_clock.now();
    m_hasNews = m_hasNews || !news.liquidations.empty() || news.hasGrownBack;
}

void AlertWatch::lookSoon()
{
    m_hasNews = true;
}

void AlertWatch::look()
{
    if (std::exchange(m_isLooking, true))
        return;
    m_lookedAt = m_clock.now();
    // News may be here before they are on the disk.
    const bool isBack = m_grownBackAt && m_lookedAt - *m_grownBackAt < writtenAfter;
    m_hasNews = m_hasNews || isBack;
    m_background.run(
        [worker = m_worker, candles = m_openCandles, isBack] { return worker->look(candles, isBack); },
        [this](const Result<Seen>& seen) {
            m_isLooking = false;
            use(seen);
        });
}

void AlertWatch::use(const Result<Seen>& seen)
{
    const QString failure =
        seen.hasError() ? seen.error().message : seen.value().unreadable.join(QLatin1Char(' '));
    if (std::exchange(m_failure, failure) != failure && !failure.isEmpty())
        emit failed(failure);
    if (seen.hasError())
        return;
    const Seen& news = seen.value();
    if (m_unsaved.empty() && (!m_hasTold || news.alerts != m_told)) {
        m_told = news.alerts;
        m_hasTold = true;
        emit alertsRead(m_told);
    }
    if (news.isFirst || !news.log.empty())
        emit logRead(news.log);
    if (std::exchange(m_troubles, news.troubles) != news.troubles)
        emit troublesRead(m_troubles);
    for (const auto& [alert, firing] : news.fired) {
        emit fired(alert, firing);
        m_background.run([worker = m_worker, one = alert, what = firing] { return worker->paint(one, what); },
                         [](const Result<Done>&) {});
    }
    if (std::exchange(m_journalEnd, news.journalEnd) != news.journalEnd && !news.isFirst)
        emit journalGrew();
}

void AlertWatch::save(const std::vector<AlertChange>& changes)
{
    ++m_saves;
    for (const AlertChange& change : changes)
        m_unsaved[change.id] = {change.alert, m_saves};
    m_hasNews = true;
    m_lookedAt = {};
    m_background.run(
        [worker = m_worker, changes] { return worker->save(changes); },
        [this, changes, number = m_saves](const Result<Done>& outcome) { saved(changes, number, outcome); });
}

void AlertWatch::saved(const std::vector<AlertChange>& changes, quint64 number, const Result<Done>& outcome)
{
    if (outcome.hasError()) {
        emit failed(
            tr("The last change of alerts is not saved: %1 It is tried again.").arg(outcome.error().message));
        QTimer::singleShot(5 * tickLength, this, [this] {
            if (!m_unsaved.empty())
                save(unsaved());
        });
        return;
    }
    for (const AlertChange& change : changes) {
        const auto at = m_unsaved.find(change.id);
        if (at != m_unsaved.end() && at->second.save == number)
            m_unsaved.erase(at);
    }
}

void AlertWatch::setOutcome(const AlertFiring& firing, const QString& outcome)
{
    m_outcomes.emplace_back(firing, outcome);
    m_background.run([worker = m_worker, firing, outcome] { return worker->setOutcome(firing, outcome); },
                     [this, firing](const Result<Done>&) {
                         std::erase_if(m_outcomes, [&](const auto& one) { return one.first == firing; });
                     });
}

void AlertWatch::loadPicture(qint64 number, std::function<void(const QByteArray&)> use)
{
    m_background.run([worker = m_worker, number] { return worker->picture(number); }, std::move(use));
}

} // namespace holdline
