// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace holdline::testing {

/// A path below the folder of all corpora, and what belongs there.
struct CorpusFile {
    QString path;
    QByteArray bytes;
};

/// What the fuzzers of snapshots, blocks and states begin with.
[[nodiscard]] std::vector<CorpusFile> nodeCorpus();

} // namespace holdline::testing
