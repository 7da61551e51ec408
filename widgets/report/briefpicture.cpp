// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/briefpicture.h"

#include "models/readings/brieftext.h"
#include "widgets/plots/textblock.h"
#include "widgets/report/sheetframe.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr int firstBriefWidth = 880; ///< device-independent px: lines of some hundred letters
constexpr int leastBriefWidth = 320;
constexpr int briefSide = 14;
constexpr double sentenceSize = 14;
constexpr double sourceSize = 12;
constexpr double lineStep = 1.4;     ///< of the size of letters
constexpr int mostBriefLines = 1000; ///< of one sentence: all of them
constexpr double numberColumn = 34;  ///< of the sources' numbers

/// Words at a place below the header, in device px.
struct PlacedWords {
    TextBlock words;
    QPoint at;
    int width = 0;
    QColor colour;
};

/// Lays out paragraph under paragraph.
class BriefColumn final {
public:
    BriefColumn(const Theme& theme, PixelGrid grid, int width) : m_theme(theme), m_grid(grid), m_width(width)
    {
    }

    void addSentence(const QString& text)
    {
        place(text, sentenceSize, m_theme.text, 0);
        m_y += m_grid.px(7);
    }
    void addSource(qsizetype number, const QString& text)
    {
        const int top = m_y;
        place(u"[%1]"_s.arg(number), sourceSize, m_theme.dim, 0);
        m_y = top;
        place(text, sourceSize, m_theme.dim, m_grid.px(numberColumn));
        m_y += m_grid.px(2);
    }
    void addGap(double gap) { m_y += m_grid.px(gap); }
    [[nodiscard]] int height() const { return m_y; }
    [[nodiscard]] const std::vector<PlacedWords>& placed() const { return m_placed; }

private:
    void place(const QString& text, double size, const QColor& colour, int indent)
    {
        const int left = m_grid.px(briefSide) + indent;
        const int room = m_grid.px(m_width) - left - m_grid.px(briefSide);
        QFont font = themeFont(TextSize::Text, m_grid.ratio);
        font.setPixelSize(m_grid.px(size));
        const TextSetting setting{
            .font = font, .width = room, .step = m_grid.px(size * lineStep), .mostLines = mostBriefLines};
        m_placed.push_back({TextBlock(text, setting), {left, m_y}, room, colour});
        m_y += m_placed.back().words.size().height();
    }

    const Theme& m_theme;
    PixelGrid m_grid;
    int m_width; ///< device-independent px
    int m_y = 0;
    std::vector<PlacedWords> m_placed;
};

BriefColumn columnOf(const Brief& brief, const Theme& theme, PixelGrid grid, int width)
{
    const auto told = outstanding(brief);
    const auto [numbers, sources] = briefSources(told);
    BriefColumn column(theme, grid, width);
    column.addGap(briefSide);
    for (std::size_t i = 0; i < told.size(); ++i)
        column.addSentence(u"%1 [%2]"_s.arg(told[i].text).arg(numbers[i]));
    if (told.empty())
        column.addSentence(u"Nothing is known yet that could be told."_s);
    column.addGap(10);
    for (qsizetype i = 0; i < sources.size(); ++i)
        column.addSource(i + 1, sources[i]);
    column.addGap(briefSide);
    return column;
}

} // namespace

Sheet briefSheet(const Brief& brief, const View& view, const ViewData& data)
{
    const QString title = u"Brief"_s;
    const bool isAsked = !view.size.isEmpty();
    const int width = isAsked ? std::max(view.size.width(), leastBriefWidth) : firstBriefWidth;
    const PixelGrid grid{view.scale};
    ViewData known = data;
    known.asOf = brief.asOf;
    const SheetFrame frame(view, known, title, {}, width);
    const BriefColumn column = columnOf(brief, frame.theme(), grid, width);
    const int needed = frame.around() + static_cast<int>(std::ceil(column.height() / view.scale));
    Sheet sheet{.size = {width, isAsked ? std::max(view.size.height(), needed) : needed},
                .scale = view.scale,
                .info = sheetInfo(view, known, title),
                .paint = {}};
    sheet.paint = [frame, placed = column.placed(), top = frame.top(),
                   whole = sheet.deviceSize()](QPainter& painter) {
        frame.paint(painter, whole);
        for (const PlacedWords& one : placed)
            one.words.draw(painter, one.at + QPoint(0, top), one.width, one.colour);
    };
    return sheet;
}

} // namespace holdline
