// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/candletable.h"
#include "widgets/cards/card.h"

namespace holdline {

class PlainTable;

/// The candles of the view, newest first.
class CandlePanel final : public Card {
    Q_OBJECT

public:
    explicit CandlePanel(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;

private:
    CandleTable m_table;
    PlainTable* m_view = nullptr;
};

} // namespace holdline
