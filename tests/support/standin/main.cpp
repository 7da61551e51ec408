// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/standin.h"
#include "tests/support/standin/venuecatalog.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

volatile std::sig_atomic_t isEnding = 0;

struct Plan {
    QStringList providers;
    StandInOptions options;
    QString log;
};

QString meaningOfEvents()
{
    QString text = u"Stands in for data providers on the loopback.\n\nEvents of a script:\n"_s;
    for (const EventName& event : eventNames())
        text += QStringLiteral("  %1: %2\n").arg(QLatin1String(event.name), QLatin1String(event.meaning));
    return text;
}

void setUpParser(QCommandLineParser& parser)
{
    parser.setApplicationDescription(meaningOfEvents());
    parser.addHelpOption();
    parser.addOptions(
        {{u"provider"_s, u"Providers, divided by commas, or \"all\"."_s, u"ids"_s, u"all"_s},
         {u"script"_s, u"What goes wrong when."_s, u"file"_s},
         {u"seed"_s, u"Another market for another seed."_s, u"n"_s, u"1"_s},
         {u"port"_s, u"The first port; the next providers take the next ones."_s, u"p"_s, u"0"_s},
         {u"start"_s, u"The venue's time at the beginning."_s, u"iso"_s},
         {u"speed"_s, u"Of the venue's clock."_s, u"x"_s, u"1"_s},
         {u"log"_s, u"What was sent and what happened, as lines of JSON."_s, u"file"_s}});
}

Result<std::vector<ScenarioEvent>> readScript(const QString& path)
{
    if (path.isEmpty())
        return std::vector<ScenarioEvent>{};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Usage, QStringLiteral("The script %1 cannot be read.").arg(path)};
    return parseScenario(file.readAll());
}

Result<Plan> planOf(const QCommandLineParser& parser)
{
    Plan plan;
    const QString ids = parser.value(u"provider"_s);
    plan.providers = ids == u"all"_s ? standInProviders() : ids.split(u',');
    for (const QString& id : plan.providers) {
        if (!standInProviders().contains(id))
            return Error{Error::Kind::Usage, QStringLiteral("No provider is called \"%1\".").arg(id)};
    }
    auto events = readScript(parser.value(u"script"_s));
    if (events.hasError())
        return events.error();
    plan.options.events = std::move(events).value();
    plan.options.seed = parser.value(u"seed"_s).toUInt();
    plan.options.port = parser.value(u"port"_s).toUShort();
    plan.options.speed = parser.value(u"speed"_s).toDouble();
    plan.log = parser.value(u"log"_s);
    if (plan.options.speed <= 0)
        return Error{Error::Kind::Usage, u"The speed must be above 0."_s};
    if (parser.isSet(u"start"_s)) {
        const auto start = parseIso(parser.value(u"start"_s).toUtf8());
        if (start.hasError())
            return start.error();
        plan.options.start = start.value();
    }
    return plan;
}

void say(FILE* file, const QString& text)
{
    std::fputs(qPrintable(text + u'\n'), file);
    std::fflush(file);
}

/// The variables that make Holdline use it.
QString environmentOf(const QString& provider, const StandIn& server)
{
    const QString name = QString(provider).toUpper().replace(u'-', u'_');
    return QStringLiteral("HOLDLINE_%1_REST=%2\nHOLDLINE_%1_WS=%3")
        .arg(name, server.restAddress(), server.streamAddress());
}

std::unique_ptr<StandIn> begin(const Plan& plan, qsizetype index)
{
    StandInOptions options = plan.options;
    options.provider = plan.providers[index];
    options.port = options.port == 0 ? quint16{0} : static_cast<quint16>(options.port + index);
    auto server = std::make_unique<StandIn>(options);
    // Several providers write each its own file.
    const QString log = plan.providers.size() > 1 ? plan.log + u'.' + options.provider : plan.log;
    if (!plan.log.isEmpty() && !server->log().writeTo(log)) {
        say(stderr, QStringLiteral("The log %1 cannot be written.").arg(log));
        return nullptr;
    }
    if (!server->start()) {
        say(stderr, QStringLiteral("Port %1 cannot be used.").arg(options.port));
        return nullptr;
    }
    say(stdout, environmentOf(options.provider, *server));
    return server;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    setUpParser(parser);
    parser.process(application);
    const auto plan = planOf(parser);
    if (plan.hasError()) {
        say(stderr, plan.error().message);
        return 2;
    }
    std::vector<std::unique_ptr<StandIn>> servers;
    for (qsizetype i = 0; i < plan.value().providers.size(); ++i) {
        servers.push_back(begin(plan.value(), i));
        if (!servers.back())
            return 1;
    }
    for (const int number : {SIGINT, SIGTERM})
        std::signal(number, [](int) { isEnding = 1; });
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &application, [] {
        if (isEnding)
            QCoreApplication::quit();
    });
    timer.start(200);
    return QCoreApplication::exec();
}
