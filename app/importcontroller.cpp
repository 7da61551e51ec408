// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importcontroller.h"

#include "widgets/controls/noticebar.h"

#include <QFileDialog>
#include <QFileInfo>

#include <chrono>

namespace holdline {

namespace {

constexpr auto reportEvery = std::chrono::milliseconds(100);

} // namespace

ImportController::ImportController(const WindowServices& services, NoticeBar& notice, QWidget& window)
    : QObject(&window),
      m_services(services),
      m_notice(notice),
      m_window(window)
{
}

ImportController::~ImportController()
{
    if (m_progress)
        m_progress->cancelled = true;
}

void ImportController::choose()
{
    import(QFileDialog::getOpenFileNames(&m_window, tr("Import files")));
}

void ImportController::import(const QStringList& files)
{
    m_waiting.append(files);
    if (!isRunning() && !m_waiting.isEmpty())
        next();
}

void ImportController::next()
{
    m_file = m_waiting.takeFirst();
    m_progress = std::make_shared<Progress>();
    m_progress->report = [this, last = std::chrono::steady_clock::time_point()](qint64 done,
                                                                                qint64 total) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - last < reportEvery)
            return;
        last = now;
        QMetaObject::invokeMethod(
            this, [this, done, total] { showProgress(done, total); }, Qt::QueuedConnection);
    };
    showProgress(0, 0);
    m_background.run([read = m_services.importFile, file = m_file,
                      progress = m_progress] { return read(file, *progress); },
                     [this](const Result<QString>& result) {
                         m_results.append(result.hasError() ? result.error().message : result.value());
                         finish();
                     });
}

void ImportController::showProgress(qint64 done, qint64 total)
{
    if (!isRunning())
        return;
    const QString name = QFileInfo(m_file).fileName();
    const QString words =
        total > 0 ? tr("Reading %1, %2 %").arg(name).arg(done * 100 / total) : tr("Reading %1").arg(name);
    m_notice.say(words, tr("Cancel"), [this, progress = m_progress] {
        progress->cancelled = true;
        m_waiting.clear();
    });
}

void ImportController::finish()
{
    m_progress.reset();
    if (!m_waiting.isEmpty()) {
        next();
        return;
    }
    m_notice.say(std::exchange(m_results, {}).join(u'\n'));
    emit finished();
}

} // namespace holdline
