// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

#include <vector>

namespace holdline {

struct LegendEntry {
    enum class Mark { Square, Line };
    QColor colour;
    QString text;
    Mark mark = Mark::Square;
};

/// A row of coloured marks with their names; it takes more rows where there is no room.
class LegendRow final : public QWidget {
    Q_OBJECT

public:
    explicit LegendRow(QWidget* parent = nullptr);

    void setEntries(std::vector<LegendEntry> entries);
    void setTheme(const Theme& theme);

    [[nodiscard]] const std::vector<LegendEntry>& entries() const { return m_entries; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] std::vector<QPoint> positions(int width) const;

    std::vector<LegendEntry> m_entries;
    Theme m_theme;
};

} // namespace holdline
