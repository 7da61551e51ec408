// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/commands/command.h"
#include "app/messagefilter.h"
#include "app/windowrun.h"

#include <QApplication>
#include <QCoreApplication>
#include <QStandardPaths>

#include <algorithm>

namespace holdline {

namespace {

struct GlobalOptions {
    QString dataDir;
    bool isQuiet = false;
    QStringList rest; ///< everything else, without the program's name
};

/// --data-dir and --quiet may stand anywhere.
Result<GlobalOptions> takeGlobalOptions(const QStringList& arguments)
{
    GlobalOptions options;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (argument == QStringLiteral("--quiet")) {
            options.isQuiet = true;
        } else if (argument.startsWith(QStringLiteral("--data-dir="))) {
            options.dataDir = argument.mid(11);
        } else if (argument == QStringLiteral("--data-dir")) {
            if (i + 1 == arguments.size())
                return Error{Error::Kind::Usage, QStringLiteral("--data-dir needs a folder")};
            options.dataDir = arguments[++i];
        } else {
            options.rest.append(argument);
        }
    }
    return options;
}

QString defaultDataDir()
{
    const QString fromEnvironment = qEnvironmentVariable("HOLDLINE_DATA_DIR");
    return fromEnvironment.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                     : fromEnvironment;
}

const Command* findCommand(const QStringList& arguments)
{
    if (arguments.isEmpty())
        return nullptr;
    const auto& commands = commandCatalog();
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command& command) {
        return command.name == arguments.first();
    });
    return found == commands.end() ? nullptr : &*found;
}

QStringList decoded(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

QByteArray helpText()
{
    QString text =
        QStringLiteral("Usage: holdline [--episode NAME] [--view FILE|NAME] [--offline]   opens the window\n"
                       "       holdline COMMAND …   (holdline COMMAND --help says more)\n");
    for (const Command& command : commandCatalog())
        text += QStringLiteral("    %1  %2\n").arg(command.name, -10).arg(command.summary);
    text += QStringLiteral("\nWith all of them: --data-dir DIR, --quiet; also --version\n");
    return text.toUtf8();
}

/// A call without a subcommand.
int openWindow(int argc, char** argv, const QStringList& arguments, const QString& dataDir,
               const CommandContext& context)
{
    const auto options = parseWindowOptions(arguments);
    if (options.hasError())
        return context.fail(options.error());
    if (options.value().wantsHelp)
        context.print(helpText());
    else if (options.value().wantsVersion)
        context.print("holdline " HOLDLINE_VERSION "\n");
    else
        return runWindow(argc, argv, options.value(), dataDir, context.clock);
    return ExitDone;
}

int runCommandLine(int argc, char** argv, CommandContext& context)
{
    auto options = takeGlobalOptions(decoded(argc, argv));
    if (options.hasError())
        return context.fail(options.error());
    context.isQuiet = options.value().isQuiet;
    const QString& given = options.value().dataDir;
    const QString dataDir = given.isEmpty() ? defaultDataDir() : given;
    const Command* command = findCommand(options.value().rest);
    if (!command)
        return openWindow(argc, argv, options.value().rest, dataDir, context);
    const auto run = [&] {
        context.dataDir = dataDir;
        return command->run(options.value().rest, context);
    };
    if (command->needs == Command::Needs::Core) {
        const QCoreApplication application(argc, argv);
        return run();
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (command->needs == Command::Needs::Gui) {
        const QGuiApplication application(argc, argv);
        return run();
    }
    const QApplication application(argc, argv);
    return run();
}

} // namespace

int runApplication(int argc, char** argv)
{
    installMessageFilter();
    QCoreApplication::setApplicationName(QStringLiteral("holdline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOLDLINE_VERSION));
    const SystemClock clock;
    CommandOutput output;
    CommandContext context{.dataDir = {}, .clock = clock, .output = output};
    const int code = runCommandLine(argc, argv, context);
    const auto lost = output.error();
    return lost ? context.fail(*lost) : code;
}

} // namespace holdline
