// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/holdertable.h"
#include "models/tables/pressuretable.h"
#include "widgets/cards/card.h"

class QLabel;
class QToolButton;

namespace holdline {

class PlainTable;

/// Cohorts of holders: what each age holds, paid and gains, and below how many coins are even again at each
/// level of resistance.
class HolderPanel final : public Card {
    Q_OBJECT

public:
    explicit HolderPanel(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;

private:
    void buildBody();
    void buildRule(QWidget* body);
    void showRows();
    void showRule();
    void showMenu(QPoint at);
    [[nodiscard]] QString note() const;

    std::vector<HolderCohort> m_holders;
    std::vector<Pressure> m_levels;
    std::optional<double> m_price;
    HolderTable m_table;
    PressureTable m_pressureTable;
    PlainTable* m_view = nullptr;
    PlainTable* m_pressures = nullptr;
    QToolButton* m_everySource = nullptr;
    QLabel* m_rule = nullptr;
};

} // namespace holdline
