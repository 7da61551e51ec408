// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/alerttable.h"
#include "models/tables/firingtable.h"
#include "widgets/cards/card.h"

class QLabel;

namespace holdline {

class PlainTable;

/// Alerts and how they stand, and below them what fired.
class AlertPanel final : public Card {
    Q_OBJECT

public:
    explicit AlertPanel(QWidget* parent = nullptr);

    void setData(const CardData&) override {}
    void setAlerts(const AlertState& state) override;
    void setTheme(const Theme& theme) override;

private:
    void connectTables();
    void showMenu(QPoint at);
    [[nodiscard]] QStringList selectedIds() const;

    AlertTable m_table;
    FiringTable m_firings;
    PlainTable* m_view = nullptr;
    PlainTable* m_log = nullptr;
    QLabel* m_logTitle = nullptr;
};

} // namespace holdline
