// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewloader.h"

namespace holdline {

namespace {

constexpr int cardsDelay = 150; ///< ms

}

ViewLoader::ViewLoader(const WindowServices& services, QObject* parent)
    : QObject(parent),
      m_services(services)
{
    m_cardsSoon.setSingleShot(true);
    m_cardsSoon.setInterval(cardsDelay);
    if (m_services.release)
        m_background.setLast(m_services.release);
    connect(&m_cardsSoon, &QTimer::timeout, this, &ViewLoader::askForCards);
}

void ViewLoader::load(const View& view)
{
    const quint64 number = ++m_asked;
    ++m_running;
    m_background.run([load = m_services.load, view] { return load(view); },
                     [this, number](Result<LoadedView> result) {
                         --m_running;
                         if (number != m_asked)
                             return;
                         if (result.hasError())
                             emit failed(result.error());
                         else
                             emit loaded(result.value());
                     });
}

void ViewLoader::saveMarks(const std::vector<MarkChange>& changes,
                           std::function<void(const Result<Done>&)> done)
{
    if (m_services.saveMarks)
        m_background.run([save = m_services.saveMarks, changes] { return save(changes); }, std::move(done));
    else
        done(Done{});
}

void ViewLoader::loadMarks(std::function<void(const Result<std::vector<Mark>>&)> use)
{
    if (m_services.marks)
        m_background.run(m_services.marks, std::move(use));
}

void ViewLoader::loadJournal(std::function<void(const Result<std::vector<JournalEntry>>&)> use)
{
    if (m_services.journal)
        m_background.run(m_services.journal, std::move(use));
}

void ViewLoader::loadStudy(const QString& episode, const StudyQuestion& question,
                           std::function<void(const Result<EventStudy>&)> use)
{
    if (!m_services.study)
        return;
    m_nextStudy = [this, episode, question, use = std::move(use)] {
        m_background.run([study = m_services.study, episode, question] { return study(episode, question); },
                         [this, use](const Result<EventStudy>& result) {
                             m_isStudying = false;
                             use(result);
                             beginStudy();
                         });
    };
    beginStudy();
}

void ViewLoader::beginStudy()
{
    if (m_isStudying || !m_nextStudy)
        return;
    m_isStudying = true;
    std::exchange(m_nextStudy, nullptr)();
}

void ViewLoader::saveMarksAtTheEnd(const std::vector<MarkChange>& changes)
{
    if (!m_services.saveMarks)
        return;
    m_background.setLast([save = m_services.saveMarks, changes, release = m_services.release] {
        if (const auto outcome = save(changes); outcome.hasError())
            qWarning("%s", qPrintable(outcome.error().message));
        if (release)
            release();
    });
}

void ViewLoader::loadCards(const View& view, std::function<std::shared_ptr<const ViewData>()> data)
{
    m_cardsView = view;
    m_cardsOf = std::move(data);
    m_cardsSoon.start();
}

void ViewLoader::askForCards()
{
    const auto of = m_cardsOf ? m_cardsOf() : nullptr;
    if (!m_services.loadCards || !of)
        return;
    const quint64 number = m_asked;
    m_background.run(
        [load = m_services.loadCards, view = m_cardsView, data = of] { return load(view, *data); },
        [this, number](Result<CardData> result) {
            if (number != m_asked)
                return;
            if (result.hasError())
                emit failed(result.error());
            else
                emit cardsLoaded(result.value());
        });
}

} // namespace holdline
