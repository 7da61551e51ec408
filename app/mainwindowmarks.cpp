// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alertcontroller.h"
#include "app/commands/journaltext.h"
#include "app/dockcontroller.h"
#include "app/livecontroller.h"
#include "app/mainwindow.h"
#include "app/markcontroller.h"
#include "app/windowmenus.h"
#include "models/foundation/savefile.h"
#include "models/foundation/timetext.h"
#include "models/history/levelfile.h"
#include "models/levels/levelcsv.h"
#include "models/levels/leveldifferences.h"
#include "models/levels/leveljson.h"
#include "models/tables/leveltable.h"
#include "models/views/viewmarks.h"
#include "widgets/controls/markbar.h"
#include "widgets/controls/noticebar.h"
#include "widgets/controls/statusstrip.h"
#include "widgets/controls/toolstrip.h"
#include "widgets/dialogs/markdialog.h"
#include "widgets/panels/journaldialog.h"
#include "widgets/timeline/timelinewidget.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>

#include <algorithm>

namespace holdline {

void MainWindow::connectMarks()
{
    DrawingSession& drawing = m_marks->drawing();
    connect(m_marks, &MarkController::changed, this, &MainWindow::showMarks);
    connect(m_marks, &MarkController::notSaved, m_notice, [this](const QString& why) { m_notice->say(why); });
    connect(m_menus, &WindowMenus::toolChosen, &drawing, &DrawingSession::chooseTool);
    connect(m_menus, &WindowMenus::hideMarksRequested, this,
            [this] { hideMarks(m_history.view().showsLevels); });
    connect(m_menus, &WindowMenus::showHiddenRequested, this, &MainWindow::showHiddenMarks);
    connect(&drawing, &DrawingSession::toolChanged, this, [this, &drawing] {
        if (!drawing.tool().isEmpty() && !m_history.view().showsLevels)
            hideMarks(false); // what is drawn is to be seen
    });
    connect(m_menus, &WindowMenus::exportLevelsRequested, this, &MainWindow::askWhereToExportLevels);
    connect(m_menus, &WindowMenus::compareLevelsRequested, this, &MainWindow::askWhatToCompareWith);
    connect(&drawing, &DrawingSession::refused, this,
            [this](const QString& why) { m_status->showMessage(why, 6000); });
    connect(m_menus, &WindowMenus::journalRequested, this, [this] { showJournal({}); });
    connect(m_tools, &ToolStrip::hideMarksRequested, this, &MainWindow::hideMarks);
    connect(m_timeline, &TimelineWidget::markMenuRequested, this, &MainWindow::showMarkMenu);
    connect(m_timeline, &TimelineWidget::markHovered, this, &MainWindow::showMarkWords);
    // Not while the pointer that made it is still down.
    connect(&drawing, &DrawingSession::textWanted, this, &MainWindow::askForText, Qt::QueuedConnection);
    connect(
        &drawing, &DrawingSession::propertiesWanted, this, [this](const QString& id) { editMark(id); },
        Qt::QueuedConnection);
    connect(&drawing, &DrawingSession::overlayChanged, this, &MainWindow::placeMarkBar);
    connect(&m_history, &ViewHistory::viewChanged, this, &MainWindow::placeMarkBar);
    connect(m_markBar, &MarkBar::styleChosen, this, [this, &drawing](const MarkStyle& style) {
        m_marks->editor().setStyle(drawing.selection(), style);
    });
    connect(m_markBar, &MarkBar::lockRequested, this, [this, &drawing](bool lock) {
        m_marks->editor().setLocked(drawing.selection(), lock);
        placeMarkBar();
    });
    connect(m_markBar, &MarkBar::propertiesRequested, this,
            [this, &drawing] { editMark(drawing.selection().value(0)); });
    connect(m_markBar, &MarkBar::deleteRequested, &drawing, &DrawingSession::removeSelection);
    connect(&drawing, &DrawingSession::selectionChanged, this,
            [this, &drawing] { m_docks->setSelection(drawing.selection()); });
    connect(m_docks, &DockController::marksSelected, &drawing, &DrawingSession::select);
    connect(m_docks, &DockController::propertiesRequested, this, [this](const QString& id) { editMark(id); });
    connect(m_docks, &DockController::hideRequested, this,
            [this](const QStringList& ids, bool hide) { m_marks->editor().setHidden(ids, hide); });
    connect(m_docks, &DockController::deleteRequested, this,
            [this](const QStringList& ids) { m_marks->editor().remove(ids); });
    connect(m_docks, &DockController::refused, this, [this](const QString& why) {
        m_refused = why;
        m_notice->say(why);
    });
    connect(m_docks, &DockController::colourChosen, this, [this](const QString& id, const QString& colour) {
        if (const Mark* const mark = m_marks->marks().find(id)) {
            MarkStyle style = traitsOf(*mark).style;
            style.colour = colour;
            m_marks->editor().setStyle({id}, style);
        }
    });
    connect(m_docks, &DockController::levelEdited, this, &MainWindow::editLevel);
    connect(m_alerts, &AlertController::journalGrew, this, [this] {
        m_loader.loadMarks([this](const Result<std::vector<Mark>>& marks) {
            if (marks.hasValue())
                adoptMarks(marks.value());
        });
    });
}

/// Another program may have changed them.
void MainWindow::adoptMarks(const std::vector<Mark>& marks)
{
    LoadedView loaded = m_loaded;
    loaded.view = m_history.view();
    loaded.marks = marks;
    if (!loaded.view.episode.isEmpty() || m_marks->drawing().isDragging())
        return;
    const std::vector<Mark> before = m_marks->marks().marks();
    m_marks->adopt(loaded);
    if (m_marks->marks().marks() != before)
        showMarks();
}

/// Name, state and ledger of a level, words of a drawing, as a tool tip.
void MainWindow::showMarkWords(const QString& id)
{
    const Mark* const mark = m_marks->marks().find(id);
    QStringList lines;
    if (mark && std::holds_alternative<Drawing>(*mark))
        lines.append(std::get<Drawing>(*mark).note);
    const auto row =
        std::ranges::find(m_levels, id, [](const LevelDistance& one) { return one.level.level.id; });
    if (mark && row != m_levels.end()) {
        lines.append(row->state.isEmpty() ? row->level.level.name
                                          : tr("%1: %2").arg(row->level.level.name, row->state));
        lines.append(ledgerWords(*row));
    }
    lines.removeAll(QString());
    m_timeline->setToolTip(lines.join(QLatin1Char('\n')));
}

void MainWindow::showHiddenMarks()
{
    QStringList hidden;
    for (const Mark& mark : m_marks->marks().marks()) {
        if (traitsOf(mark).isHidden && instrumentOf(mark) == m_history.view().instrument)
            hidden.append(idOf(mark));
    }
    if (hidden.isEmpty())
        m_status->showMessage(tr("No level or drawing is hidden by itself"), 4000);
    m_marks->editor().setHidden(hidden, false);
}

void MainWindow::hideMarks(bool hide)
{
    m_timeline->change(ViewEdit::Kind::Panes, [hide](View& view) { view.showsLevels = !hide; });
}

/// Above the first of what is selected, in the plot.
void MainWindow::placeMarkBar()
{
    DrawingSession& drawing = m_marks->drawing();
    m_tools->setMarksHidden(!m_history.view().showsLevels);
    const bool isAway = drawing.isBusy() || drawing.selection().isEmpty();
    m_markBar->setMarks(isAway ? std::vector<Mark>() : m_marks->editor().found(drawing.selection()));
    if (isAway)
        return;
    const DrawingMoment moment = m_timeline->drawingMoment();
    const auto shape = std::ranges::find(*moment.marks, drawing.selection().front(), &MarkShape::id);
    m_markBar->setVisible(shape != moment.marks->end());
    if (shape == moment.marks->end())
        return;
    const QRect plot = moment.layout.panes[static_cast<std::size_t>(moment.pane)].plot;
    const QRectF box = shape->bounds.intersected(QRectF(plot));
    const double ratio = moment.layout.ratio;
    const int most = static_cast<int>(plot.width() / ratio) - m_markBar->width() - 8;
    const int left =
        std::clamp(static_cast<int>(box.center().x() / ratio) - m_markBar->width() / 2, 8, std::max(8, most));
    int top = static_cast<int>(box.top() / ratio) - m_markBar->height() - 14;
    if (top < 30)
        top = std::min(static_cast<int>(box.bottom() / ratio) + 14,
                       static_cast<int>(plot.bottom() / ratio) - m_markBar->height() - 4);
    m_markBar->move(left, top);
}

/// What was typed into a table, which shows a tracking level where it lies now: that is not of the level
/// itself.
void MainWindow::editLevel(const Level& typed)
{
    const Mark* const mark = m_marks->marks().find(typed.id);
    const auto* const before = mark ? std::get_if<Level>(mark) : nullptr;
    if (!before)
        return;
    Level level = typed;
    if (before->origin == LevelOrigin::Tracking) {
        level.low = before->low;
        level.high = before->high;
    }
    if (!m_refused.isEmpty() && m_notice->sentence() == m_refused)
        m_notice->clear();
    m_marks->editor().replace({level}, tr("edit"));
}

void MainWindow::askWhereToExportLevels()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export levels"), QDir(m_services.dataDir).filePath(QStringLiteral("levels.json")),
        tr("Levels (*.json *.csv)"));
    if (path.isEmpty())
        return;
    exportLevels(path);
}

