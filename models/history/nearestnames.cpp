// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/nearestnames.h"

#include "models/foundation/nearestwords.h"

namespace holdline {

QStringList nearestNames(const QString& name, const std::vector<StoredSeries>& series)
{
    QStringList names;
    for (const StoredSeries& one : series)
        names.append(one.key.name);
    return nearestWords(name, names);
}

} // namespace holdline
