// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/levelpanel.h"

#include "models/foundation/timetext.h"
#include "widgets/cards/plaintable.h"
#include "widgets/panels/colourdrag.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace holdline {

namespace {

constexpr int levelMostRows = 10;
constexpr int filteredRows = 8; ///< fewer need no filter
const std::array plainColumns{LevelTable::NameColumn, LevelTable::PriceColumn, LevelTable::DistanceColumn,
                              LevelTable::StateColumn};

bool isPlain(int column)
{
    return std::ranges::find(plainColumns, column) != plainColumns.end();
}

} // namespace

LevelPanel::LevelPanel(QWidget* parent) : Card(tr("Levels"), tr("No levels yet. Draw one (Alt+H)."), parent)
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(4);
    m_filter = new QLineEdit(body);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter levels"));
    m_filter->setClearButtonEnabled(true);
    m_filter->hide();
    m_view = new PlainTable(m_table, body);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    buildView();
    connectTable();
    setBody(body);
    setEmpty(true);
    LevelPanel::setTheme(theme());
}

void LevelPanel::buildView()
{
    m_view->setAccessibleName(tr("Levels"));
    m_view->setRowsShown(levelMostRows);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->horizontalHeader()->setSectionResizeMode(LevelTable::NameColumn, QHeaderView::Stretch);
    for (int column = 0; column < m_table.columnCount(); ++column)
        m_view->setColumnHidden(column, !isPlain(column));
    showColumns();
}

void LevelPanel::connectTable()
{
    connect(m_view, &PlainTable::timeActivated, this, &Card::timeActivated);
    connect(m_filter, &QLineEdit::textChanged, m_view, &PlainTable::setFilter);
    connect(&m_table, &LevelTable::levelEdited, this, &Card::levelEdited);
    connect(&m_table, &LevelTable::editRefused, this, &Card::refused);
    connect(m_view, &QWidget::customContextMenuRequested, this, &LevelPanel::showMenu);
    connect(m_view->horizontalHeader(), &QWidget::customContextMenuRequested, this, &LevelPanel::showMenu);
    auto* colours = new ColourDrag(*m_view, [this](QPoint at) { return m_view->squareColourAt(at); });
    connect(colours, &ColourDrag::dropped, this, [this](const QModelIndex& index, const QColor& colour) {
        const auto row = static_cast<std::size_t>(m_view->sourceRow(index));
        emit colourChosen(m_table.rows()[row].level.level.id, colour.name());
    });
    auto* remove = new QAction(this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(remove, &QAction::triggered, this, [this] { emit deleteRequested(selectedIds()); });
    addAction(remove);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_isTelling)
            return;
        m_selection = selectedIds();
        emit marksSelected(m_selection);
    });
}

/// The names of columns are needed once there are more than four.
void LevelPanel::showColumns()
{
    int shown = 0;
    for (int column = 0; column < m_table.columnCount(); ++column)
        shown += !m_view->isColumnHidden(column);
    m_view->horizontalHeader()->setVisible(shown > static_cast<int>(plainColumns.size()));
    m_view->horizontalHeader()->setSectionResizeMode(
        LevelTable::NameColumn,
        shown > static_cast<int>(plainColumns.size()) ? QHeaderView::ResizeToContents : QHeaderView::Stretch);
}

QStringList LevelPanel::selectedIds() const
{
    QStringList ids;
    for (const int row : m_view->selectedRows())
        ids.append(m_table.rows()[static_cast<std::size_t>(row)].level.level.id);
    return ids;
}

void LevelPanel::fillColumnMenu(QMenu& menu)
{
    for (int column = 1; column < m_table.columnCount(); ++column) {
        QAction* action =
            menu.addAction(m_table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_view->isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            m_view->setColumnHidden(column, !isShown);
            showColumns();
        });
    }
}

void LevelPanel::showMenu(QPoint at)
{
    QMenu menu(this);
    const QStringList ids = selectedIds();
    if (!ids.isEmpty() && sender() == m_view) {
        menu.addAction(tr("Properties…"), this, [this, ids] { emit propertiesRequested(ids.first()); });
        const auto isHidden = [this](const QString& id) {
            return std::ranges::any_of(m_table.rows(), [&](const LevelDistance& row) {
                return row.level.level.id == id && row.level.level.traits.isHidden;
            });
        };
        const bool hide = !isHidden(ids.first());
        menu.addAction(hide ? tr("Hide") : tr("Show"), this,
                       [this, ids, hide] { emit hideRequested(ids, hide); });
        menu.addAction(tr("Delete"), this, [this, ids] { emit deleteRequested(ids); });
        menu.addSeparator();
    }
    fillColumnMenu(*menu.addMenu(tr("Columns")));
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

void LevelPanel::setData(const CardData& data)
{
    const QTimeZone zone = zoneByName(data.zone);
    m_isTelling = true; // rows that go take their selection with them
    m_table.setZone(zone, dateIn(data.at, zone).year());
    m_table.setTick(data.tick);
    m_table.setRows(data.levels);
    m_isTelling = false;
    m_filter->setVisible(data.levels.size() > filteredRows || !m_filter->text().isEmpty());
    setEmpty(data.levels.empty());
    if (!isEmpty())
        setNote(tr("distance · state"));
    showSelection();
}

void LevelPanel::setSelection(const QStringList& ids)
{
    if (std::exchange(m_selection, ids) != ids)
        showSelection();
}

void LevelPanel::showSelection()
{
    QList<int> rows;
    for (std::size_t i = 0; i < m_table.rows().size(); ++i) {
        if (m_selection.contains(m_table.rows()[i].level.level.id))
            rows.append(static_cast<int>(i));
    }
    m_isTelling = true;
    m_view->selectRows(rows);
    m_isTelling = false;
}

void LevelPanel::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_view->setTheme(theme);
}

} // namespace holdline
