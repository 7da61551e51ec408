// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/alertoptions.h"

#include "models/levels/alertjson.h"

#include <QCommandLineParser>
#include <QJsonArray>

#include <array>

namespace holdline {

namespace {

/// Takes an option over under the key of the alert's document.
struct Word {
    const char* option;
    const char* key;
};

void take(const QCommandLineParser& parser, std::span<const Word> words, QJsonObject& object)
{
    for (const Word& word : words) {
        const QString option = QString::fromLatin1(word.option);
        if (parser.isSet(option))
            object.insert(QLatin1String(word.key), parser.value(option));
    }
}

QJsonObject conditionFromOptions(const QCommandLineParser& parser)
{
    static constexpr std::array<Word, 6> words{{{"on", "on"},
                                                {"level", "level"},
                                                {"judging", "judging"},
                                                {"series", "series"},
                                                {"column", "column"},
                                                {"over", "over"}}};
    QJsonObject condition;
    take(parser, words, condition);
    if (parser.isSet(QStringLiteral("states")))
        condition.insert(QStringLiteral("states"),
                         QJsonArray::fromStringList(parser.value(QStringLiteral("states")).split(u',')));
    for (const char* side : {"at-or-above", "at-or-below"}) {
        const QString option = QString::fromLatin1(side);
        if (!parser.isSet(option))
            continue;
        condition.insert(QStringLiteral("is"), QString(option).replace(u'-', u' '));
        condition.insert(QStringLiteral("value"), parser.value(option));
    }
    return condition;
}

} // namespace

void addAlertOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Alerts: list, add, import FILE, remove, arm, off, log."));
    parser.addPositionalArgument(QStringLiteral("action"), QStringLiteral("What to do."),
                                 QStringLiteral("list|add|import FILE|remove|arm|off|log"));
    const auto option = [&parser](const char* name, const char* words, const char* value) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(words), QString::fromLatin1(value)});
    };
    const auto flag = [&parser](const char* name, const char* words) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(words)});
    };
    option("id", "The alert's id.", "ID");
    option("format", "Of the log: json or csv.", "FORMAT");
    option("from", "Of the log: only what happened from then on.", "T");
    option("to", "Of the log: only what happened before then.", "T");
    option("pictures", "Of the log: writes the pictures of its moments into that folder.", "DIR");
    flag("with-acts", "With import: takes over commands, web addresses and sound files too.");
    option("name", "Name of the alert.", "TEXT");
    option("on", "touch, close beyond, state or value.", "KIND");
    option("level", "The level's id.", "ID");
    option("states", "States that are looked for, with commas between.", "LIST");
    option("judging", "Closes of this interval (1h).", "I");
    option("series", "The series, as query names it.", "SERIES");
    option("column", "Its column.", "COLUMN");
    option("over", "A flow's sum over that time (1h).", "DURATION");
    option("at-or-above", "The value that is reached from below.", "VALUE");
    option("at-or-below", "The value that is reached from above.", "VALUE");
    option("instrument", "Whose picture is kept (binance:BTCUSDT).", "ID");
    option("cooldown", "From one firing to the next, at least (1h).", "DURATION");
    flag("once", "It fires once, until it is armed again.");
    option("valid-to", "It looks at nothing after that.", "T");
    option("sound", "bell, chime, low, high, a .wav file, or nothing.", "NAME");
    flag("no-desktop", "No notification of the desktop.");
    option("command", "Program and arguments to run, without a shell.", "COMMAND");
    option("webhook", "Web address that is sent the firing (https).", "URL");
}

Result<Alert> alertFromOptions(const QCommandLineParser& parser)
{
    if (parser.isSet(QStringLiteral("at-or-above")) && parser.isSet(QStringLiteral("at-or-below")))
        return Error{Error::Kind::Usage,
                     QStringLiteral("an alert has one side: --at-or-above or --at-or-below")};
    static constexpr std::array<Word, 8> words{{{"id", "id"},
                                                {"name", "name"},
                                                {"instrument", "instrument"},
                                                {"cooldown", "cooldown"},
                                                {"valid-to", "validTo"},
                                                {"sound", "sound"},
                                                {"command", "command"},
                                                {"webhook", "webhook"}}};
    QJsonObject object;
    take(parser, words, object);
    object.insert(QStringLiteral("once"), parser.isSet(QStringLiteral("once")));
    object.insert(QStringLiteral("desktop"), !parser.isSet(QStringLiteral("no-desktop")));
    object.insert(QStringLiteral("conditions"), QJsonArray{conditionFromOptions(parser)});
    auto alert = alertFromJson(object);
    if (alert.hasError())
        return Error{Error::Kind::Usage, QStringLiteral("this is no alert: %1").arg(alert.error().message)};
    return alert;
}

} // namespace holdline
