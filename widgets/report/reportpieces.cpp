// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/reportpieces.h"

#include "models/foundation/timetext.h"
#include "models/readings/brieftext.h"
#include "models/views/picturewords.h"
#include "widgets/report/barepicture.h"
#include "widgets/report/figurerow.h"
#include "widgets/report/pagetext.h"
#include "widgets/report/picture.h"
#include "widgets/report/reporttables.h"

#include <array>
#include <cmath>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr double bodySize = 11;
constexpr double smallSize = 9;
constexpr double blockGap = 16;
constexpr double pictureRatio = 0.85; ///< a picture is denser than the text around it

using Pieces = std::vector<PagePiece>;

void append(Pieces& to, Pieces more)
{
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// What one block is made of.
struct BlockSource {
    const ReportContent& content;
    const ReportBlock& block;
    const QString& text;          ///< of the block, its placeholders filled
    const ReportPicture* picture; ///< of a block `picture`
    const Inks& inks;
    const PageRoom& room;

    [[nodiscard]] PageStyle body() const { return {.size = bodySize, .colour = inks.theme.text}; }
    [[nodiscard]] PageStyle small() const { return {.size = smallSize, .colour = inks.theme.dim}; }
};

Pieces headingOf(const BlockSource& from)
{
    const PageStyle style{.size = 14, .isBold = true, .colour = from.inks.theme.text};
    Pieces pieces = paragraphs(from.text, style, from.room.grid, from.room.width, from.room.grid.px(24));
    for (PagePiece& piece : pieces)
        piece.keepsNext = true;
    if (!pieces.empty())
        pieces.front().bookmark = from.text.simplified();
    return pieces;
}

Pieces textOf(const BlockSource& from)
{
    return paragraphs(from.text, from.body(), from.room.grid, from.room.width,
                      from.room.grid.px(blockGap / 2));
}

/// The view in the shape that the page has for it.
View shapedView(const BlockSource& from)
{
    View view = from.picture->view;
    const double ratio = from.room.grid.ratio * pictureRatio;
    const double width = from.room.width / ratio;
    const double most = from.room.height / ratio;
    const double height =
        from.block.height > 0 ? from.block.height * most : width * view.size.height() / view.size.width();
    view.size = QSize(static_cast<int>(width), static_cast<int>(std::min(height, most)));
    view.scale = ratio;
    view.theme = from.inks.theme.name;
    return view;
}

Pieces pictureOf(const BlockSource& from)
{
    const View view = shapedView(from);
    PagePiece piece;
    piece.height = pictureSize(view).height();
    piece.gap = from.room.grid.px(blockGap);
    piece.paint = [view, picture = from.picture](const Canvas& canvas, const QRect& rect) {
        QPainter& painter = canvas.painter;
        painter.save();
        painter.translate(rect.topLeft());
        painter.setClipRect(QRect({}, pictureSize(view)));
        paintBarePicture(painter, view, picture->data);
        painter.restore();
        const int line = canvas.grid.line();
        for (const int y : {rect.top(), rect.bottom() + 1 - line})
            canvas.fill(QRect(rect.left(), y, rect.width(), line), canvas.inks.theme.hairline);
    };
    piece.keepsNext = true;
    const PictureWords words = wordsOf(from.picture->view, from.picture->data);
    Pieces pieces =
        paragraphs(words.title, {.size = bodySize, .isBold = true, .colour = from.inks.theme.text},
                   from.room.grid, from.room.width, from.room.grid.px(blockGap));
    for (PagePiece& line : pieces)
        line.keepsNext = true;
    piece.gap = pieces.empty() ? piece.gap : from.room.grid.px(4);
    pieces.push_back(std::move(piece));
    for (const QString& below :
         {from.text, words.caption, barePictureNote(from.picture->view, from.picture->data)})
        append(pieces,
               paragraphs(below, from.small(), from.room.grid, from.room.width, from.room.grid.px(4)));
    return pieces;
}

Pieces briefOf(const BlockSource& from)
{
    const Brief& brief = from.content.brief;
    const auto readings = outstanding(brief, static_cast<std::size_t>(from.block.most));
    if (readings.empty()) {
        const QString why = from.content.briefProblem.isEmpty()
                                ? u"Nothing that was recent enough was known."_s
                                : from.content.briefProblem;
        return paragraphs(why, from.small(), from.room.grid, from.room.width, 0);
    }
    const BriefSources sources = briefSources(readings);
    Pieces pieces;
    for (std::size_t i = 0; i < readings.size(); ++i)
        append(pieces,
               paragraphs(readings[i].text + u" ["_s + QString::number(sources.numbers[i]) + u']',
                          from.body(), from.room.grid, from.room.width, from.room.grid.px(i ? 4 : 2)));
    for (qsizetype i = 0; i < sources.sources.size(); ++i)
        append(pieces, paragraphs(u"[%1] %2"_s.arg(i + 1).arg(sources.sources[i]), from.small(),
                                  from.room.grid, from.room.width, from.room.grid.px(i ? 0 : 8)));
    return pieces;
}

Pieces figuresOf(const BlockSource& from)
{
    return figureRows(from.content, from.block.figures, from.inks, from.room);
}

Pieces breakOf(const BlockSource&)
{
    PagePiece piece;
    piece.beginsPage = true;
    return {piece};
}

template <Pieces (*make)(const ReportContent&, const Inks&, const PageRoom&)>
Pieces tableOf(const BlockSource& from)
{
    Pieces pieces = make(from.content, from.inks, from.room);
    if (!pieces.empty())
        pieces.front().gap = from.room.grid.px(4);
    return pieces;
}

struct BlockMaker {
    const char* kind;
    Pieces (*make)(const BlockSource&);
};
constexpr std::array blockMakers{
    BlockMaker{"heading", headingOf},
    BlockMaker{"text", textOf},
    BlockMaker{"figures", figuresOf},
    BlockMaker{"picture", pictureOf},
    BlockMaker{"brief", briefOf},
    BlockMaker{"levels", tableOf<levelPieces>},
    BlockMaker{"sources", tableOf<sourcePieces>},
    BlockMaker{"coverage", tableOf<gapPieces>},
    BlockMaker{"break", breakOf},
};

} // namespace

