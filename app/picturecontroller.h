// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/windowservices.h"

#include <QObject>

class QWidget;

namespace holdline {

class NoticeBar;

/// Pictures and numbers of what the timeline shows: painted afresh off the interface's thread, never grabbed
/// from the screen.
class PictureController final : public QObject {
    Q_OBJECT

public:
    PictureController(const WindowServices& services, NoticeBar& notice, QWidget& window);

    void copy(const View& view, std::shared_ptr<const ViewData> data);
    /// Asks for a file name first; the ending says PNG or SVG.
    void savePicture(const View& view, std::shared_ptr<const ViewData> data);
    /// The same for CSV and JSON.
    void saveNumbers(const View& view, std::shared_ptr<const ViewData> data);
    void saveTo(const QString& path, const View& view, std::shared_ptr<const ViewData> data);
    /// A name in the folder `exports` of the data folder, by instrument and day; the folder is made.
    [[nodiscard]] QString proposedPath(const View& view, const QString& ending) const;

signals:
    void copied();
    void saved(const QString& path);

private:
    const WindowServices& m_services;
    NoticeBar& m_notice;
    QWidget& m_window;
    Background m_background;
};

} // namespace holdline
