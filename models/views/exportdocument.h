// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/store/store.h"
#include "models/views/view.h"
#include "models/views/viewdata.h"

#include <QByteArray>

namespace holdline {

/// The view with what it is made of:
/// `{"holdline","view","asOf","statement","sources":[…],"coverage":[…],"levels":[…],"words":{…}}`. Coverage
/// is that of the visible time; words are those of the picture as they are drawn, where there are any. A view
/// file is this document or its `view` alone.
[[nodiscard]] QByteArray exportDocument(const View& view, const ViewData& data);

/// The visible numbers, exact as stored, one a line: `series,column,time,to,value,known_at,source`, series by
/// series and oldest first. Candles are those of the view's interval; what is computed for a pane (momentum,
/// correlations) is rounded to 1e-8. Error: Storage.
[[nodiscard]] Result<QByteArray> visibleNumbers(Store& store, const View& view, const ViewData& data);

} // namespace holdline
