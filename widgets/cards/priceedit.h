// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/amount.h"

#include <QLineEdit>

namespace holdline {

/// A price, typed; arrows up and down go by the instrument's tick, with Shift by ten. What is typed is kept
/// as it is: a cost basis lies on no tick.
class PriceEdit final : public QLineEdit {
    Q_OBJECT

public:
    PriceEdit(Price tick, const QString& text, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void step(int ticks);

    Price m_tick;
};

} // namespace holdline
