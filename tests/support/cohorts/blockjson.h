// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace holdline::testing {

/// Shape of a synthetic answer to `getblock <hash> 3`.
struct BlockShape {
    int transactions = 3200;
    int inputsOfEach = 2;
    int outputsOfEach = 2;
    quint32 height = 945'487;
};

/// A full answer as Bitcoin Core writes it, with scripts, witnesses and everything else of no interest; about
/// ten megabytes for the shape above. The same for the same shape.
[[nodiscard]] QByteArray blockAnswer(const BlockShape& shape);

} // namespace holdline::testing
