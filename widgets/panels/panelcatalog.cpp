// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelcatalog.h"

namespace holdline {

std::vector<CardEntry> panelCatalog()
{
    return {};
}

} // namespace holdline
