// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowrun.h"

#include "app/commands/command.h"
#include "app/commands/liveoptions.h"
#include "app/livecollector.h"
#include "app/mainwindow.h"
#include "app/viewcontroller.h"
#include "app/viewfile.h"
#include "app/windowservices.h"
#include "app/windowstate.h"
#include "widgets/theme/flatstyle.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QTimeZone>

#include <algorithm>
#include <cstdio>

namespace holdline {

namespace {

/// The window's view before its data are there.
Result<View> startingView(const WindowOptions& options, const QString& dataDir)
{
    View view;
    if (!options.viewFile.isEmpty()) {
        const auto path = findViewFile(options.viewFile, dataDir);
        if (path.hasError())
            return path.error();
        auto read = readViewFile(path.value());
        if (read.hasError())
            return read.error();
        view = std::move(read).value();
    } else {
        const WindowState state = loadWindowState(dataDir);
        if (!state.theme.isEmpty())
            view.theme = state.theme;
        if (QTimeZone::isTimeZoneIdAvailable(state.zone.toUtf8()))
            view.zone = state.zone;
    }
    if (!options.episode.isEmpty())
        view.episode = options.episode;
    return view;
}

/// Where there is none, Qt ends the program with words about its plugins.
bool hasDisplay(int argc, char** argv)
{
#ifdef Q_OS_LINUX
    const auto isSet = [](const char* name) { return !qEnvironmentVariableIsEmpty(name); };
    const bool isChosen = std::any_of(
        argv, argv + argc, [](const char* argument) { return qstrcmp(argument, "-platform") == 0; });
    return isChosen || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
#else
    Q_UNUSED(argc);
    Q_UNUSED(argv);
    return true;
#endif
}

int fail(const QString& sentence)
{
    std::fprintf(stderr, "holdline: %s\n", qUtf8Printable(sentence));
    return ExitCouldNot;
}

} // namespace

Result<WindowOptions> parseWindowOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption episode(QStringLiteral("episode"), {}, QStringLiteral("NAME"));
    const QCommandLineOption view(QStringLiteral("view"), {}, QStringLiteral("FILE"));
    const QCommandLineOption endpoint(QStringLiteral("endpoint"), {}, QStringLiteral("ADDRESS"));
    const QCommandLineOption offline(QStringLiteral("offline"));
    const QCommandLineOption help(QStringList{QStringLiteral("h"), QStringLiteral("help")});
    const QCommandLineOption version(QStringList{QStringLiteral("v"), QStringLiteral("version")});
    parser.addOptions({episode, view, endpoint, offline, help, version});
    if (!parser.parse(QStringList{QStringLiteral("holdline")} + arguments))
        return Error{Error::Kind::Usage, parser.errorText()};
    if (!parser.positionalArguments().isEmpty())
        return Error{Error::Kind::Usage, QStringLiteral("%1 is no command; holdline --help lists them")
                                             .arg(parser.positionalArguments().constFirst())};
    if (const auto endpoints = Endpoints::from(parser.values(endpoint)); endpoints.hasError())
        return endpoints.error();
    return WindowOptions{.episode = parser.value(episode),
                         .viewFile = parser.value(view),
                         .endpoints = parser.values(endpoint),
                         .isOffline = parser.isSet(offline),
                         .wantsHelp = parser.isSet(help),
                         .wantsVersion = parser.isSet(version)};
}

int runWindow(int argc, char** argv, const WindowOptions& options, const QString& dataDir, const Clock& clock)
{
    const auto view = startingView(options, dataDir);
    if (view.hasError())
        return fail(view.error().message);
    if (!hasDisplay(argc, argv))
        return fail(
            QStringLiteral("There is no display for the window. `holdline export` and the other commands "
                           "work without one; holdline --help lists them."));
    QApplication application(argc, argv);
    QApplication::setStyle(new FlatStyle); // owned by the application
    QApplication::setFont(themeFont(TextSize::Text));
    WindowServices services = windowServices(dataDir, clock);
    const auto live = liveSettings(options.endpoints, dataDir);
    if (live.hasError())
        return fail(live.error().message);
    if (!options.isOffline)
        services.live = [settings = live.value()](const View&) {
            return std::make_unique<LiveCollector>(settings);
        };
    MainWindow window(services, view.value());
    if (const auto path = findViewFile(options.viewFile, dataDir); path.hasValue())
        window.views().expect(path.value(), view.value());
    window.show();
    return QApplication::exec();
}

} // namespace holdline
