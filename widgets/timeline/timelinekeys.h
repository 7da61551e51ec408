// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/timelinegestures.h"

#include <QKeySequence>
#include <QString>

#include <optional>
#include <vector>

namespace holdline {

/// What a key does to the timeline without asking anything.
enum class TimelineAction {
    PanEarlier,
    PanLater,
    PanFarEarlier,
    PanFarLater,
    ZoomIn,
    ZoomOut,
    First,
    Latest,
    Fit,
    ToggleLog,
    ToggleMaximised
};

[[nodiscard]] std::optional<TimelineAction> actionForKey(int key, Qt::KeyboardModifiers modifiers);

/// The view after the act; absent when it changes nothing. Pane is an index into the layout's panes.
[[nodiscard]] std::optional<ViewEdit> performed(TimelineAction action, int pane,
                                                const TimelineMoment& moment);

/// One line of the shortcut panel.
struct ShortcutLine {
    QString keys;
    QString words;
};

/// Mouse and keys, in the order of the panel.
[[nodiscard]] std::vector<ShortcutLine> shortcutLines();

} // namespace holdline
