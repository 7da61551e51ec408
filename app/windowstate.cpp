// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowstate.h"

#include <QDir>
#include <QSettings>

#include <algorithm>

namespace holdline {

namespace {

constexpr QSize leastSize{640, 400};
constexpr QSize usualSize{1400, 860};

qint64 area(const QRect& rect)
{
    return rect.isEmpty() ? 0 : static_cast<qint64>(rect.width()) * rect.height();
}

int distance(const QRect& screen, QPoint point)
{
    const int dx = std::max({screen.left() - point.x(), 0, point.x() - screen.right()});
    const int dy = std::max({screen.top() - point.y(), 0, point.y() - screen.bottom()});
    return dx + dy;
}

const QRect& screenFor(const QRect& wanted, const QList<QRect>& screens)
{
    return *std::min_element(screens.begin(), screens.end(), [&](const QRect& a, const QRect& b) {
        const qint64 onA = area(a & wanted);
        const qint64 onB = area(b & wanted);
        return onA != onB ? onA > onB : distance(a, wanted.center()) < distance(b, wanted.center());
    });
}

QString fileIn(const QString& dataDir)
{
    return QDir(dataDir).filePath(QStringLiteral("window.ini"));
}

} // namespace

QRect clampedToScreens(const QRect& wanted, const QList<QRect>& screens)
{
    if (screens.isEmpty())
        return wanted;
    const QRect& screen = screenFor(wanted, screens);
    QSize size = wanted.width() < 50 || wanted.height() < 50 ? usualSize : wanted.size();
    size = size.expandedTo(wanted.isEmpty() ? leastSize : QSize()).boundedTo(screen.size());
    const QPoint at(std::clamp(wanted.left(), screen.left(), screen.right() + 1 - size.width()),
                    std::clamp(wanted.top(), screen.top(), screen.bottom() + 1 - size.height()));
    return {at, size};
}

WindowState loadWindowState(const QString& dataDir)
{
    const QSettings file(fileIn(dataDir), QSettings::IniFormat);
    WindowState state;
    state.geometry = file.value(QStringLiteral("window/geometry")).toRect();
    state.isMaximised = file.value(QStringLiteral("window/maximised")).toBool();
    state.docks = file.value(QStringLiteral("window/docks")).toByteArray();
    state.theme = file.value(QStringLiteral("view/theme")).toString();
    state.zone = file.value(QStringLiteral("view/zone")).toString();
    state.pictureScale =
        std::clamp(file.value(QStringLiteral("picture/scale"), state.pictureScale).toInt(), 1, 4);
    state.markStyles = file.value(QStringLiteral("marks/styles")).toByteArray();
    state.magnet = std::clamp(file.value(QStringLiteral("marks/magnet")).toInt(), 0, 2);
    state.keepsDrawing = file.value(QStringLiteral("marks/keepsDrawing")).toBool();
    state.nodeAddress = file.value(QStringLiteral("node/address")).toString();
    state.nodeCookie = file.value(QStringLiteral("node/cookie")).toString();
    state.nodeFolder = file.value(QStringLiteral("node/folder")).toString();
    state.followsNode = file.value(QStringLiteral("node/follows")).toBool();
    return state;
}

void saveWindowState(const QString& dataDir, const WindowState& state)
{
    if (!QDir().mkpath(dataDir))
        return;
    QSettings file(fileIn(dataDir), QSettings::IniFormat);
    file.setValue(QStringLiteral("window/version"), 1);
    file.setValue(QStringLiteral("window/geometry"), state.geometry);
    file.setValue(QStringLiteral("window/maximised"), state.isMaximised);
    file.setValue(QStringLiteral("window/docks"), state.docks);
    file.setValue(QStringLiteral("view/theme"), state.theme);
    file.setValue(QStringLiteral("view/zone"), state.zone);
    file.setValue(QStringLiteral("picture/scale"), state.pictureScale);
    file.setValue(QStringLiteral("marks/styles"), state.markStyles);
    file.setValue(QStringLiteral("marks/magnet"), state.magnet);
    file.setValue(QStringLiteral("marks/keepsDrawing"), state.keepsDrawing);
    file.setValue(QStringLiteral("node/address"), state.nodeAddress);
    file.setValue(QStringLiteral("node/cookie"), state.nodeCookie);
    file.setValue(QStringLiteral("node/folder"), state.nodeFolder);
    file.setValue(QStringLiteral("node/follows"), state.followsNode);
}

} // namespace holdline
