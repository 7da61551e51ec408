// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/node/nodecredentials.h"

namespace holdline {

/// A node and how it lets this program in.
struct NodeAccess {
    NodeAddress address;
    NodeCredentials credentials;
};

} // namespace holdline
