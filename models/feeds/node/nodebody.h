// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace holdline {

/// Takes a long answer piece by piece, as it comes.
class NodeBody {
public:
    virtual ~NodeBody() = default;
    /// Before the first piece of each try: what came of an earlier one counts for nothing.
    virtual void begin() = 0;
    /// Returns false when no more is wanted: the answer is damaged beyond use.
    virtual bool take(QByteArrayView piece) = 0;
    /// Whether what was taken is a whole answer.
    [[nodiscard]] virtual bool isWhole() const = 0;
};

} // namespace holdline
