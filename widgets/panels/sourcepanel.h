// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/sourcetable.h"
#include "widgets/cards/card.h"

namespace holdline {

class PlainTable;

/// Everything that is stored: where it came from and what it covers.
class SourcePanel final : public Card {
    Q_OBJECT

public:
    explicit SourcePanel(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;

private:
    SourceTable m_table;
    PlainTable* m_view = nullptr;
};

} // namespace holdline
