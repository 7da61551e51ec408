// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include <QCoreApplication>

#include <cstdio>

namespace holdline {

namespace {

/// Whether an ISO time has a time of day, but neither Z nor an offset behind it.
bool lacksZone(const QString& iso)
{
    const QString behindDate = iso.mid(10);
    return !behindDate.isEmpty() && !behindDate.endsWith(u'Z', Qt::CaseInsensitive) &&
           !behindDate.contains(u'+') && !behindDate.contains(u'-');
}

/// Qt's help begins with the program alone, wherever it lies.
QString helpText(const QCommandLineParser& parser, const QString& command)
{
    const QString help = parser.helpText();
    const QString usage = QStringLiteral("Usage: ");
    const QString program = QCoreApplication::arguments().constFirst();
    return help.startsWith(usage + program)
               ? usage + QStringLiteral("holdline ") + command + help.mid(usage.size() + program.size())
               : help;
}

} // namespace

bool CommandContext::print(QByteArrayView data) const
{
    return output.write(data);
}

namespace {

/// What came from outside may not steer the terminal: only ends of lines and tabs stay of what is no text.
QString harmless(QString words)
{
    for (QChar& c : words) {
        if (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t')
            c = QChar::ReplacementCharacter;
    }
    return words;
}

} // namespace

void CommandContext::say(const QString& words) const
{
    if (!isQuiet)
        std::fprintf(stderr, "%s\n", qUtf8Printable(harmless(words)));
}

int CommandContext::fail(const Error& error) const
{
    std::fprintf(stderr, "holdline: %s\n", qUtf8Printable(harmless(error.message)));
    return error.kind == Error::Kind::Usage ? ExitUsage : ExitCouldNot;
}

std::optional<int> parseArguments(QCommandLineParser& parser, const QStringList& arguments,
                                  const CommandContext& context)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Shows this help."));
    parser.addOption(help);
    if (!parser.parse(arguments))
        return context.fail({Error::Kind::Usage, parser.errorText()});
    if (parser.isSet(help)) {
        context.print(helpText(parser, arguments.first()).toUtf8());
        return ExitDone;
    }
    return std::nullopt;
}

Result<std::optional<UtcTime>> timeOption(const QCommandLineParser& parser, const QString& name)
{
    if (!parser.isSet(name))
        return std::optional<UtcTime>{};
    const auto time = parseIso(parser.value(name).toUtf8());
    if (time.hasError())
        return Error{Error::Kind::Usage, QStringLiteral("--%1: %2").arg(name, time.error().message)};
    if (lacksZone(parser.value(name)))
        return Error{
            Error::Kind::Usage,
            QStringLiteral("--%1: “%2” does not tell its zone; end it with Z for UTC or with an offset "
                           "such as +09:00")
                .arg(name, parser.value(name))};
    return std::optional(time.value());
}

} // namespace holdline
