// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

namespace holdline {

/// One moment of a store: while it lives, all that is read comes from the same state, whatever other programs
/// merge meanwhile, and nobody waits for it. Nothing may be written through that store.
class StoreSnapshot final {
public:
    [[nodiscard]] static Result<std::unique_ptr<StoreSnapshot>> take(Store& store);
    ~StoreSnapshot();

private:
    explicit StoreSnapshot(Store& store) : m_store(store) {}
    Q_DISABLE_COPY_MOVE(StoreSnapshot)

    Store& m_store;
};

} // namespace holdline
