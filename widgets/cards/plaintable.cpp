// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/plaintable.h"

#include "models/tables/rowstext.h"
#include "models/tables/tableroles.h"
#include "widgets/cards/tonedelegate.h"
#include "widgets/theme/thinscrollbars.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace holdline {

namespace {

constexpr int lineHeight = 25;
constexpr int denseLineHeight = 21;
constexpr int sampledRows = 40; ///< looked at to find a column's width

} // namespace

PlainTable::PlainTable(QAbstractItemModel& model, QWidget* parent)
    : QTableView(parent),
      m_sorted(model),
      m_rowHeight(lineHeight)
{
    setModel(&m_sorted);
    setItemDelegate(new ToneDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(lineHeight);
    verticalHeader()->setDefaultSectionSize(lineHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(30);
    horizontalHeader()->setResizeContentsPrecision(sampledRows);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(this, &QAbstractItemView::doubleClicked, this, &PlainTable::activate);
    connect(&m_sorted, &QAbstractItemModel::rowsInserted, this, &QWidget::updateGeometry);
    connect(&m_sorted, &QAbstractItemModel::rowsRemoved, this, &QWidget::updateGeometry);
}

void PlainTable::setTheme(const Theme& theme)
{
    static_cast<ToneDelegate*>(itemDelegate())->setTheme(theme);
    setFont(themeFont(TextSize::Text));
    horizontalHeader()->setFont(themeFont(TextSize::Annotation));
    horizontalHeader()->setStyleSheet(
        QStringLiteral("QHeaderView{background:%1} QHeaderView::section{background:%1;color:%2;border:0;"
                       "padding:0 6px} QHeaderView::section:first{padding-left:0} "
                       "QHeaderView::section:last{padding-right:0}")
            .arg(theme.panel.name(), theme.dim.name()));
    setStyleSheet(
        QStringLiteral(
            "QTableView{background:%1;border:0} QTableCornerButton::section{background:%1;border:0} "
            "QAbstractScrollArea::corner{background:%1} ")
            .arg(theme.panel.name()) +
        thinScrollBars(theme));
    viewport()->update();
}

void PlainTable::setRowsShown(int most)
{
    m_rowsShown = most;
    updateGeometry();
}

void PlainTable::setDenseRows()
{
    m_rowHeight = denseLineHeight;
    verticalHeader()->setMinimumSectionSize(m_rowHeight);
    verticalHeader()->setDefaultSectionSize(m_rowHeight);
    updateGeometry();
}

void PlainTable::setFilter(const QString& text)
{
    m_sorted.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted.setFilterKeyColumn(-1);
    m_sorted.setFilterFixedString(text);
}

QList<int> PlainTable::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.append(m_sorted.mapToSource(index).row());
    return rows;
}

int PlainTable::sourceRow(const QModelIndex& index) const
{
    return m_sorted.mapToSource(index).row();
}

std::optional<QColor> PlainTable::squareColourAt(QPoint point) const
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid())
        return std::nullopt;
    return static_cast<ToneDelegate*>(itemDelegate())
        ->squareColour(index, point.x() - visualRect(index).left());
}

void PlainTable::selectRows(const QList<int>& rows)
{
    QItemSelection selection;
    for (const int row : rows) {
        const QModelIndex index = m_sorted.mapFromSource(m_sorted.sourceModel()->index(row, 0));
        if (index.isValid())
            selection.select(index, index);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!selection.isEmpty())
        scrollTo(selection.indexes().first());
}

QSize PlainTable::sizeHint() const
{
    const int rows = std::clamp(m_sorted.rowCount(), 1, m_rowsShown);
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    return {444, rows * m_rowHeight + header + thinScrollBar};
}

QSize PlainTable::minimumSizeHint() const
{
    return {120, std::min(sizeHint().height(), 3 * m_rowHeight)};
}

void PlainTable::copySelection() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(rowsText(m_sorted, rows));
}

void PlainTable::activate(const QModelIndex& index)
{
    if (editTriggers() != NoEditTriggers && index.isValid() && (index.flags() & Qt::ItemIsEditable))
        return; // it is being edited
    if (index.isValid())
        emit rowActivated(m_sorted.mapToSource(index).row());
    const QVariant time = index.data(TimeRole);
    if (time.isValid())
        emit timeActivated(fromMsecs(time.toLongLong()));
}

void PlainTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        activate(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

} // namespace holdline
