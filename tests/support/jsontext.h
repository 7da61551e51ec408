// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace holdline::testing {

/// JSON written with ' for ", because moc loses its way in raw strings.
inline QByteArray json(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace holdline::testing
