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
    /// Returns false when no more is wanted: it is no answer that can be used.
    virtual bool take(QByteArrayView piece) = 0;
    /// After the last piece: false when the answer ended early, so that it should be asked for again.
    [[nodiscard]] virtual bool end() = 0;
};

} // namespace holdline
