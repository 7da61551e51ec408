// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picturecontroller.h"

#include "widgets/controls/noticebar.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>

namespace holdline {

PictureController::PictureController(const WindowServices& services, NoticeBar& notice, QWidget& window)
    : QObject(&window),
      m_services(services),
      m_notice(notice),
      m_window(window)
{
}

void PictureController::copy(const View& view, std::shared_ptr<const ViewData> data)
{
    m_background.run([paint = m_services.picture, view, data] { return paint(view, *data); },
                     [this](const Result<QImage>& picture) {
                         if (picture.hasError()) {
                             m_notice.say(picture.error().message);
                             return;
                         }
                         QGuiApplication::clipboard()->setImage(picture.value());
                         emit copied();
                     });
}

QString PictureController::proposedPath(const View& view, const QString& ending) const
{
    const QDir folder(QDir(m_services.dataDir).filePath(QStringLiteral("exports")));
    folder.mkpath(QStringLiteral("."));
    const QString name = QString(view.instrument).replace(u':', u'-').replace(u'/', u'-');
    const QString day = toIso(view.range.from).left(10);
    return folder.filePath(QStringLiteral("%1-%2.%3").arg(name, day, ending));
}

void PictureController::savePicture(const View& view, std::shared_ptr<const ViewData> data)
{
    const QString path =
        QFileDialog::getSaveFileName(&m_window, tr("Save picture"), proposedPath(view, QStringLiteral("png")),
                                     tr("Pictures (*.png *.svg *.pdf)"));
    if (!path.isEmpty())
        saveTo(path, view, std::move(data));
}

void PictureController::saveNumbers(const View& view, std::shared_ptr<const ViewData> data)
{
    const QString path =
        QFileDialog::getSaveFileName(&m_window, tr("Save numbers"), proposedPath(view, QStringLiteral("csv")),
                                     tr("Visible numbers (*.csv);;View, sources and coverage (*.json)"));
    if (!path.isEmpty())
        saveTo(path, view, std::move(data));
}

void PictureController::saveTo(const QString& path, const View& view, std::shared_ptr<const ViewData> data)
{
    m_background.run([save = m_services.save, path, view, data] { return save(view, *data, path); },
                     [this, path](const Result<Done>& done) {
                         if (done.hasError())
                             m_notice.say(done.error().message);
                         else
                             emit saved(path);
                     });
}

} // namespace holdline
