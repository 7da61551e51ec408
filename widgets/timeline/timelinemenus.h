// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/timelinelayout.h"

#include <QList>

class QAction;
class QMenu;

namespace holdline {

class TimelineWidget;

/// Fills the menu of the zone that was hit: plot, value axis, pane border and time axis have their own; other
/// zones leave it empty. The actions given are those of the window, borrowed.
void fillTimelineMenu(QMenu& menu, TimelineWidget& timeline, const TimelineLayout::Hit& hit,
                      const QList<QAction*>& plotActions, const QList<QAction*>& timeActions);

} // namespace holdline
