// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/snapshotfile.h"

#include "models/cohorts/cohorterror.h"
#include "models/cohorts/piecefile.h"

namespace holdline {

namespace {

Error accessError(const QString& path, const PieceFile::Refusal& refusal)
{
    if (refusal.isPermission)
        return cohortError(
            CohortFault::SnapAccess,
            QStringLiteral("The file may not be read; the node wrote it as another user. Make it "
                           "readable: chmod 644 %1")
                .arg(path));
    return cohortError(CohortFault::SnapAccess,
                       QStringLiteral("%1 cannot be read: %2").arg(path, refusal.reason));
}

} // namespace

Result<Snapshot> readSnapshot(const QString& path, const SnapshotOptions& options, const Progress& progress)
{
    PieceFile file(path);
    SnapshotReader reader(options);
    for (;;) {
        const auto piece = file.next(progress.cancelled);
        if (progress.cancelled)
            return Error{Error::Kind::Cancelled, QStringLiteral("Reading the snapshot was stopped.")};
        if (file.refusal())
            return accessError(path, *file.refusal());
        if (piece.isEmpty())
            return reader.finish();
        if (const auto fed = reader.feed(piece); fed.hasError())
            return fed.error();
        progress.advance(reader.bytesRead(), file.total());
    }
}

} // namespace holdline
