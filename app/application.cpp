// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/commands/command.h"

#include <QCoreApplication>
#include <QGuiApplication>
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

} // namespace

int runApplication(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("holdline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOLDLINE_VERSION));
    const SystemClock clock;
    CommandContext context{.dataDir = {}, .clock = clock};
    auto options = takeGlobalOptions(decoded(argc, argv));
    if (options.hasError())
        return context.fail(options.error());
    context.isQuiet = options.value().isQuiet;
    const Command* command = findCommand(options.value().rest);
    if (!command)
        return context.fail({Error::Kind::Usage, QStringLiteral("no such command")});
    const auto run = [&] {
        context.dataDir = options.value().dataDir.isEmpty() ? defaultDataDir() : options.value().dataDir;
        return command->run(options.value().rest, context);
    };
    if (command->needs == Command::Needs::Core) {
        const QCoreApplication application(argc, argv);
        return run();
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    return run();
}

} // namespace holdline
