// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nodeprogress.h"

namespace holdline {

QString NodeProgress::words() const
{
    const qint64 percent = total > 0 ? done * 100 / total : 0;
    switch (step) {
    case Step::Dump:
        return QStringLiteral("the node wrote about %1 % of the snapshot").arg(percent);
    case Step::Snapshot:
        return QStringLiteral("%1 % of the snapshot").arg(percent);
    case Step::Headers:
        return QStringLiteral("%1 of %2 headers").arg(done).arg(total);
    case Step::Blocks:
        return QStringLiteral("block %1 of %2").arg(done).arg(total);
    }
    return {};
}

} // namespace holdline