/// Of one mark, or of all.
void MainWindow::showJournal(const QString& id)
{
    m_marks->saveNow();
    m_loader.loadJournal([this, id](const Result<std::vector<JournalEntry>>& journal) {
        if (journal.hasError())
            return m_notice->say(journal.error().message);
        std::vector<JournalEntry> entries = journal.value();
        std::erase_if(entries, [&](const JournalEntry& entry) { return !id.isEmpty() && entry.id != id; });
        showChanges(tr("Who changed what"), entries);
    });
}

/// The levels, and beside them who changed them: `levels.json` and `levels-journal.json`.
void MainWindow::exportLevels(const QString& path)
{
    const auto levels = m_marks->marks().levels();
    const bool isCsv = path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
    const auto done = saveFile(path, isCsv ? levelsToCsv(levels) : levelsToJson(levels));
    if (done.hasError())
        return m_notice->say(done.error().message);
    m_status->showMessage(tr("Saved %1").arg(path), 8000);
    m_marks->saveNow();
    m_loader.loadJournal([this, path, isCsv, levels](const Result<std::vector<JournalEntry>>& journal) {
        if (journal.hasError())
            return m_notice->say(journal.error().message);
        std::vector<JournalEntry> entries = journal.value();
        std::erase_if(entries, [&](const JournalEntry& entry) {
            return std::ranges::find(levels, entry.id, &Level::id) == levels.end();
        });
        const QFileInfo file(path);
        const QString beside =
            file.dir().filePath(QStringLiteral("%1-journal.%2").arg(file.completeBaseName(), file.suffix()));
        const auto saved = saveFile(beside, isCsv ? journalToCsv(entries) : journalToJson(entries));
        if (saved.hasError())
            m_notice->say(saved.error().message);
        else
            m_status->showMessage(tr("Saved %1 and %2").arg(path, QFileInfo(beside).fileName()), 8000);
    });
}

