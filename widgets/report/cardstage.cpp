// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/cardstage.h"

#include "widgets/cards/legendrow.h"
#include "widgets/cards/plainchart.h"
#include "widgets/cards/plaintable.h"
#include "widgets/theme/flatstyle.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace holdline {

namespace {

constexpr int stageMargin = 14; ///< of the card's contents

/// The same lengths on every screen: those of a style depend on its resolution.
class StillStyle final : public QProxyStyle {
public:
    StillStyle() : QProxyStyle(new FlatStyle) {} // owned by it
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override
    {
        switch (metric) {
        case PM_HeaderMargin:
            return 4;
        case PM_HeaderMarkSize:
            return 6;
        case PM_HeaderGripMargin:
            return 4;
        case PM_FocusFrameHMargin:
        case PM_FocusFrameVMargin:
            return 2;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }
};

/// What is chosen there, as words.
void replaceByWords(QComboBox& chooser)
{
    auto* words = new QLabel(chooser.currentText(), chooser.parentWidget());
    words->setFont(themeFont(TextSize::Text, 1, true));
    delete chooser.parentWidget()->layout()->replaceWidget(&chooser, words);
    chooser.hide();
}

/// Those of the page that is shown.
template <typename Kind>
QList<Kind*> shownOf(const Card& card)
{
    QList<Kind*> shown = card.findChildren<Kind*>();
    shown.removeIf([&](const Kind* widget) { return !widget->isVisibleTo(&card); });
    return shown;
}

int rowsHeight(const PlainTable& table)
{
    const QHeaderView& header = *table.horizontalHeader();
    return table.verticalHeader()->length() + (header.isHidden() ? 0 : header.sizeHint().height());
}

/// What its columns take; afterwards they share the room as before.
int columnsWidth(const PlainTable& table)
{
    QHeaderView& header = *table.horizontalHeader();
    std::vector<QHeaderView::ResizeMode> modes;
    for (int column = 0; column < header.count(); ++column) {
        modes.push_back(header.sectionResizeMode(column));
        header.setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    const int width = header.length();
    for (int column = 0; column < header.count(); ++column)
        header.setSectionResizeMode(column, modes[static_cast<std::size_t>(column)]);
    return width;
}

} // namespace

CardStage::CardStage(const CardEntry& entry, const CardFacts& facts, const Theme& theme)
    : m_style(std::make_unique<StillStyle>()),
      m_card(entry.make(nullptr))
{
    m_card->setAttribute(Qt::WA_DontShowOnScreen);
    m_card->setStyle(m_style.get());
    for (QWidget* const widget : m_card->findChildren<QWidget*>())
        widget->setStyle(m_style.get());
    m_card->setTheme(theme);
    m_card->setData(facts.data);
    m_card->setChoice(facts.choice);
    m_card->setAlerts(facts.alerts);
    if (facts.study)
        m_card->setStudy(facts.study->first, facts.study->second);
    m_card->setBare(stageMargin);
    clear();
    fitTables();
}

CardStage::~CardStage() = default;

void CardStage::clear()
{
    for (QComboBox* const chooser : m_card->findChildren<QComboBox*>())
        replaceByWords(*chooser);
    for (QAbstractButton* const button : m_card->findChildren<QAbstractButton*>())
        button->hide();
    for (QLineEdit* const edit : m_card->findChildren<QLineEdit*>())
        edit->hide();
}

void CardStage::fitTables()
{
    for (PlainTable* const table : shownOf<PlainTable>(*m_card)) {
        table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        table->horizontalHeader()->setSortIndicatorShown(false);
        table->horizontalHeader()->setResizeContentsPrecision(-1);
        table->setFixedHeight(rowsHeight(*table));
    }
}

bool CardStage::wantsRoom() const
{
    const auto charts = shownOf<PlainChart>(*m_card);
    return std::any_of(charts.begin(), charts.end(),
                       [](const PlainChart* chart) { return chart->maximumHeight() >= QWIDGETSIZE_MAX; });
}

int CardStage::leastWidth() const
{
    int width = 0;
    for (const PlainTable* const table : shownOf<PlainTable>(*m_card))
        width = std::max(width, columnsWidth(*table));
    return width + 2 * stageMargin;
}

int CardStage::leastHeight(int width) const
{
    settle({width, m_card->height()});
    QLayout& layout = *m_card->layout();
    const int least = layout.totalMinimumSize().height();
    return layout.hasHeightForWidth() ? std::max(least, layout.totalHeightForWidth(width)) : least;
}

std::vector<const QTableView*> CardStage::tables() const
{
    QList<PlainTable*> tables = shownOf<PlainTable>(*m_card);
    if (tables.isEmpty())
        tables = m_card->findChildren<PlainTable*>();
    std::vector<const QTableView*> filled;
    for (const PlainTable* const table : tables)
        if (table->model()->rowCount() > 0)
            filled.push_back(table);
    return filled;
}

QStringList CardStage::words() const
{
    QStringList words;
    for (const QLabel* const label : shownOf<QLabel>(*m_card))
        if (!label->text().isEmpty())
            words.append(label->text());
    for (const LegendRow* const legend : shownOf<LegendRow>(*m_card)) {
        QStringList entries;
        for (const LegendEntry& entry : legend->entries())
            entries.append(entry.text);
        if (!entries.isEmpty())
            words.append(entries.join(QStringLiteral(", ")));
    }
    return words;
}

/// Layouts do their work in events.
void CardStage::settle(QSize size) const
{
    m_card->ensurePolished();
    m_card->resize(size);
    for (int round = 0; round < 3; ++round) {
        m_card->layout()->activate();
        for (QWidget* const widget : m_card->findChildren<QWidget*>()) {
            QCoreApplication::sendPostedEvents(widget, QEvent::LayoutRequest);
            if (widget->layout())
                widget->layout()->activate();
        }
    }
}

void CardStage::paint(QPainter& painter, const QRect& rect) const
{
    settle(rect.size());
    m_card->render(&painter, rect.topLeft(), {}, QWidget::DrawChildren);
}

} // namespace holdline
