// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storesnapshot.h"

#include "models/store/sqlstore.h"

namespace holdline {

Result<std::unique_ptr<StoreSnapshot>> StoreSnapshot::take(Store& store)
{
    // Every store is one: Store::open() makes no other.
    if (const auto begun = static_cast<SqlStore&>(store).beginReading(); begun.hasError())
        return begun.error();
    return std::unique_ptr<StoreSnapshot>(new StoreSnapshot(store));
}

StoreSnapshot::~StoreSnapshot()
{
    m_store.rollback();
}

} // namespace holdline
