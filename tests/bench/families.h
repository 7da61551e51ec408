// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/harness.h"

namespace holdline::bench {

/// One family of measurements: adds its rows to the report.
struct Family {
    QString name;
    void (*run)(const Options& options, Report& report);
};

void benchFrames(const Options& options, Report& report);
void benchSeries(const Options& options, Report& report);
void benchStorage(const Options& options, Report& report);
void benchParsing(const Options& options, Report& report);
void benchProgram(const Options& options, Report& report);
/// Sockets to series; TLS.
void benchLinks(const Options& options, Report& report);
/// The window against a stand-in venue.
void benchLive(const Options& options, Report& report);
/// The program left alone.
void benchIdle(const Options& options, Report& report);
void benchReplay(const Options& options, Report& report);
/// Levels and drawings: painting, hitting, judging.
void benchMarks(const Options& options, Report& report);
/// Snapshots, blocks and sums of one's own node.
void benchCohorts(const Options& options, Report& report);

/// Roles that this program plays when it starts itself, to measure a start: an empty window, or five panes of
/// a stored view. Returns after the first painted frame.
int runChild(const QStringList& arguments);

} // namespace holdline::bench
