// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wordscontroller.h"

#include "models/foundation/savefile.h"
#include "models/history/reportsettingsfile.h"
#include "widgets/controls/noticebar.h"
#include "widgets/report/logo.h"
#include "widgets/timeline/timelinewidget.h"

#include <QDir>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>

namespace holdline {

namespace {

/// With the typed words in the place of its own, and without callouts.
View viewWith(View view, const TypedWords& words)
{
    view.title = words.title;
    view.subtitle = words.subtitle;
    view.caption = words.caption;
    view.callouts.clear();
    return view;
}

/// Copies a logo from elsewhere into the data folder, and gives its name there.
Result<QString> keptLogo(const QString& dataDir, const QString& path)
{
    if (path.isEmpty() || !QFileInfo(path).isAbsolute())
        return path;
    const QFileInfo file(path);
    const ReportSettings there{.author = {}, .logo = file.fileName()};
    const auto bytes = loadLogo(file.absolutePath(), there);
    if (bytes.hasError())
        return bytes.error();
    if (const auto done = checkLogo(bytes.value()); done.hasError())
        return done.error();
    const QString kept = QDir(dataDir).filePath(file.fileName());
    if (const auto done = saveFile(kept, bytes.value()); done.hasError())
        return done.error();
    return file.fileName();
}

} // namespace

WordsController::WordsController(QString dataDir, TimelineWidget& timeline, ViewHistory& history,
                                 NoticeBar& notice, QWidget& window)
    : QObject(&window),
      m_dataDir(std::move(dataDir)),
      m_timeline(timeline),
      m_notice(notice),
      m_window(window)
{
    connect(&history, &ViewHistory::viewChanged, this, [this](const View& before) {
        const View& view = m_timeline.view();
        if (view.callouts != before.callouts || view.zone != before.zone)
            refill();
    });
    connect(&m_timeline, &TimelineWidget::calloutWanted, this, &WordsController::add);
    connect(&m_timeline, &TimelineWidget::calloutOpened, this, &WordsController::edit);
    connect(&m_timeline, &TimelineWidget::calloutMenuRequested, this, &WordsController::showCalloutMenu);
}

void WordsController::setBrief(std::shared_ptr<const Brief> brief)
{
    m_brief = std::move(brief);
    refill();
}

PlaceholderFacts WordsController::facts() const
{
    return placeholderFacts(m_timeline.view(), m_timeline.viewData(), m_brief.get());
}

void WordsController::refill()
{
    View words = viewWith(m_timeline.view(), {});
    words.callouts = m_timeline.view().callouts;
    m_timeline.setCalloutWords(pictureWords(words, facts()).callouts);
}

WordsPreview WordsController::preview(const TypedWords& words) const
{
    const PictureWords filled = pictureWords(viewWith(m_timeline.view(), words), facts());
    return {{filled.title, filled.subtitle, filled.caption}, filled.problems};
}

PictureWordsDialog* WordsController::show()
{
    if (m_dialog)
        return m_dialog;
    const auto settings = loadReportSettings(m_dataDir);
    if (settings.hasError())
        m_notice.say(settings.error().message);
    m_maker =
        settings.hasValue() ? PictureMaker{settings.value().author, settings.value().logo} : PictureMaker{};
    const View& view = m_timeline.view();
    m_dialog = new PictureWordsDialog(
        {view.title, view.subtitle, view.caption}, m_maker, placeholderValues(facts()),
        [this](const TypedWords& words) { return preview(words); }, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &PictureWordsDialog::chosen, this, &WordsController::take);
    m_dialog->open();
    return m_dialog;
}

void WordsController::take(const TypedWords& words, const PictureMaker& maker)
{
    if (maker != m_maker) {
        if (const auto done = keep(maker); done.hasError()) {
            m_dialog->showSentence(done.error().message);
            return;
        }
    }
    m_timeline.change(ViewEdit::Kind::Words, [&words](View& view) {
        view.title = words.title;
        view.subtitle = words.subtitle;
        view.caption = words.caption;
    });
    m_dialog->done(QDialog::Accepted);
}

Result<Done> WordsController::keep(const PictureMaker& maker)
{
    const auto logo = keptLogo(m_dataDir, maker.logo);
    if (logo.hasError())
        return logo.error();
    const ReportSettings settings{.author = maker.author, .logo = logo.value()};
    const auto bytes = loadLogo(m_dataDir, settings);
    if (bytes.hasError())
        return bytes.error();
    if (auto done = checkLogo(bytes.value()); done.hasError())
        return done;
    return saveReportSettings(m_dataDir, settings);
}

std::optional<QString> WordsController::askForText(const QString& before)
{
    bool isChosen = false;
    const QString text = QInputDialog::getMultiLineText(
        &m_window, tr("Callout"), tr("Text; a reading stands in braces, such as {price.last}"), before,
        &isChosen);
    return isChosen ? std::optional(text.trimmed()) : std::nullopt;
}

void WordsController::add(Callout callout)
{
    callout.text = askForText({}).value_or(QString());
    if (!callout.text.isEmpty())
        m_timeline.change(ViewEdit::Kind::Callouts,
                          [&callout](View& view) { view.callouts.push_back(callout); });
}

void WordsController::edit(std::size_t index)
{
    if (index >= m_timeline.view().callouts.size())
        return;
    const auto text = askForText(m_timeline.view().callouts[index].text);
    if (!text)
        return;
    m_timeline.change(ViewEdit::Kind::Callouts, [&](View& view) {
        if (text->isEmpty())
            view.callouts.erase(view.callouts.begin() + static_cast<std::ptrdiff_t>(index));
        else
            view.callouts[index].text = *text;
    });
}

void WordsController::showCalloutMenu(std::size_t index, QPoint at)
{
    QMenu menu(&m_window);
    menu.addAction(tr("Text…"), this, [this, index] { edit(index); });
    menu.addAction(tr("Remove"), this, [this, index] {
        m_timeline.change(ViewEdit::Kind::Callouts, [index](View& view) {
            if (index < view.callouts.size())
                view.callouts.erase(view.callouts.begin() + static_cast<std::ptrdiff_t>(index));
        });
    });
    menu.exec(at);
}

} // namespace holdline
