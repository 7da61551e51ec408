// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importcontroller.h"
#include "app/mainwindow.h"
#include "app/nodecontroller.h"
#include "app/viewcontroller.h"
#include "app/viewfile.h"
#include "models/foundation/timetext.h"
#include "widgets/controls/noticebar.h"
#include "widgets/controls/statusstrip.h"
#include "widgets/dialogs/gotodialog.h"
#include "widgets/dialogs/shortcutpanel.h"
#include "widgets/timeline/timelinewidget.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QInputDialog>
#include <QMimeData>

namespace holdline {

void MainWindow::setZone(const QString& iana)
{
    m_timeline->change(ViewEdit::Kind::Zone, [&](View& view) { view.zone = iana; });
}

void MainWindow::setTheme(const QString& name)
{
    m_timeline->change(ViewEdit::Kind::Theme, [&](View& view) { view.theme = name; });
}

void MainWindow::setInterval(Interval interval)
{
    m_timeline->change(ViewEdit::Kind::Interval, [&](View& view) { view.interval = interval; });
}

void MainWindow::askForDate()
{
    const View& view = m_history.view();
    auto* dialog = new GoToDialog(view.range.from + view.range.length() / 2, zoneByName(view.zone), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GoToDialog::timeChosen, m_timeline, &TimelineWidget::goTo);
    dialog->open();
}

void MainWindow::askForZone()
{
    QStringList zones;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
        zones.append(QString::fromUtf8(id));
    const int current = static_cast<int>(zones.indexOf(m_history.view().zone));
    bool isChosen = false;
    const QString zone = QInputDialog::getItem(this, tr("Time zone"), tr("Zone (IANA)"), zones,
                                               std::max(0, current), true, &isChosen);
    if (!isChosen)
        return;
    if (zones.contains(zone))
        setZone(zone);
    else
        m_notice->say(tr("“%1” is no time zone. Write it like Europe/Berlin.").arg(zone));
}

void MainWindow::askForView()
{
    const QString folder = QDir(m_services.dataDir).filePath(QStringLiteral("views"));
    const QString path = QFileDialog::getOpenFileName(this, tr("Open view"), folder, tr("Views (*.json)"));
    if (!path.isEmpty())
        openView(path);
}

void MainWindow::openView(const QString& path)
{
    const auto view = readViewFile(path);
    if (view.hasError())
        return m_notice->say(view.error().message);
    m_views->expect(path, view.value());
    load(view.value());
}

void MainWindow::askWhereToSave()
{
    const QDir folder(QDir(m_services.dataDir).filePath(QStringLiteral("views")));
    folder.mkpath(QStringLiteral("."));
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save view"), folder.filePath(QStringLiteral("view.json")), tr("Views (*.json)"));
    if (!path.isEmpty())
        saveView(path);
}

void MainWindow::saveView(const QString& path)
{
    const auto done = writeViewFile(path, pictureView());
    if (done.hasError())
        m_notice->say(done.error().message);
    else
        m_status->showMessage(tr("Saved %1").arg(path), 8000);
}

void MainWindow::showShortcuts()
{
    auto* panel = new ShortcutPanel(themeByName(m_history.view().theme), this);
    panel->setAttribute(Qt::WA_DeleteOnClose);
    panel->show();
}

void MainWindow::act(const QString& name)
{
    View view = m_history.view();
    if (name == QStringLiteral("import")) {
        m_imports->choose();
    } else if (name == QStringLiteral("node")) {
        m_node->show();
    } else if (name == QStringLiteral("alert")) {
        askForAlert({});
    } else if (name == QStringLiteral("theme")) {
        setTheme(view.theme == QStringLiteral("dark") ? QStringLiteral("light") : QStringLiteral("dark"));
    } else if (name == QStringLiteral("episode")) {
        view.episode = QStringLiteral("january-2026");
        view.range = {};
        load(view);
    } else if (name == QStringLiteral("data") || name == QStringLiteral("reload")) {
        view.episode.clear();
        if (!m_history.view().episode.isEmpty())
            view.range = {};
        load(view);
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    m_imports->import(files);
}

} // namespace holdline
