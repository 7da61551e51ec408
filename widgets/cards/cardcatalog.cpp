// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/cardcatalog.h"

namespace holdline {

std::vector<CardEntry> cardCatalog()
{
    return {};
}

} // namespace holdline
