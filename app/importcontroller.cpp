// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importcontroller.h"

#include "widgets/controls/noticebar.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

#include <chrono>

namespace holdline {

namespace {

constexpr auto reportEvery = std::chrono::milliseconds(100);

/// Text first: browsers copy a table with tabs. As a web page it has what text may have lost.
QByteArrayList copiedForms(const QMimeData* copied)
{
    QByteArrayList forms;
    if (copied && copied->hasText())
        forms << copied->text().toUtf8();
    if (copied && copied->hasHtml())
        forms << copied->html().toUtf8();
    forms.removeIf([](const QByteArray& form) { return form.trimmed().isEmpty(); });
    return forms;
}

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
    QList<Waiting> all;
    for (const QString& file : files)
        all.append(
            {QFileInfo(file).fileName(), [read = m_services.importFile, file](const Progress& progress) {
                 return read(file, progress);
             }});
    begin(all);
}

void ImportController::paste()
{
    const QByteArrayList forms = copiedForms(QGuiApplication::clipboard()->mimeData());
    if (forms.isEmpty()) {
        if (!isRunning())
            m_notice.say(tr("The clipboard holds no text to paste."));
        return;
    }
    begin({{tr("the clipboard"), [read = m_services.importPasted, forms](const Progress& progress) {
                return read(forms, progress);
            }}});
}

void ImportController::begin(const QList<Waiting>& all)
{
    m_waiting.append(all);
    if (!isRunning() && !m_waiting.isEmpty())
        next();
}

void ImportController::next()
{
    const Waiting waiting = m_waiting.takeFirst();
    m_name = waiting.name;
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
    m_background.run([read = waiting.read, progress = m_progress] { return read(*progress); },
                     [this](const Result<QString>& result) {
                         m_results.append(result.hasError() ? result.error().message : result.value());
                         finish();
                     });
}

void ImportController::showProgress(qint64 done, qint64 total)
{
    if (!isRunning())
        return;
    const QString words =
        total > 0 ? tr("Reading %1, %2 %").arg(m_name).arg(done * 100 / total) : tr("Reading %1").arg(m_name);
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