void MainWindow::showChanges(const QString& title, const std::vector<JournalEntry>& entries)
{
    auto* dialog = new JournalDialog(title, entries, zoneByName(m_history.view().zone),
                                     themeByName(m_history.view().theme), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::askWhatToCompareWith()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Compare levels with a file"), QString(),
                                                      tr("Levels (*.json *.csv);;All files (*)"));
    if (!path.isEmpty())
        compareLevels(path);
}

void MainWindow::compareLevels(const QString& path)
{
    const auto before = levelsOfFile(path, m_services.clock);
    if (before.hasError())
        return m_notice->say(before.error().message);
    const auto entries = levelDifferences(before.value(), m_marks->marks().levels(), m_services.clock.now());
    if (entries.empty())
        return m_status->showMessage(tr("No level differs from %1").arg(path), 8000);
    showChanges(tr("Changed since %1").arg(QFileInfo(path).fileName()), entries);
}

MarkDialog* MainWindow::editMark(const QString& id)
{
    const Mark* const mark = m_marks->marks().find(id);
    if (!mark)
        return nullptr;
    const bool hasCandles = m_loaded.data && m_loaded.data->candles;
    const double tick = hasCandles ? m_loaded.data->candles->tickSize() : 0;
    auto* dialog = new MarkDialog(*mark, zoneByName(m_history.view().zone), Price::fromDouble(tick), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MarkDialog::markChanged, this,
            [this](const Mark& changed) { m_marks->editor().replace({changed}, tr("properties")); });
    dialog->open();
    return dialog;
}

