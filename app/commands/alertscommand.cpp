// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/alertscommand.h"

#include "app/accountname.h"
#include "app/commands/alertoptions.h"
#include "app/commands/rowwriter.h"
#include "app/datasource.h"
#include "models/foundation/savefile.h"
#include "models/levels/alertjson.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <functional>

namespace holdline {

namespace {

struct AlertsTask {
    const QCommandLineParser& parser;
    const CommandContext& context;
    Store& store;
};

constexpr qint64 largestFile = 16 * 1024 * 1024;

int list(const AlertsTask& task)
{
    const auto alerts = task.store.alerts();
    if (alerts.hasError())
        return task.context.fail(alerts.error());
    task.context.print(alertsToJson(alerts.value()));
    return ExitDone;
}

/// It looks at what happens from now on; without an id it gets one that no other has.
Alert completed(Alert alert, UtcTime now, int number)
{
    if (alert.id.isEmpty())
        alert.id = QStringLiteral("alert-%1-%2").arg(QString::number(toMsecs(now), 36)).arg(number);
    if (alert.armedAt == UtcTime{})
        alert.armedAt = now;
    if (alert.author.isEmpty())
        alert.author = accountName();
    return alert;
}

int put(const AlertsTask& task, const std::vector<Alert>& alerts)
{
    const auto done = task.store.putAlerts(alerts);
    if (done.hasError())
        return task.context.fail(done.error());
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        if (done.value()[i] == MergeOutcome::Revised)
            task.context.say(QStringLiteral("%1 was there and is replaced.").arg(alerts[i].id));
    }
    task.context.print(alertsToJson(alerts));
    return ExitDone;
}

int add(const AlertsTask& task)
{
    const auto alert = alertFromOptions(task.parser);
    if (alert.hasError())
        return task.context.fail(alert.error());
    return put(task, {completed(alert.value(), task.context.clock.now(), 1)});
}

Result<QJsonArray> alertsOfFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Unavailable,
                     QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString())};
    if (file.size() > largestFile)
        return Error{Error::Kind::Unavailable,
                     QStringLiteral("%1 is larger than alerts are: more than 16 MB").arg(path)};
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(file.read(largestFile), &error);
    if (error.error != QJsonParseError::NoError)
        return Error{
            Error::Kind::Malformed,
            QStringLiteral("%1 is no JSON: %2 at byte %3").arg(path, error.errorString()).arg(error.offset)};
    const QJsonValue alerts = document.object().value(u"alerts");
    if (!document.isArray() && !alerts.isArray())
        return Error{Error::Kind::Malformed,
                     QStringLiteral("%1 holds neither an array nor {\"alerts\":[…]}").arg(path)};
    return document.isArray() ? document.array() : alerts.toArray();
}

/// What others wrote neither runs nor sends here, unless a person says that it may.
void takeOutActs(Alert& alert, const AlertsTask& task)
{
    if (task.parser.isSet(QStringLiteral("with-acts")))
        return;
    const bool isOurSound = alert.sound.isEmpty() || soundNames().contains(alert.sound);
    if (!alert.command.isEmpty() || !alert.webhook.isEmpty() || !isOurSound)
        task.context.say(
            QStringLiteral("%1: its command, web address and sound file are left out; --with-acts "
                           "takes them over.")
                .arg(alert.name));
    alert.command.clear();
    alert.webhook.clear();
    if (!isOurSound)
        alert.sound = Alert{}.sound;
}

int import(const AlertsTask& task)
{
    const QString path = task.parser.positionalArguments().value(1);
    const auto entries = alertsOfFile(path);
    if (entries.hasError())
        return task.context.fail(entries.error());
    std::vector<Alert> alerts;
    for (qsizetype i = 0; i < entries.value().size(); ++i) {
        auto alert = alertFromJson(entries.value().at(i).toObject());
        if (alert.hasError()) {
            task.context.say(
                QStringLiteral("Alert %1 of %2 is left out: %3").arg(i + 1).arg(path, alert.error().message));
            continue;
        }
        takeOutActs(alert.value(), task);
        alerts.push_back(
            completed(std::move(alert.value()), task.context.clock.now(), static_cast<int>(i) + 1));
    }
    if (alerts.empty())
        return task.context.fail({Error::Kind::Unavailable, QStringLiteral("%1 holds no alert.").arg(path)});
    return put(task, alerts);
}

int remove(const AlertsTask& task)
{
    const QStringList rest = task.parser.positionalArguments().mid(1);
    const QString id = rest.isEmpty() ? task.parser.value(QStringLiteral("id")) : rest.first();
    const auto removed = task.store.removeAlert(id);
    return removed.hasError() ? task.context.fail(removed.error()) : static_cast<int>(ExitDone);
}

/// Changes the alert that --id names.
int changeOne(const AlertsTask& task, const std::function<void(Alert&)>& change)
{
    const QStringList rest = task.parser.positionalArguments().mid(1);
    const QString id = rest.isEmpty() ? task.parser.value(QStringLiteral("id")) : rest.first();
    const auto alerts = task.store.alerts();
    if (alerts.hasError())
        return task.context.fail(alerts.error());
    const auto found = std::ranges::find(alerts.value(), id, &Alert::id);
    if (found == alerts.value().end())
        return task.context.fail(
            {Error::Kind::Unavailable, QStringLiteral("There is no alert with the id %1.").arg(id)});
    Alert alert = *found;
    change(alert);
    const auto done = task.store.putAlerts(std::vector{alert});
    if (done.hasError())
        return task.context.fail(done.error());
    task.context.print(alertsToJson(std::vector{alert}));
    return ExitDone;
}

