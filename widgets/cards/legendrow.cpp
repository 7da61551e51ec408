// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/legendrow.h"

#include <QPainter>

namespace holdline {

namespace {

constexpr int legendRowHeight = 18;
constexpr int markSize = 9;
constexpr int markGap = 6;
constexpr int entryGap = 16;

void paintMark(QPainter& painter, const LegendEntry& entry, QPoint place)
{
    const int middle = place.y() + legendRowHeight / 2;
    if (entry.mark == LegendEntry::Mark::Line)
        painter.fillRect(place.x(), middle - 1, markSize, 2, entry.colour);
    else
        painter.fillRect(place.x(), middle - markSize / 2, markSize, markSize, entry.colour);
}

} // namespace

LegendRow::LegendRow(QWidget* parent) : QWidget(parent), m_theme(themeByName({}))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFont(themeFont(TextSize::Annotation));
}

void LegendRow::setEntries(std::vector<LegendEntry> entries)
{
    m_entries = std::move(entries);
    QStringList names;
    for (const auto& entry : m_entries)
        names.append(entry.text);
    setAccessibleName(tr("Legend: %1").arg(names.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

void LegendRow::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFont(themeFont(TextSize::Annotation));
    update();
}

std::vector<QPoint> LegendRow::positions(int width) const
{
    std::vector<QPoint> places;
    QPoint next;
    for (const auto& entry : m_entries) {
        const int needed = markSize + markGap + fontMetrics().horizontalAdvance(entry.text);
        if (next.x() > 0 && next.x() + needed > width)
            next = {0, next.y() + legendRowHeight};
        places.push_back(next);
        next.rx() += needed + entryGap;
    }
    return places;
}

int LegendRow::heightForWidth(int width) const
{
    const auto places = positions(width);
    return (places.empty() ? 0 : places.back().y()) + legendRowHeight;
}

QSize LegendRow::sizeHint() const
{
    return {200, heightForWidth(width())};
}

void LegendRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto places = positions(width());
    for (std::size_t i = 0; i < places.size(); ++i) {
        paintMark(painter, m_entries[i], places[i]);
        painter.setPen(m_theme.dim);
        const int left = places[i].x() + markSize + markGap;
        painter.drawText(QRect(left, places[i].y(), width() - left, legendRowHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, m_entries[i].text);
    }
}

} // namespace holdline
