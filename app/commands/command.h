// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commandoutput.h"
#include "models/foundation/clock.h"
#include "models/foundation/result.h"

#include <QByteArrayView>
#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace holdline {

/// How a command ended, for the shell.
enum ExitCode { ExitDone = 0, ExitCouldNot = 1, ExitUsage = 2 };

/// What every command is given. Data go to standard output, words to standard error.
struct CommandContext {
    QString dataDir;
    bool isQuiet = false;
    const Clock& clock;
    CommandOutput& output;

    /// As it is, no line end added. Whether it is any use to go on.
    bool print(QByteArrayView data) const;
    void say(const QString& words) const; ///< a line, unless --quiet
    int fail(const Error& error) const;   ///< a line even then; the exit code that goes with the kind
};

/// One subcommand.
struct Command {
    enum class Needs { Core, Gui, Widgets }; ///< Gui: fonts and painting; none of them ever a display

    QString name;
    QString summary;
    Needs needs = Needs::Core;
    int (*run)(const QStringList& arguments,
               const CommandContext& context) = nullptr; ///< arguments[0] is the name
};

/// All subcommands, in the order of the help.
[[nodiscard]] const std::vector<Command>& commandCatalog();

/// Parses a command's arguments. A result means: stop and exit with it (help was printed, or the words were
/// wrong).
[[nodiscard]] std::optional<int> parseArguments(QCommandLineParser& parser, const QStringList& arguments,
                                                const CommandContext& context);

/// An ISO time given to an option, with Z or an offset; a date alone is midnight UTC. Absent when the option
/// is not set. Error: Usage.
[[nodiscard]] Result<std::optional<UtcTime>> timeOption(const QCommandLineParser& parser,
                                                        const QString& name);

} // namespace holdline
