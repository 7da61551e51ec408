// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/figurerow.h"

#include "models/foundation/timetext.h"
#include "models/readings/valuewords.h"
#include "widgets/report/pagetext.h"

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr double leastFigureWidth = 104; ///< device-independent px
constexpr double figureAir = 12;         ///< between two

/// A figure as it is drawn.
struct LaidFigure {
    WrappedText label;
    WrappedText value;
    WrappedText below;
};

struct FigureWords {
    QString value;
    QString below;
    bool isKnown = true;
};

/// Of midnight the day alone; the year where it is another one than that of `now`.
QString shortStamp(UtcTime time, const QTimeZone& zone, UtcTime now)
{
    const int year = dateIn(now, zone).year();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMsecs(time), zone);
    return local.time() == QTime(0, 0) ? dayText(local.date(), year) : dayTimeText(time, zone, year);
}

FigureWords figureWords(const ReportContent& content, const ReportFigure& figure)
{
    const QTimeZone zone = zoneByName(content.view.zone);
    if (const MarketReading* const reading = content.brief.find(figure.id))
        return {valueWords(*reading, {}, zone), shortStamp(reading->at, zone, content.at)};
    const auto& missing = content.brief.missing;
    const auto found = std::find_if(missing.begin(), missing.end(),
                                    [&](const MissingReading& each) { return each.id == figure.id; });
    return {u"not known"_s, found == missing.end() ? content.briefProblem : found->reason, false};
}

LaidFigure laidFigure(const ReportContent& content, const ReportFigure& figure, const Inks& inks,
                      PixelGrid grid, int width)
{
    const FigureWords words = figureWords(content, figure);
    const QColor colour = words.isKnown ? inks.theme.text : inks.theme.dim;
    const double size = words.isKnown && words.value.size() <= 12 ? 17 : 12;
    return {WrappedText(figure.label.isEmpty() ? figure.id : figure.label,
                        {.size = 9.5, .colour = inks.theme.dim}, grid, width),
            WrappedText(words.value, {.size = size, .isBold = words.isKnown, .colour = colour}, grid, width),
            WrappedText(words.below, {.size = 8.5, .colour = inks.theme.dim}, grid, width)};
}

/// A row of figures: labels, values and times each begin at one height.
struct FigureRow {
    std::vector<LaidFigure> figures;
    int step = 0; ///< from one figure to the next
    int valueTop = 0;
    int belowTop = 0;
    int height = 0;
};

FigureRow laidRow(std::vector<LaidFigure> figures, int step, PixelGrid grid)
{
    FigureRow row{std::move(figures), step};
    const int air = grid.px(8);
    int label = 0;
    int value = 0;
    int below = 0;
    for (const LaidFigure& figure : row.figures) {
        label = std::max(label, figure.label.height());
        value = std::max(value, figure.value.height());
        below = std::max(below, figure.below.height());
    }
    row.valueTop = air + label;
    row.belowTop = row.valueTop + value;
    row.height = row.belowTop + below + air;
    return row;
}

void paintFigures(const Canvas& canvas, const QRect& rect, const FigureRow& row)
{
    const int line = canvas.grid.line();
    int x = rect.left();
    for (const LaidFigure& figure : row.figures) {
        figure.label.draw(canvas.painter, {x, rect.top() + canvas.grid.px(8)});
        figure.value.draw(canvas.painter, {x, rect.top() + row.valueTop});
        figure.below.draw(canvas.painter, {x, rect.top() + row.belowTop});
        x += row.step;
    }
    for (const int y : {rect.top(), rect.bottom() + 1 - line})
        canvas.fill(QRect(rect.left(), y, rect.width(), line), canvas.inks.theme.hairline);
}

} // namespace

std::vector<PagePiece> figureRows(const ReportContent& content, const std::vector<ReportFigure>& figures,
                                  const Inks& inks, const PageRoom& room)
{
    const int fits = std::max(1, room.width / room.grid.px(leastFigureWidth));
    const int rows = (static_cast<int>(figures.size()) + fits - 1) / fits;
    std::vector<PagePiece> pieces;
    for (int row = 0, next = 0; row < rows; ++row) {
        const int count = (static_cast<int>(figures.size()) - next + rows - row - 1) / (rows - row);
        const int step = (room.width + room.grid.px(figureAir)) / count;
        std::vector<LaidFigure> laid;
        for (int i = 0; i < count; ++i)
            laid.push_back(laidFigure(content, figures[static_cast<std::size_t>(next++)], inks, room.grid,
                                      step - room.grid.px(figureAir)));
        const auto shared = std::make_shared<const FigureRow>(laidRow(std::move(laid), step, room.grid));
        PagePiece piece;
        piece.height = shared->height;
        piece.gap = row == 0 ? room.grid.px(12) : 0;
        piece.paint = [shared](const Canvas& canvas, const QRect& rect) {
            paintFigures(canvas, rect, *shared);
        };
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

} // namespace holdline
