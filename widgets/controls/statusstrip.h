// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QStatusBar>

class QLabel;

namespace holdline {

class FeedLight;

/// The line below everything: whether news come in and what is shown at the left, how it is to be read at the
/// right.
class StatusStrip final : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusStrip(QWidget* parent = nullptr);

    void setShown(const QString& words);
    void setReading(const QString& words);
    [[nodiscard]] QString shown() const;
    [[nodiscard]] FeedLight& light() { return *m_light; }
    void setTheme(const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    FeedLight* m_light = nullptr;
    QLabel* m_shown = nullptr;
    QLabel* m_reading = nullptr;
};

} // namespace holdline
