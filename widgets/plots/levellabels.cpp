// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/levellabels.h"

#include "models/foundation/timetext.h"
#include "widgets/plots/timelinearrangement.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr double labelHeight = 16; ///< device-independent px
constexpr double gapOfWords = 10;
constexpr double air = 4;
constexpr double leastWords = 90; ///< less room than that, and the name stands alone
constexpr std::size_t mostLabels = 40;

/// With its state at the right edge of the picture: a picture of the past does not tell what came later.
QString describe(const LevelData& data, const Scene& scene)
{
    QStringList parts;
    if (!data.level.definition.isEmpty())
        parts.append(data.level.definition);
    if (const LevelState* const state = stateAt(data, scene.layout.time.range.to))
        parts.append(state->since ? state->state + QStringLiteral(" since ") +
                                        dayTimeText(*state->since, scene.zone, scene.yearOfNow)
                                  : state->state);
    if (parts.isEmpty() && !data.level.source.isEmpty())
        parts.append(data.level.source);
    return parts.join(QStringLiteral(" · "));
}

class Placing {
public:
    Placing(const QRect& plot, std::span<const QRect> taken, PixelGrid grid)
        : m_plot(plot),
          m_taken(taken.begin(), taken.end()),
          m_grid(grid)
    {
    }

    /// Where a level's label may stand: room enough for words where there is any, else for the name. Absent
    /// when there is none at the level's line.
    std::optional<QRect> roomFor(const LevelShape& level, int nameWidth) const
    {
        const QRect& body = level.steps.empty() ? level.body : level.steps.front();
        const int height = m_grid.px(labelHeight);
        const int wanted = std::max(body.left(), m_plot.left()) + m_grid.px(lengths::margin);
        const int left = std::max(m_plot.left(), std::min(wanted, m_plot.right() - nameWidth));
        std::optional<QRect> best;
        for (const bool isBeside : {false, true}) {
            for (const int top : {body.top() - height - m_grid.px(2), body.bottom() + m_grid.px(3)}) {
                const auto room = freeRoom(left, top, nameWidth, isBeside);
                if (room && room->width() >= nameWidth + m_grid.px(leastWords))
                    return room;
                if (!best)
                    best = room;
            }
        }
        return best;
    }

    void take(const QRect& ground)
    {
        m_taken.push_back(ground.adjusted(-m_grid.px(air), 0, m_grid.px(air), 0));
    }

private:
    /// What is free in a row from a place on, or from the right of what covers it.
    std::optional<QRect> freeRoom(int left, int top, int least, bool isBeside) const
    {
        QRect room(left, top, m_plot.right() - m_grid.px(gapOfWords) - left, m_grid.px(labelHeight));
        if (top < m_plot.top() || room.bottom() > m_plot.bottom())
            return std::nullopt;
        // A level that begins near the right edge has its label end there.
        room.setWidth(std::max(room.width(), least));
        for (auto other = m_taken.begin(); other != m_taken.end();) {
            if (!other->intersects(room)) {
                ++other;
                continue;
            }
            if (other->left() - room.left() >= least)
                room.setRight(other->left() - 1);
            else if (isBeside)
                room.setLeft(other->right() + 1);
            else
                return std::nullopt;
            if (room.width() < least)
                return std::nullopt;
            other = m_taken.begin();
        }
        return room;
    }

    QRect m_plot;
    std::vector<QRect> m_taken;
    PixelGrid m_grid;
};

LevelLabel labelIn(const QRect& room, const QString& name, int nameWidth, const QString& words,
                   TextPainter& text, PixelGrid grid)
{
    const int edge = grid.px(air);
    LevelLabel label{.ground = QRect(room.left(), room.top(), nameWidth, room.height()),
                     .name = name,
                     .nameLeft = room.left() + edge,
                     .wordsLeft = room.left() + nameWidth - edge + grid.px(gapOfWords)};
    if (room.width() >= nameWidth + grid.px(leastWords))
        label.words = text.elided(words, TextRole::Annotation, room.right() - edge - label.wordsLeft);
    if (!label.words.isEmpty())
        label.ground.setRight(label.wordsLeft + text.width(label.words, TextRole::Annotation) + edge);
    return label;
}

/// Translucent, so that candles behind do not disturb and still show.
void paintGround(const Canvas& canvas, const QRect& rect)
{
    QColor ground = canvas.inks.theme.background;
    ground.setAlpha(190);
    canvas.painter.fillRect(rect, ground);
}

} // namespace

std::vector<LevelLabel> layOutLevelLabels(const std::vector<LevelShape>& levels, const QRect& plot,
                                          std::span<const QRect> taken, const Scene& scene, const Inks& inks,
                                          TextPainter& text, PixelGrid grid)
{
    std::vector<LevelLabel> labels;
    Placing placing(plot, taken, grid);
    for (const LevelShape& level : levels) {
        if (labels.size() == mostLabels)
            break;
        const QString name = text.elided(level.data->level.name, TextRole::AnnotationBold, plot.width() / 2);
        const int nameWidth = text.width(name, TextRole::AnnotationBold) + 2 * grid.px(air);
        const auto room = placing.roomFor(level, nameWidth);
        if (!room)
            continue;
        labels.push_back(labelIn(*room, name, nameWidth, describe(*level.data, scene), text, grid));
        labels.back().colour = inkOf(*level.data, inks).text;
        placing.take(labels.back().ground);
    }
    return labels;
}

void paintLevelLabels(const Canvas& canvas, const std::vector<LevelLabel>& labels)
{
    for (const LevelLabel& label : labels) {
        if (!label.ground.intersects(canvas.clip))
            continue;
        paintGround(canvas, label.ground);
        const int centre = label.ground.top() + label.ground.height() / 2;
        canvas.text.drawCentred(canvas.painter, label.nameLeft, centre, label.name, TextRole::AnnotationBold,
                                label.colour);
        canvas.text.drawCentred(canvas.painter, label.wordsLeft, centre, label.words, TextRole::Annotation,
                                canvas.inks.theme.dim);
    }
}

} // namespace holdline
