// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/windowservices.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>

class QWidget;

namespace holdline {

class NoticeBar;

/// Reads files and tables that a person brings into the store, off the interface's thread, and says how far
/// it is. The notice holds the way to stop it.
class ImportController final : public QObject {
    Q_OBJECT

public:
    ImportController(const WindowServices& services, NoticeBar& notice, QWidget& window);
    ~ImportController() override;

    /// Asks for files first.
    void choose();
    void import(const QStringList& files);
    /// Reads the table that was copied elsewhere, as text or as a web page's.
    void paste();
    [[nodiscard]] bool isRunning() const { return m_progress != nullptr; }

signals:
    /// Something may have been added.
    void finished();

private:
    struct Waiting {
        QString name; ///< for people
        std::function<Result<QString>(const Progress&)> read;
    };

    void begin(const QList<Waiting>& all);
    void next();
    void showProgress(qint64 done, qint64 total);
    void finish();

    const WindowServices& m_services;
    NoticeBar& m_notice;
    QWidget& m_window;
    QList<Waiting> m_waiting;
    QStringList m_results;
    QString m_name; ///< of what is being read
    std::shared_ptr<Progress> m_progress;
    Background m_background;
};

} // namespace holdline
