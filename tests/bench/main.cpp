// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/families.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QThread>

#include <cstdio>

using namespace holdline::bench;

namespace {

const std::vector<Family> families{
    {QStringLiteral("frames"), benchFrames},   {QStringLiteral("series"), benchSeries},
    {QStringLiteral("storage"), benchStorage}, {QStringLiteral("parsing"), benchParsing},
    {QStringLiteral("program"), benchProgram}, {QStringLiteral("links"), benchLinks},
    {QStringLiteral("live"), benchLive},       {QStringLiteral("idle"), benchIdle},
    {QStringLiteral("replay"), benchReplay},   {QStringLiteral("marks"), benchMarks},
    {QStringLiteral("cohorts"), benchCohorts}};

Options optionsFrom(const QStringList& arguments)
{
    Options options;
    options.program = QStringLiteral(HOLDLINE_PROGRAM);
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == QStringLiteral("--smoke"))
            options.isSmoke = true;
        else if (arguments[i] == QStringLiteral("--candles") && i + 1 < arguments.size())
            options.candleFile = arguments[++i];
        else if (arguments[i] == QStringLiteral("--only") && i + 1 < arguments.size())
            options.only = arguments[++i];
    }
    return options;
}

QJsonObject machine()
{
    return {{QStringLiteral("system"), QSysInfo::prettyProductName()},
            {QStringLiteral("processors"), QThread::idealThreadCount()},
            {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("platform"), QGuiApplication::platformName()}};
}

} // namespace

/// holdline_bench [--smoke] [--only FAMILY] [--candles FILE]: prints one JSON document; progress goes to
/// standard error.
int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 1 && arguments[1] == QStringLiteral("--child"))
        return runChild(arguments.mid(2));
    const Options options = optionsFrom(arguments);
    Report report;
    for (const Family& family : families) {
        if (options.only.isEmpty() || options.only == family.name)
            family.run(options, report);
    }
    const QJsonObject document{{QStringLiteral("machine"), machine()},
                               {QStringLiteral("smoke"), options.isSmoke},
                               {QStringLiteral("rows"), report.rows()}};
    std::fputs(QJsonDocument(document).toJson().constData(), stdout);
    return 0;
}
