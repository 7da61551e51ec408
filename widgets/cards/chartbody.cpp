// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/chartbody.h"

#include "widgets/cards/legendrow.h"
#include "widgets/cards/plainchart.h"

#include <QVBoxLayout>

namespace holdline {

ChartBody::ChartBody(QMargins plotMargins, int chartHeight, QWidget* parent)
    : QWidget(parent),
      m_chart(new PlainChart(plotMargins, this)),
      m_legend(new LegendRow(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(6);
    m_chart->setMinimumHeight(chartHeight);
    column->addWidget(m_chart, 1);
    column->addWidget(m_legend);
}

} // namespace holdline
