// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/windowservices.h"
#include "widgets/dialogs/reportdialog.h"

#include <QPointer>

namespace holdline {

class NoticeBar;

/// A report with pages of what the window shows: asked for in a dialog, made of the store off the interface's
/// thread. The notice holds the way to stop it; then nothing is written.
class ReportController final : public QObject {
    Q_OBJECT

public:
    ReportController(const WindowServices& services, NoticeBar& notice, QWidget& window);
    ~ReportController() override;

    /// The view as a picture of it would be made, and a file name for it.
    ReportDialog* show(const View& view, const QString& proposedPath);
    [[nodiscard]] bool isRunning() const { return m_progress != nullptr; }

signals:
    void saved(const QString& path);
    /// It is written, or the notice says why not.
    void finished();

private:
    void take(const ReportOrder& order);
    void make(const ReportOrder& order, const ReportTemplate& pattern);
    void finish(const QString& path, const Result<QStringList>& problems);

    const WindowServices& m_services;
    NoticeBar& m_notice;
    QWidget& m_window;
    View m_view; ///< as it was when the dialog opened
    QPointer<ReportDialog> m_dialog;
    std::shared_ptr<Progress> m_progress;
    Background m_background;
};

} // namespace holdline
