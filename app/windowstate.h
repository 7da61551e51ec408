// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRect>
#include <QString>

namespace holdline {

/// A window's rectangle moved and shrunk so that it lies wholly on one of the screens: the one that it covers
/// most, else the nearest. One without a size gets a useful one. Screens are available areas; without any the
/// rectangle stays.
[[nodiscard]] QRect clampedToScreens(const QRect& wanted, const QList<QRect>& screens);

/// Where the window was and how its docks lay.
struct WindowState {
    QRect geometry; ///< of the window when not maximised; null: never saved
    bool isMaximised = false;
    QByteArray docks; ///< QMainWindow::saveState
    QString theme;    ///< empty: never chosen
    QString zone;
    int pictureScale = 2;
    QByteArray markStyles = {}; ///< as stylesToJson() gives them
    int magnet = 0;             ///< off, weak, strong
    bool keepsDrawing = false;
    QString nodeAddress = {}; ///< empty: no node was ever used
    QString nodeCookie = {};  ///< file; empty: at its usual place, or by a password, which is not kept
    QString nodeFolder = {};  ///< for snapshots
    bool followsNode = false;

    bool operator==(const WindowState&) const = default;
};

/// Kept as `window.ini` in the data folder. An absent or unreadable file gives the defaults; saving keeps
/// keys that this version does not know.
[[nodiscard]] WindowState loadWindowState(const QString& dataDir);
void saveWindowState(const QString& dataDir, const WindowState& state);

} // namespace holdline
