// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/timelinelayout.h"
#include "widgets/theme/theme.h"

#include <QObject>

#include <vector>

namespace holdline {

class FlatButton;
class TimelineWidget;

/// The few buttons that lie on the timeline: `A` and `L` at the foot of a value axis while the pointer is
/// over it, and `»` while the end of the data is out of sight.
class TimelineButtons final : public QObject {
    Q_OBJECT

public:
    explicit TimelineButtons(TimelineWidget& timeline);

    /// After a new layout.
    void place();
    void hover(const TimelineLayout::Hit& hit);
    void setTheme(const Theme& theme);

private:
    void placeAxisButtons();
    void placeLatest();

    TimelineWidget& m_timeline;
    FlatButton* m_autoscale = nullptr;
    FlatButton* m_logarithmic = nullptr;
    FlatButton* m_latest = nullptr;
    int m_pane = -1; ///< whose value axis the pointer is over
};

} // namespace holdline