int arm(const AlertsTask& task)
{
    return changeOne(task, [&](Alert& alert) {
        alert.isOn = true;
        alert.armedAt = task.context.clock.now();
    });
}

int switchOff(const AlertsTask& task)
{
    return changeOne(task, [](Alert& alert) { alert.isOn = false; });
}

/// As `<time>-<alert>.png`, with what is no letter or digit left out.
Result<Done> savePicture(const AlertsTask& task, const LoggedFiring& firing, const QString& folder)
{
    const auto picture = task.store.firingPicture(firing.number);
    if (picture.hasError())
        return picture.error();
    if (picture.value().isEmpty())
        return Done{};
    QString name = toIso(firing.firing.at) + u'-' + firing.firing.alert;
    for (QChar& c : name) {
        if (!c.isLetterOrNumber() && c != u'-')
            c = u'_';
    }
    return saveFile(QDir(folder).filePath(name.left(120) + QStringLiteral(".png")), picture.value());
}

int log(const AlertsTask& task)
{
    const auto from = timeOption(task.parser, QStringLiteral("from"));
    const auto to = timeOption(task.parser, QStringLiteral("to"));
    for (const auto* time : {&from, &to}) {
        if (time->hasError())
            return task.context.fail(time->error());
    }
    const TimeRange range{from.value().value_or(earliestTime), to.value().value_or(latestTime)};
    const auto firings = task.store.firings(0);
    if (firings.hasError())
        return task.context.fail(firings.error());
    const bool isCsv = task.parser.value(QStringLiteral("format")) == QStringLiteral("csv");
    QByteArray text;
    RowWriter writer(isCsv ? RowFormat::Csv : RowFormat::Json, [&text](QByteArrayView piece) {
        text += piece;
        return true;
    });
    writer.begin({QStringLiteral("at"), QStringLiteral("toldAt"), QStringLiteral("alert"),
                  QStringLiteral("name"), QStringLiteral("words"), QStringLiteral("outcome")});
    const QString id = task.parser.value(QStringLiteral("id"));
    const QString folder = task.parser.value(QStringLiteral("pictures"));
    for (const LoggedFiring& one : firings.value()) {
        if (!range.contains(one.firing.at) || (!id.isEmpty() && one.firing.alert != id))
            continue;
        const std::vector<Cell> cells{one.firing.at,   one.toldAt,       one.firing.alert,
                                      one.firing.name, one.firing.words, one.outcome};
        writer.row(cells);
        if (const auto done = folder.isEmpty() ? Result<Done>(Done{}) : savePicture(task, one, folder);
            done.hasError())
            return task.context.fail(done.error());
    }
    writer.finish();
    task.context.print(text);
    return ExitDone;
}

struct AlertsAction {
    QString name;
    int (*run)(const AlertsTask& task);
    qsizetype words = 1; ///< it is given, with its own
};

const std::array<AlertsAction, 7>& alertsActions()
{
    static const std::array<AlertsAction, 7> all{{{QStringLiteral("list"), list},
                                                  {QStringLiteral("add"), add},
                                                  {QStringLiteral("import"), import, 2},
                                                  {QStringLiteral("remove"), remove, 2},
                                                  {QStringLiteral("arm"), arm, 2},
                                                  {QStringLiteral("off"), switchOff, 2},
                                                  {QStringLiteral("log"), log}}};
    return all;
}

Result<AlertsAction> alertsActionOf(const QCommandLineParser& parser)
{
    const QStringList words = parser.positionalArguments();
    const auto found = std::ranges::find(alertsActions(), words.value(0), &AlertsAction::name);
    if (found == alertsActions().end())
        return badUsage(QStringLiteral("alerts needs one of list, add, import, remove, arm, off and log"));
    if (words.size() > found->words)
        return badUsage(QStringLiteral("alerts %1 does not know what “%2” means")
                            .arg(found->name, words.at(found->words)));
    const bool isImport = found->name == QStringLiteral("import");
    if (words.size() < found->words && (isImport || !parser.isSet(QStringLiteral("id"))))
        return badUsage(isImport ? QStringLiteral("alerts import needs a file")
                                 : QStringLiteral("alerts %1 needs --id").arg(found->name));
    const QString format = parser.value(QStringLiteral("format"));
    if (parser.isSet(QStringLiteral("format")) && format != QStringLiteral("json") &&
        format != QStringLiteral("csv"))
        return badUsage(QStringLiteral("“%1” is not a format; write json or csv").arg(format));
    return *found;
}

int runAlerts(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    addAlertOptions(parser);
    if (const auto code = parseArguments(parser, arguments, context))
        return *code;
    const auto action = alertsActionOf(parser);
    if (action.hasError())
        return context.fail(action.error());
    const auto store = openData(context, {});
    if (store.hasError())
        return context.fail(store.error());
    store.value()->setAuthor(accountName());
    return action.value().run({parser, context, *store.value()});
}

} // namespace

Command alertsCommand()
{
    return {.name = QStringLiteral("alerts"),
            .summary = QStringLiteral("lists and changes alerts, and tells what fired"),
            .needs = Command::Needs::Core,
            .run = runAlerts};
}

} // namespace holdline
