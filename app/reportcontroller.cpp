// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reportcontroller.h"

#include "app/exportreport.h"
#include "app/templatefile.h"
#include "models/foundation/savefile.h"
#include "widgets/controls/noticebar.h"

#include <QFileInfo>

namespace holdline {

namespace {

/// Those with pages, and those that cannot be read.
std::vector<ReportChoice> reportChoices(const QString& dataDir)
{
    std::vector<ReportChoice> choices;
    for (const QString& name : templateNames(dataDir)) {
        const auto pattern = findTemplate(name, dataDir);
        if (pattern.hasError())
            choices.push_back({.name = name, .title = {}, .page = {}, .problem = pattern.error().message});
        else if (pattern.value().hasPages())
            choices.push_back(
                {.name = name, .title = pattern.value().title, .page = pattern.value().page, .problem = {}});
    }
    return choices;
}

QString makingWords()
{
    return ReportController::tr("Making the report");
}

/// What was wrong with typed texts, when it is written.
Result<QStringList> writtenReport(const Result<MadeReport>& report, const QString& path,
                                  const Progress& progress)
{
    if (report.hasError())
        return report.error();
    if (progress.cancelled)
        return Error{Error::Kind::Cancelled, {}};
    if (const auto done = saveFile(path, report.value().bytes); done.hasError())
        return done.error();
    return report.value().problems;
}

} // namespace

ReportController::ReportController(const WindowServices& services, NoticeBar& notice, QWidget& window)
    : QObject(&window),
      m_services(services),
      m_notice(notice),
      m_window(window)
{
}

ReportController::~ReportController()
{
    if (m_progress)
        m_progress->cancelled = true;
}

ReportDialog* ReportController::show(const View& view, const QString& proposedPath)
{
    if (m_dialog)
        return m_dialog;
    m_view = view;
    m_dialog = new ReportDialog(reportChoices(m_services.dataDir), proposedPath, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ReportDialog::chosen, this, &ReportController::take);
    m_dialog->open();
    return m_dialog;
}

void ReportController::take(const ReportOrder& order)
{
    if (isRunning())
        return m_dialog->showSentence(tr("A report is being made; wait until it is done."));
    if (!reportFormats().contains(QFileInfo(order.path).suffix().toLower()))
        return m_dialog->showSentence(tr("The name must end in .pdf, .csv or .json."));
    auto pattern = findTemplate(order.name, m_services.dataDir);
    if (pattern.hasError())
        return m_dialog->showSentence(pattern.error().message);
    pattern.value().page = order.page;
    m_dialog->done(QDialog::Accepted);
    make(order, pattern.value());
}

void ReportController::make(const ReportOrder& order, const ReportTemplate& pattern)
{
    if (!m_services.report)
        return;
    m_progress = std::make_shared<Progress>();
    m_notice.say(makingWords(), tr("Cancel"), [progress = m_progress] { progress->cancelled = true; });
    m_background.run(
        [read = m_services.report, view = m_view, pattern, path = order.path, progress = m_progress] {
            return writtenReport(read(view, pattern, QFileInfo(path).suffix().toLower(), *progress), path,
                                 *progress);
        },
        [this, path = order.path](const Result<QStringList>& problems) { finish(path, problems); });
}

void ReportController::finish(const QString& path, const Result<QStringList>& problems)
{
    m_progress.reset();
    if (m_notice.sentence() == makingWords())
        m_notice.clear();
    if (problems.hasValue()) {
        if (!problems.value().isEmpty())
            m_notice.say(problems.value().join(u'\n'));
        emit saved(path);
    } else if (problems.error().kind == Error::Kind::Cancelled) {
        m_notice.say(tr("No report was written."));
    } else {
        m_notice.say(problems.error().message);
    }
    emit finished();
}

} // namespace holdline
