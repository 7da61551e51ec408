// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/view.h"
#include "models/views/viewdata.h"

#include <QByteArray>
#include <QImage>
#include <QPainter>

namespace holdline {

/// Device pixels: view.size x view.scale.
[[nodiscard]] QSize pictureSize(const View& view);
/// What stands above a picture as a document: the view's title, else its instrument's.
[[nodiscard]] QString pictureTitle(const View& view, const ViewData& data);

/// The view with its header and its footer onto pictureSize() units of any painter: the one way to a picture.
void paintPicture(QPainter& painter, const View& view, const ViewData& data);

/// A fresh painting of that size, opaque. The same view and data give the same pixels, whatever the time, the
/// language or the display.
[[nodiscard]] QImage paintPicture(const View& view, const ViewData& data);

/// The same as the bytes of a file, without any time of writing. `record` is the text of a record that goes
/// along (models/views/reportrecord.h), or empty. Empty: not enough memory.
[[nodiscard]] QByteArray pngPicture(const View& view, const ViewData& data, const QByteArray& record = {});
[[nodiscard]] QByteArray svgPicture(const View& view, const ViewData& data, const QByteArray& record = {});

/// A sentence when the program's font is not installed, else empty.
[[nodiscard]] QString fontNotice();

} // namespace holdline
