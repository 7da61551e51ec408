// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/livecontroller.h"
#include "app/mainwindow.h"
#include "app/markcontroller.h"
#include "models/views/viewmarks.h"
#include "widgets/controls/noticebar.h"
#include "widgets/timeline/timelinewidget.h"

namespace holdline {

void MainWindow::connectMarks()
{
    connect(m_marks, &MarkController::changed, this, &MainWindow::showMarks);
    connect(m_marks, &MarkController::notSaved, m_notice, [this](const QString& why) { m_notice->say(why); });
}

void MainWindow::showMarks()
{
    if (!m_loaded.data)
        return;
    if (m_live->isLive()) {
        m_live->setMarks(m_marks->marks().marks());
    } else {
        auto data = std::make_shared<ViewData>(*m_loaded.data);
        setMarks(*data, m_marks->marks().marks(), m_history.view().asOf);
        m_loaded.data = data;
        m_timeline->refresh(data);
    }
    m_loader.loadCards(m_history.view(), stillData());
}

} // namespace holdline
