// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/coverage.h"

namespace holdline {

QString toText(CoverageState state)
{
    switch (state) {
    case CoverageState::Known:
        return QStringLiteral("known");
    case CoverageState::Sampled:
        return QStringLiteral("sampled");
    case CoverageState::Missing:
        return QStringLiteral("missing");
    case CoverageState::Never:
        return QStringLiteral("never");
    }
    Q_UNREACHABLE();
}

} // namespace holdline
