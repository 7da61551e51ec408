// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowmenus.h"

#include "widgets/tools/toolcatalog.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QTimeZone>
#include <QUndoStack>

namespace holdline {

namespace {

QKeySequence keys(const char* text)
{
    return QKeySequence(QString::fromLatin1(text));
}

} // namespace

QString zoneLabel(const QString& iana)
{
    const QString city = iana.section(u'/', -1);
    return QString(city).replace(u'_', u' ');
}

WindowMenus::WindowMenus(QMainWindow& window, QUndoStack& undoStack)
    : QObject(&window),
      m_window(window),
      m_zone(&window),
      m_picture(&window),
      m_file(&window),
      m_view(&window),
      m_draw(&window),
      m_zones(new QActionGroup(this)),
      m_scales(new QActionGroup(this))
{
    fillZone();
    fillPicture();
    fillFile();
    fillView(undoStack);
    fillDraw();
    addKeyAction(TimelineAction::Fit, tr("Fit everything"), {keys("Alt+R")});
    addKeyAction(TimelineAction::ToggleLog, tr("Logarithmic price"), {keys("Alt+L")});
    addKeyAction(TimelineAction::Latest, tr("Latest data"), {keys("Alt+Shift+Right")});
    addKeyAction(TimelineAction::ToggleMaximised, tr("Maximise pane"),
                 {keys("Alt+Return"), keys("Alt+Enter")});
}

QAction* WindowMenus::add(QMenu& menu, const QString& text, const QKeySequence& keys, Signal signal)
{
    QAction* action = menu.addAction(text);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    connect(action, &QAction::triggered, this, signal);
    m_window.addAction(action); // menus that pop up do not own keys
    return action;
}

void WindowMenus::addKeyAction(TimelineAction action, const QString& text, const QList<QKeySequence>& keys)
{
    auto* key = new QAction(text, this);
    key->setShortcuts(keys);
    connect(key, &QAction::triggered, this, [this, action] { emit actionRequested(action); });
    m_window.addAction(key);
}

void WindowMenus::fillZone()
{
    const QString local = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    const std::pair<QString, QString> zones[] = {{tr("UTC"), QStringLiteral("UTC")},
                                                 {tr("This computer (%1)").arg(local), local},
                                                 {tr("New York"), QStringLiteral("America/New_York")},
                                                 {tr("London"), QStringLiteral("Europe/London")},
                                                 {tr("Tokyo"), QStringLiteral("Asia/Tokyo")}};
    for (const auto& [text, iana] : zones) {
        QAction* action = m_zone.addAction(text);
        action->setCheckable(true);
        action->setData(iana);
        m_zones->addAction(action);
    }
    connect(m_zones, &QActionGroup::triggered, this,
            [this](const QAction* action) { emit zoneChosen(action->data().toString()); });
    add(m_zone, tr("Other…"), {}, &WindowMenus::otherZoneRequested);
}

void WindowMenus::fillPicture()
{
    QAction* copy =
        add(m_picture, tr("Copy picture"), keys("Ctrl+Shift+S"), &WindowMenus::copyPictureRequested);
    QAction* text = add(m_picture, tr("Copy as text"), {}, &WindowMenus::copyTextRequested);
    QAction* table = add(m_picture, tr("Copy as table"), {}, &WindowMenus::copyTableRequested);
    QAction* save = add(m_picture, tr("Save picture…"), keys("Alt+S"), &WindowMenus::savePictureRequested);
    add(m_picture, tr("Save numbers…"), {}, &WindowMenus::saveNumbersRequested);
    m_cards = m_picture.addMenu(tr("Of a card or panel"));
    m_picture.addSeparator();
    for (int scale = 1; scale <= 4; ++scale) {
        QAction* action = m_picture.addAction(tr("Scale %1").arg(scale));
        action->setCheckable(true);
        action->setData(scale);
        m_scales->addAction(action);
    }
    connect(m_scales, &QActionGroup::triggered, this,
            [this](const QAction* action) { emit pictureScaleChosen(action->data().toInt()); });
    m_plotActions = {copy, text, table, save};
}

void WindowMenus::fillFile()
{
    add(m_file, tr("Import…"), keys("Ctrl+I"), &WindowMenus::importRequested);
    add(m_file, tr("Paste a table…"), QKeySequence::Paste, &WindowMenus::pasteRequested);
    add(m_file, tr("Your own node…"), {}, &WindowMenus::nodeRequested);
    add(m_file, tr("Keys of providers…"), {}, &WindowMenus::keysRequested);
    m_file.addSeparator();
    add(m_file, tr("Open view…"), QKeySequence::Open, &WindowMenus::openViewRequested);
    add(m_file, tr("Save view…"), QKeySequence::Save, &WindowMenus::saveViewRequested);
    add(m_file, tr("Words of the picture…"), keys("Alt+W"), &WindowMenus::wordsRequested);
    add(m_file, tr("Report…"), keys("Ctrl+P"), &WindowMenus::reportRequested);
    m_file.addSeparator();
    add(m_file, tr("Show the data folder"), {}, &WindowMenus::dataFolderRequested);
    add(m_file, tr("Show the episode of January 2026"), {}, &WindowMenus::episodeRequested);
    m_file.addSeparator();
    QAction* quit = m_file.addAction(tr("Quit"), &m_window, &QWidget::close);
    quit->setShortcut(QKeySequence::Quit);
    m_window.addAction(quit);
}

void WindowMenus::fillView(QUndoStack& undoStack)
{
    QAction* undo = undoStack.createUndoAction(this, tr("Undo"));
    QAction* redo = undoStack.createRedoAction(this, tr("Redo"));
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcuts({keys("Ctrl+Y"), keys("Ctrl+Shift+Z")});
    m_view.addActions({undo, redo});
    m_window.addActions({undo, redo});
    m_view.addSeparator();
    m_timeActions = {add(m_view, tr("Go to date…"), keys("Alt+G"), &WindowMenus::goToRequested)};
    m_timeActions.append(add(m_view, tr("Replay…"), keys("Alt+P"), &WindowMenus::replayRequested));
    m_savedViews = m_view.addMenu(tr("Views"));
    add(m_view, tr("Dark or light"), {}, &WindowMenus::themeRequested);
    m_costs = m_view.addAction(tr("Cost distribution at the price"));
    m_costs->setCheckable(true);
    connect(m_costs, &QAction::triggered, this, &WindowMenus::costsToggled);
    add(m_view, tr("Mouse and keys"), keys("F1"), &WindowMenus::shortcutsRequested);
    m_view.addSeparator();
    add(m_view, tr("Reset layout"), {}, &WindowMenus::resetLayoutRequested);
    m_view.addSection(tr("Cards and panels"));
    m_plotActions.append(m_timeActions);
}

void WindowMenus::fillDraw()
{
    for (const Tool& tool : toolCatalog()) {
        QAction* action = m_draw.addAction(tool.title);
        if (tool.keys.startsWith(QStringLiteral("Alt+")))
            action->setShortcut(QKeySequence(tool.keys));
        connect(action, &QAction::triggered, this, [this, id = tool.id] { emit toolChosen(id); });
        m_window.addAction(action);
    }
    m_draw.addSeparator();
    add(m_draw, tr("New alert…"), keys("Alt+A"), &WindowMenus::newAlertRequested);
    m_draw.addSeparator();
    add(m_draw, tr("Show those hidden one by one"), {}, &WindowMenus::showHiddenRequested);
    m_draw.addSeparator();
    add(m_draw, tr("Export levels…"), {}, &WindowMenus::exportLevelsRequested);
    add(m_draw, tr("Compare levels with a file…"), {}, &WindowMenus::compareLevelsRequested);
    add(m_draw, tr("Who changed what…"), {}, &WindowMenus::journalRequested);
    m_draw.addSeparator();
    add(m_draw, tr("Hide or show levels and drawings"), keys("Ctrl+Alt+H"), &WindowMenus::hideMarksRequested);
}

void WindowMenus::addDockActions(const QList<QAction*>& actions)
{
    m_view.addActions(actions);
}

void WindowMenus::setZone(const QString& iana)
{
    for (QAction* action : m_zones->actions())
        action->setChecked(action->data().toString() == iana);
}

void WindowMenus::setCostsShown(bool areShown)
{
    m_costs->setChecked(areShown);
}

void WindowMenus::setPictureScale(int scale)
{
    for (QAction* action : m_scales->actions())
        action->setChecked(action->data().toInt() == scale);
}

} // namespace holdline
