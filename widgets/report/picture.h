// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/view.h"
#include "models/views/viewdata.h"

#include <QByteArray>
#include <QImage>

namespace holdline {

/// A fresh painting of the view with its header and its footer, view.size x view.scale device pixels, opaque.
/// The same view and data give the same pixels, whatever the time, the language or the display.
[[nodiscard]] QImage paintPicture(const View& view, const ViewData& data);

/// The same as the bytes of a file, without any time of writing.
[[nodiscard]] QByteArray pngPicture(const View& view, const ViewData& data);
[[nodiscard]] QByteArray svgPicture(const View& view, const ViewData& data);

/// A sentence when the program's font is not installed, else empty.
[[nodiscard]] QString fontNotice();

} // namespace holdline
