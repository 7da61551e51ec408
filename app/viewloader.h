// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/windowservices.h"

#include <QTimer>

namespace holdline {

/// Fetches the data of a view, and those of the cards beside it, off the interface's thread. Of several
/// questions the last one is answered.
class ViewLoader final : public QObject {
    Q_OBJECT

public:
    explicit ViewLoader(const WindowServices& services, QObject* parent = nullptr);

    void load(const View& view);
    /// Soon: many calls in a row are one question, and the data are taken when it is put.
    void loadCards(const View& view, std::function<std::shared_ptr<const ViewData>()> data);
    /// After all that was asked before; `done` is told on this thread.
    void saveMarks(const std::vector<MarkChange>& changes, std::function<void(const Result<Done>&)> done);
    /// As the last act of the other thread, whatever else waits.
    void saveMarksAtTheEnd(const std::vector<MarkChange>& changes);
    void loadMarks(std::function<void(const Result<std::vector<Mark>>&)> use);
    void loadJournal(std::function<void(const Result<std::vector<JournalEntry>>&)> use);
    /// While one is being made, only the last of those asked for meanwhile waits.
    void loadStudy(const QString& episode, const StudyQuestion& question,
                   std::function<void(const Result<EventStudy>&)> use);
    [[nodiscard]] bool isLoading() const { return m_running > 0; }

signals:
    void loaded(const holdline::LoadedView& view);
    void failed(const holdline::Error& error);
    void cardsLoaded(const holdline::CardData& cards);

private:
    void askForCards();
    void beginStudy();

    const WindowServices& m_services;
    quint64 m_asked = 0;
    int m_running = 0;
    QTimer m_cardsSoon;
    View m_cardsView;
    std::function<std::shared_ptr<const ViewData>()> m_cardsOf;
    bool m_isStudying = false;
    std::function<void()> m_nextStudy; ///< puts the question that waits, or is empty
    Background m_background;           ///< last: its end waits for work that uses the rest
};

} // namespace holdline
