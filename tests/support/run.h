// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>

namespace holdline::testing {

/// What a run of the program printed and how it ended.
struct Run {
    int exitCode = -1;
    QByteArray output;
    QByteArray words;
};

/// Runs the program and waits for its end. An exit code of -1: it did not start or did not end by itself.
inline Run run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace holdline::testing
