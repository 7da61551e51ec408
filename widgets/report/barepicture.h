// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/view.h"
#include "models/views/viewdata.h"

#include <QPainter>
#include <QStringList>

namespace holdline {

/// The timeline of a view without the header and the footer of a picture, onto pictureSize() units of any
/// painter: where a page around it names title, sources and moment.
void paintBarePicture(QPainter& painter, const View& view, const ViewData& data);

/// What the page has to say of this picture alone: its zone and moment, what of it is not known.
[[nodiscard]] QString barePictureNote(const View& view, const ViewData& data);

} // namespace holdline