/// Of a note that was just placed; without words there is no note.
void MainWindow::askForText(const QString& id)
{
    MarkDialog* const dialog = editMark(id);
    if (!dialog)
        return;
    connect(dialog, &QDialog::finished, this, [this, id] {
        const Mark* const mark = m_marks->marks().find(id);
        const auto* const drawing = mark ? std::get_if<Drawing>(mark) : nullptr;
        if (drawing && drawing->text.isEmpty())
            m_marks->editor().remove({id});
    });
}

/// Where a tracking level lies now, as a level of its own.
void MainWindow::pinCopy(const QString& id)
{
    const auto data = stillData();
    if (!data)
        return;
    const auto at = std::ranges::find(data->levels, id, [](const LevelData& one) { return one.level.id; });
    if (at == data->levels.end())
        return;
    Level copy = at->level;
    copy.origin = LevelOrigin::Fixed;
    copy.follows.clear();
    copy.name =
        tr("%1, pinned %2").arg(copy.name, dayTimeText(data->asOf, zoneByName(QStringLiteral("UTC")), 0));
    copy.validFrom = data->asOf;
    copy.validTo.reset();
    m_marks->drawing().select(m_marks->editor().paste({copy}, tr("pin a copy")));
}

void MainWindow::showMarkMenu(const QString& id, QPoint at)
{
    DrawingSession& drawing = m_marks->drawing();
    MarkEditor& editor = m_marks->editor();
    const QStringList ids = drawing.selection();
    const Mark* const mark = m_marks->marks().find(id);
    if (!mark)
        return;
    const bool isLocked = traitsOf(*mark).isLocked;
    QMenu menu(this);
    menu.addAction(tr("Properties…"), this, [this, id] { editMark(id); });
    const auto* const level = std::get_if<Level>(mark);
    if (level && level->origin == LevelOrigin::Tracking)
        menu.addAction(tr("Pin a fixed copy"), this, [this, id] { pinCopy(id); });
    if (level)
        menu.addAction(tr("Alert on it…\tAlt+A"), this, [this, id] { askForAlert(id); });
    menu.addAction(tr("Who changed it…"), this, [this, id] { showJournal(id); });
    menu.addSeparator();
    menu.addAction(tr("Duplicate\tCtrl+D"), this,
                   [this, &drawing] { drawing.duplicateSelection(m_timeline->drawingMoment()); });
    menu.addAction(tr("Copy\tCtrl+C"), &drawing, &DrawingSession::copySelection);
    menu.addAction(isLocked ? tr("Unlock") : tr("Lock"), this,
                   [&editor, ids, isLocked] { editor.setLocked(ids, !isLocked); });
    menu.addAction(tr("Hide"), this, [&editor, ids] { editor.setHidden(ids, true); });
    menu.addAction(tr("Bring to front"), this, [&editor, ids] { editor.setOrder(ids, true); });
    menu.addAction(tr("Send to back"), this, [&editor, ids] { editor.setOrder(ids, false); });
    menu.addSeparator();
    menu.addAction(tr("Delete\tDel"), &drawing, &DrawingSession::removeSelection);
    menu.exec(at);
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
    m_loader.loadCards(m_history.view(), [this] { return stillData(); });
}

} // namespace holdline