QString stampOf(UtcTime time, const QString& zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMsecs(time), zoneByName(zone));
    return local.toString(u"yyyy-MM-dd HH:mm "_s) + zone;
}

QString reportTitle(const ReportContent& content)
{
    const QString title = wordsOf(content.view, content.data).title;
    return title.isEmpty()
               ? u"%1, %2"_s.arg(content.data.instrumentTitle, stampOf(content.at, content.view.zone))
               : title;
}

std::vector<PagePiece> titlePieces(const ReportContent& content, const Inks& inks, const PageRoom& room)
{
    const PixelGrid grid = room.grid;
    const View& view = content.view;
    Pieces pieces = paragraphs(reportTitle(content),
                               {.size = 24, .isBold = true, .colour = inks.theme.text, .leading = 1.25}, grid,
                               room.width, 0);
    if (!pieces.empty())
        pieces.front().bookmark = reportTitle(content).simplified();
    append(pieces, paragraphs(wordsOf(view, content.data).subtitle, {.size = 14, .colour = inks.theme.dim},
                              grid, room.width, grid.px(2)));
    QString about = u"%1 · %2 · %3 to %4 · as known on %5"_s.arg(
        content.data.instrumentTitle, content.data.venueTitle, stampOf(view.range.from, view.zone),
        stampOf(view.range.to, view.zone), stampOf(content.data.asOf, view.zone));
    if (content.at != content.data.asOf)
        about += u" · figures and sentences of %1, as known then"_s.arg(stampOf(content.at, view.zone));
    append(pieces, paragraphs(about, {.size = 10, .colour = inks.theme.dim}, grid, room.width, grid.px(6)));
    if (content.data.isReconstruction)
        append(pieces, paragraphs(u"This is a %1, not a record of a market."_s.arg(content.data.statement),
                                  {.size = 10, .isBold = true, .colour = inks.down.text}, grid, room.width,
                                  grid.px(2)));
    for (PagePiece& piece : pieces)
        piece.keepsNext = true;
    append(pieces, paragraphs(wordsOf(view, content.data).caption,
                              {.size = bodySize, .colour = inks.theme.text}, grid, room.width, grid.px(10)));
    return pieces;
}

std::vector<PagePiece> reportPieces(const ReportContent& content, const Inks& inks, const PageRoom& room)
{
    Pieces pieces;
    std::size_t pictures = 0;
    for (qsizetype i = 0; i < content.texts.size(); ++i) {
        const ReportBlock& block = content.pattern.blocks[static_cast<std::size_t>(i)];
        const bool isPicture = block.kind == u"picture"_s;
        const ReportPicture* const picture = isPicture ? &content.pictures[pictures++] : nullptr;
        for (const BlockMaker& maker : blockMakers) {
            if (block.kind == QLatin1StringView(maker.kind))
                append(pieces, maker.make({content, block, content.texts[i], picture, inks, room}));
        }
    }
    return pieces;
}

} // namespace holdline
