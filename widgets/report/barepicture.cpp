// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/barepicture.h"

#include "widgets/plots/timelinepainter.h"
#include "widgets/report/frame.h"
#include "widgets/report/picture.h"
#include "widgets/tools/toolcatalog.h"

namespace holdline {

void paintBarePicture(QPainter& painter, const View& view, const ViewData& data)
{
    TimelinePainter timeline(themeByName(view.theme));
    timeline.setDrawingLayout(layOutDrawing);
    const TimelineLayout layout = timeline.layOut(view, data, pictureSize(view), view.scale);
    painter.fillRect(QRect({}, pictureSize(view)), timeline.theme().background);
    timeline.paint(painter, layout, view, data, layout.whole);
}

QString barePictureNote(const View& view, const ViewData& data)
{
    const PictureFrame frame = frameOf(view, data);
    QStringList parts{frame.stamp};
    for (const QString& note : frame.notes) {
        const bool isOfThisAlone =
            note.startsWith(QStringLiteral("Hatched")) || note.startsWith(QStringLiteral("Not known"));
        if (isOfThisAlone)
            parts << note;
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace holdline
