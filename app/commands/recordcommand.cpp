// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/recordcommand.h"

#include "app/alertactions.h"
#include "app/alertwatch.h"
#include "app/commands/liveoptions.h"
#include "app/commands/signalwatch.h"
#include "models/foundation/duration.h"
#include "models/foundation/steadyclock.h"
#include "models/history/feeddocument.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QTimer>

#include <map>

namespace holdline {

namespace {

constexpr int reportMsecs = 60'000;
constexpr int actionPatience = 5'000;

/// One run of the collector, until its time is over or a signal comes.
class Recording final : public QObject {
public:
    Recording(const CollectorSettings& settings, const CommandContext& context)
        : m_context(context),
          m_collector(settings, m_clock),
          m_alerts(settings.dataDir, m_clock),
          m_actions(m_clock)
    {
        m_report.setInterval(reportMsecs);
        m_end.setSingleShot(true);
        connect(&m_report, &QTimer::timeout, this, [this] { report(); });
        connect(&m_end, &QTimer::timeout, this, [this] { endIfDue(); });
        connect(&m_signals, &SignalWatch::askedToEnd, this, [this] { m_collector.stop(); });
        connect(&m_collector, &Collector::finished, &m_loop, &QEventLoop::quit);
        connect(&m_collector, &Collector::newsCame, this, [this](const LiveNews& news) {
            sayNew(news);
            m_alerts.take(news);
        });
        connect(&m_alerts, &AlertWatch::fired, this, [this](const Alert& alert, const AlertFiring& firing) {
            m_context.say(
                QStringLiteral("Alert at %1, %2: %3").arg(toIso(firing.at), firing.name, firing.words));
            m_actions.act(alert, firing);
        });
        connect(&m_alerts, &AlertWatch::failed, this,
                [this](const QString& sentence) { m_context.say(QStringLiteral("Alerts: ") + sentence); });
        connect(&m_alerts, &AlertWatch::troublesRead, this,
                [this](const std::map<QString, QString>& troubles) { sayTroubles(troubles); });
        connect(&m_actions, &AlertActions::finished, &m_alerts, &AlertWatch::setOutcome);
    }

    int run(std::optional<Span> length)
    {
        if (const auto begun = m_collector.start(); begun.hasError())
            return m_context.fail(begun.error());
        if (length) {
            m_endAt = m_clock.now() + *length;
            m_end.start(std::min(*length, longestTimer));
        }
        m_report.start();
        m_alerts.start();
        m_loop.exec();
        finishActions();
        report();
        if (!m_collector.trouble().isEmpty())
            return m_context.fail({Error::Kind::Storage, m_collector.trouble()});
        if (m_collector.hasAnyAnswered())
            return ExitDone;
        return m_context.fail({Error::Kind::Network, QStringLiteral("No source answered.")});
    }

private:
    /// What a firing asked for is done before the end, if it does not take long.
    void finishActions()
    {
        QTimer::singleShot(actionPatience, &m_loop, &QEventLoop::quit);
        connect(&m_actions, &AlertActions::finished, &m_loop, [this] {
            if (!m_actions.isBusy())
                m_loop.quit();
        });
        if (m_actions.isBusy())
            m_loop.exec();
    }

    void endIfDue()
    {
        const Span left = m_endAt - m_clock.now();
        if (left > Span::zero())
            m_end.start(std::min(left, longestTimer));
        else
            m_collector.stop();
    }

    void report()
    {
        QJsonObject sources;
        for (const FeedStatus& status : m_collector.statuses())
            sources.insert(status.id, countsObject(status));
        const QJsonObject line{{QStringLiteral("at"), toIso(SystemClock().now())},
                               {QStringLiteral("sources"), sources}};
        m_context.print(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    }

    /// What is wrong, each time that it changes.
    void sayNew(const LiveNews& news)
    {
        say(QString(), news.notice);
        for (const FeedStatus& status : news.feeds)
            say(status.id, status.problem);
    }

    /// Why an alert cannot see what it looks at, each time that it changes.
    void sayTroubles(const std::map<QString, QString>& troubles)
    {
        for (const auto& [alert, sentence] : troubles)
            say(QStringLiteral("Alert ") + alert, sentence);
        for (auto& [source, said] : m_said) {
            if (source.startsWith(QStringLiteral("Alert ")) && !troubles.contains(source.mid(6)))
                said.clear();
        }
    }

    void say(const QString& source, const QString& words)
    {
        QString& said = m_said[source];
        if (said == words)
            return;
        said = words;
        if (!words.isEmpty())
            m_context.say(source.isEmpty() ? words : QStringLiteral("%1: %2").arg(source, words));
    }

    const CommandContext& m_context;
    SteadyClock m_clock;
    Collector m_collector;
    AlertWatch m_alerts;
    AlertActions m_actions;
    SignalWatch m_signals;
    QEventLoop m_loop;
    QTimer m_report;
    QTimer m_end;
    UtcTime m_endAt{};
    std::map<QString, QString> m_said; ///< by source
};

int runRecord(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Records live data into the data folder, without a window."));
    parser.addOptions({
        {QStringLiteral("for"), QStringLiteral("Ends after that time (90s, 5m, 2h, 7d)."),
         QStringLiteral("duration")},
        {QStringLiteral("capture"), QStringLiteral("Keeps the raw messages, one JSON object a line."),
         QStringLiteral("file")},
    });
    addLiveOptions(parser);
    if (const auto code = parseArguments(parser, arguments, context))
        return *code;
    if (!parser.positionalArguments().isEmpty())
        return context.fail({Error::Kind::Usage, QStringLiteral("record takes options only")});
    auto settings = liveSettings(parser, context.dataDir);
    if (settings.hasError())
        return context.fail(settings.error());
    settings.value().captureFile = parser.value(QStringLiteral("capture"));
    std::optional<Span> length;
    if (parser.isSet(QStringLiteral("for"))) {
        length = parseDuration(parser.value(QStringLiteral("for")));
        if (!length)
            return context.fail(
                {Error::Kind::Usage, QStringLiteral("“%1” is no duration; write 90s, 5m, 2h or 7d")
                                         .arg(parser.value(QStringLiteral("for")))});
    }
    return Recording(settings.value(), context).run(length);
}

} // namespace

Command recordCommand()
{
    return {.name = QStringLiteral("record"),
            .summary = QStringLiteral("records live data without a window"),
            .needs = Command::Needs::Gui, // alerts keep a picture of their moment
            .run = runRecord};
}

} // namespace holdline
