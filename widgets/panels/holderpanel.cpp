// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/holderpanel.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"
#include "widgets/cards/plaintable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace holdline {

namespace {

constexpr int holderMostRows = 16; ///< every band once
constexpr int mostLevels = 3;

void dimText(QWidget* widget, const Theme& theme)
{
    widget->setFont(themeFont(TextSize::Annotation));
    QPalette colours = widget->palette();
    colours.setColor(QPalette::WindowText, theme.dim);
    colours.setColor(QPalette::ButtonText, theme.dim);
    widget->setPalette(colours);
}

} // namespace

HolderPanel::HolderPanel(QWidget* parent)
    : Card(tr("Holders"),
           tr("No cost bases of holders yet. They come from a provider, from your own node, "
              "or from a file."),
           parent)
{
    buildBody();
    setAct(QStringLiteral("node"), tr("Your own node…"));
    setEmpty(true);
    HolderPanel::setTheme(theme());
}

void HolderPanel::buildBody()
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(8);
    m_view = new PlainTable(m_table, body);
    m_view->setAccessibleName(tr("Holders by the age of their coins"));
    m_view->setRowsShown(holderMostRows);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &PlainTable::timeActivated, this, &Card::timeActivated);
    connect(m_view, &QWidget::customContextMenuRequested, this, &HolderPanel::showMenu);
    connect(m_view->horizontalHeader(), &QWidget::customContextMenuRequested, this, &HolderPanel::showMenu);
    m_pressures = new PlainTable(m_pressureTable, body);
    m_pressures->setAccessibleName(tr("Coins that are even again at each resistance"));
    m_pressures->setRowsShown(mostLevels);
    m_pressures->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(m_view, 1);
    column->addWidget(m_pressures);
    buildRule(body);
    setBody(body);
}

void HolderPanel::buildRule(QWidget* body)
{
    auto* line = new QHBoxLayout;
    m_rule = new QLabel(body);
    m_rule->setWordWrap(true);
    m_everySource = new QToolButton(body);
    m_everySource->setText(tr("Every source"));
    m_everySource->setToolTip(tr("Show each source of a band; otherwise the one that reaches farthest"));
    m_everySource->setCheckable(true);
    m_everySource->setAutoRaise(true);
    connect(m_everySource, &QToolButton::toggled, this, &HolderPanel::showRows);
    line->addWidget(m_rule, 1);
    line->addWidget(m_everySource, 0, Qt::AlignBottom);
    static_cast<QVBoxLayout*>(body->layout())->addLayout(line);
}

void HolderPanel::setData(const CardData& data)
{
    const QTimeZone zone = zoneByName(data.zone);
    m_holders = data.holders;
    m_levels = data.pressures;
    m_price = data.price;
    m_table.setZone(zone, dateIn(data.at, zone).year());
    showRows();
}

void HolderPanel::showRows()
{
    m_table.setRows(holderRows(m_holders, m_levels, m_everySource->isChecked()));
    m_pressureTable.setRows(m_levels);
    m_pressures->setVisible(!m_levels.empty());
    const bool knowsCoins =
        std::ranges::any_of(m_levels, [](const Pressure& p) { return p.coins.has_value(); });
    m_pressures->setColumnHidden(PressureTable::CoinsColumn, !knowsCoins);
    m_pressures->setColumnHidden(PressureTable::CoinsUsdColumn, !knowsCoins);
    m_everySource->setVisible(
        std::ranges::any_of(m_holders, [](const HolderCohort& c) { return !c.isChosen; }));
    setEmpty(m_table.rows().empty());
    if (isEmpty())
        return;
    setNote(note());
    showRule();
}

/// Source and definition where all have the same; each one's own stands in its row.
QString HolderPanel::note() const
{
    std::set<QString> origins;
    for (const HolderRow& row : m_table.rows()) {
        const CohortBasis& basis = row.cohort.basis;
        origins.insert(basis.definition.isEmpty() ? basis.source
                                                  : tr("%1, %2").arg(basis.source, basis.definition));
    }
    const QString origin = origins.size() == 1
                               ? *origins.begin()
                               : tr("%n definitions", nullptr, static_cast<int>(origins.size()));
    return m_price ? tr("price %1 · %2").arg(priceText(*m_price), origin) : origin;
}

void HolderPanel::showRule()
{
    const bool isRaw = std::ranges::any_of(
        m_table.rows(), [](const HolderRow& row) { return isRawUtxo(row.cohort.basis.definition); });
    m_rule->setText(isRaw ? tr("raw UTXO, not adjusted for internal transfers") : QString());
}

void HolderPanel::showMenu(QPoint at)
{
    QMenu menu(this);
    for (int column = 1; column < m_table.columnCount(); ++column) {
        QAction* action =
            menu.addAction(m_table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_view->isColumnHidden(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool isShown) { m_view->setColumnHidden(column, !isShown); });
    }
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

void HolderPanel::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_view->setTheme(theme);
    m_pressures->setTheme(theme);
    dimText(m_rule, theme);
    dimText(m_everySource, theme);
}

} // namespace holdline
