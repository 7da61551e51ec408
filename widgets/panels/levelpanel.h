// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/leveltable.h"
#include "widgets/cards/card.h"

namespace holdline {

class PlainTable;

/// Levels with distance and state.
class LevelPanel final : public Card {
    Q_OBJECT

public:
    explicit LevelPanel(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;

private:
    LevelTable m_table;
    PlainTable* m_view = nullptr;
};

} // namespace holdline
