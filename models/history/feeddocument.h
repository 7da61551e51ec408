// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/livenews.h"

#include <QByteArray>
#include <QJsonObject>

namespace holdline {

/// `live/binance`: under which name a provider's state is kept in the store.
[[nodiscard]] QString feedDocumentName(const QString& provider);

/// What `record` prints of a provider: connected, messages, dropped, rejected, gapsOpened, gapsFilled.
[[nodiscard]] QJsonObject countsObject(const FeedStatus& status);
/// What outlives the run: those counts, the last answer, rejects by reason, the problem, and until when not
/// to ask again. No address and no key.
[[nodiscard]] QByteArray toDocument(const FeedStatus& status);
/// Counts, last answer and pause of an earlier run; everything absent where the document says nothing.
[[nodiscard]] FeedStatus feedStatusFromDocument(const QByteArray& document);

} // namespace holdline
