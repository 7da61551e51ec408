// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/levelfile.h"

#include "models/history/fileimport.h"

namespace holdline {

Result<std::vector<Level>> levelsOfFile(const QString& path, const Clock& clock)
{
    const auto store = Store::openInMemory(clock);
    if (store.hasError())
        return store.error();
    ImportOptions options;
    options.kind = QStringLiteral("levels");
    options.now = clock.now();
    for (const FileOutcome& outcome : importFile(*store.value(), path, options, Progress{})) {
        if (outcome.report.hasError())
            return outcome.report.error();
    }
    return store.value()->levels();
}

} // namespace holdline
