// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/leveloptions.h"

#include "app/commands/command.h"
#include "models/levels/leveljson.h"

#include <QJsonObject>

#include <array>

namespace holdline {

void addLevelOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Levels: list, add, remove, import FILE, export, ledger, states, journal."));
    parser.addPositionalArgument(QStringLiteral("action"), QStringLiteral("What to do."),
                                 QStringLiteral("list|add|remove|import FILE|export|ledger|states|journal"));
    const auto option = [&parser](const char* name, const char* words, const char* value) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(words), QString::fromLatin1(value)});
    };
    option("id", "The level's id; made of its name when adding.", "ID");
    option("format", "json or csv.", "FORMAT");
    option("from", "Only rows from then on.", "T");
    option("to", "Only rows before then.", "T");
    option("as-of", "Judges on what was known then.", "T");
    option("interval", "Judges on closes of this interval (1h).", "I");
    option("confirm", "Closes in a row that change the regime (4).", "N");
    option("against", "With journal: what differs from the levels of that file.", "FILE");
    option("episode", "Reads a bundled episode instead of the store.", "NAME");
    option("name", "Name of the level.", "TEXT");
    option("low", "Lower edge.", "PRICE");
    option("high", "Upper edge; the lower one for a line.", "PRICE");
    option("role", "support, resistance or none.", "ROLE");
    option("valid-from", "Begin of its life.", "T");
    option("valid-to", "End of its life.", "T");
    option("instrument", "What is priced (binance:BTCUSDT).", "ID");
    option("origin", "fixed or tracking.", "ORIGIN");
    option("source", "Where it comes from.", "TEXT");
    option("definition", "The rule behind it.", "TEXT");
    option("note", "A remark.", "TEXT");
}

Result<Level> levelFromOptions(const QCommandLineParser& parser)
{
    struct Word {
        const char* option;
        QStringView key;
    };
    static constexpr std::array<Word, 12> words{{{"id", u"id"},
                                                 {"instrument", u"instrument"},
                                                 {"name", u"name"},
                                                 {"low", u"low"},
                                                 {"high", u"high"},
                                                 {"role", u"role"},
                                                 {"valid-from", u"validFrom"},
                                                 {"valid-to", u"validTo"},
                                                 {"origin", u"origin"},
                                                 {"source", u"source"},
                                                 {"definition", u"definition"},
                                                 {"note", u"note"}}};
    for (const char* option : {"valid-from", "valid-to"}) {
        if (const auto time = timeOption(parser, QString::fromLatin1(option)); time.hasError())
            return time.error();
    }
    QJsonObject object;
    for (const Word& word : words) {
        const QString option = QString::fromLatin1(word.option);
        if (parser.isSet(option))
            object.insert(word.key.toString(), parser.value(option));
    }
    auto level = levelFromJson(object);
    if (level.hasError())
        return Error{Error::Kind::Usage, QStringLiteral("this is no level: %1").arg(level.error().message)};
    return level;
}

} // namespace holdline
