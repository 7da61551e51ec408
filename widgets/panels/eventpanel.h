// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/eventtable.h"
#include "widgets/cards/card.h"

namespace holdline {

class PlainTable;

/// Events, past and to come.
class EventPanel final : public Card {
    Q_OBJECT

public:
    explicit EventPanel(QWidget* parent = nullptr);

    void setData(const CardData& data) override;
    void setTheme(const Theme& theme) override;

private:
    EventTable m_table;
    PlainTable* m_view = nullptr;
};

} // namespace holdline
