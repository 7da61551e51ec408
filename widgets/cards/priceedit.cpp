// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/priceedit.h"

#include "models/market/typedprice.h"

#include <QKeyEvent>

#include <algorithm>

namespace holdline {

namespace {

constexpr int farSteps = 10;

}

PriceEdit::PriceEdit(Price tick, const QString& text, QWidget* parent)
    : QLineEdit(text, parent),
      m_tick(std::max(tick, Price{1}))
{
}

void PriceEdit::keyPressEvent(QKeyEvent* event)
{
    const int size = event->modifiers() & Qt::ShiftModifier ? farSteps : 1;
    if (event->key() == Qt::Key_Up)
        step(size);
    else if (event->key() == Qt::Key_Down)
        step(-size);
    else
        QLineEdit::keyPressEvent(event);
}

/// To the next multiple of the tick first, where the price lies on none.
void PriceEdit::step(int ticks)
{
    const auto price = parseTypedPrice(text());
    if (price.hasError())
        return;
    const qint64 below = price.value().units / m_tick.units;
    const bool isBetween = price.value().units % m_tick.units != 0;
    const qint64 to = below + ticks + (isBetween && ticks < 0 ? 1 : 0);
    setText(QString::fromLatin1(Price{std::max<qint64>(1, to) * m_tick.units}.toText()));
}

} // namespace holdline
