// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nodework.h"
#include "app/windowservices.h"
#include "app/windowstate.h"
#include "widgets/dialogs/nodedialog.h"

#include <QPointer>
#include <QThread>

class QWidget;

namespace holdline {

/// The user's own node in the window: the dialog that leads to it, and the work on a thread of its own, which
/// goes on when the dialog is closed.
class NodeController final : public QObject {
    Q_OBJECT

public:
    NodeController(const WindowServices& services, WindowState& state, QWidget& window);
    /// Waits until what came is kept.
    ~NodeController() override;

    /// Follows again what was followed when the window was closed.
    void resume();
    NodeDialog* show();
    [[nodiscard]] bool isWorking() const { return m_isWorking; }
    /// Of the last block, while a node is followed.
    [[nodiscard]] std::optional<quint32> height() const { return m_height; }

signals:
    /// The store has more days, or another distribution.
    void stored();
    /// What the user is to know while the dialog is closed.
    void said(const QString& sentence);

private:
    void look();
    void start();
    void begin(const NodeJob& job);
    void take(const NodeFinding& finding);
    void takeProgress(const NodeProgress& progress);
    void takeTip(quint32 height);
    void end(const std::optional<Error>& error);
    void setWorking(bool isWorking);
    void say(const QString& sentence);
    NodeWork& work();

    const WindowServices& m_services;
    WindowState& m_state;
    QWidget& m_window;
    QPointer<NodeDialog> m_dialog;
    NodeWish m_wish;
    std::optional<NodeOffer> m_offer;
    QThread m_thread;
    NodeWork* m_work = nullptr; ///< lives on the thread
    QString m_words;            ///< the last that were shown
    std::optional<quint32> m_height;
    bool m_isWorking = false;
    bool m_isJob = false;   ///< not only a look
    bool m_resumes = false; ///< once it is at the tip, it is followed at the next start too
};

} // namespace holdline
