// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/markdialog.h"

#include "models/foundation/typedtime.h"
#include "models/levels/leveltext.h"
#include "models/market/typedprice.h"
#include "widgets/cards/priceedit.h"
#include "widgets/tools/toolcatalog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace holdline {

namespace {

QString timeText(const std::optional<UtcTime>& time, const QTimeZone& zone)
{
    return time ? typedTimeText(*time, zone) : QString();
}

QString priceText(Price price)
{
    return QString::fromLatin1(price.toText());
}

QPlainTextEdit* addText(QFormLayout& form, const QString& name, const QString& text, QWidget* parent)
{
    auto* edit = new QPlainTextEdit(text, parent);
    edit->setAccessibleName(name);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 4);
    form.addRow(name, edit);
    return edit;
}

} // namespace

MarkDialog::MarkDialog(const Mark& mark, const QTimeZone& zone, Price tick, QWidget* parent)
    : QDialog(parent),
      m_mark(mark),
      m_zone(zone),
      m_tick(tick),
      m_reason(new QLabel(this))
{
    setMinimumWidth(440);
    auto* column = new QVBoxLayout(this);
    auto* form = new QFormLayout();
    column->addLayout(form);
    if (const auto* const level = std::get_if<Level>(&mark))
        buildLevel(*level, *form);
    else
        buildDrawing(std::get<Drawing>(mark), *form);
    m_reason->setWordWrap(true);
    m_reason->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &MarkDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &MarkDialog::reject);
    column->addWidget(m_reason);
    column->addWidget(buttons);
}

QLineEdit* MarkDialog::addLine(QFormLayout& form, const QString& name, const QString& text)
{
    auto* line = new QLineEdit(text, this);
    line->setAccessibleName(name);
    form.addRow(name, line);
    return line;
}

QLineEdit* MarkDialog::addPrice(QFormLayout& form, const QString& name, const QString& text)
{
    auto* line = new PriceEdit(m_tick, text, this);
    line->setAccessibleName(name);
    form.addRow(name, line);
    return line;
}

void MarkDialog::buildLevel(const Level& level, QFormLayout& form)
{
    const QString zone = QString::fromUtf8(m_zone.id());
    setWindowTitle(tr("Level"));
    m_name = addLine(form, tr("Name"), level.name);
    const bool isLine = level.low == level.high;
    m_low = addPrice(form, isLine ? tr("Price") : tr("Low"), priceText(level.low));
    m_high =
        addPrice(form, isLine ? tr("Upper edge") : tr("High"), isLine ? QString() : priceText(level.high));
    m_high->setPlaceholderText(tr("of a band"));
    m_role = new QComboBox(this);
    m_role->setAccessibleName(tr("Role"));
    for (const LevelRole role : {LevelRole::None, LevelRole::Support, LevelRole::Resistance})
        m_role->addItem(toText(role));
    m_role->setCurrentText(toText(level.role));
    form.addRow(tr("Role"), m_role);
    m_from = addLine(form, tr("Valid from (%1)").arg(zone), timeText(level.validFrom, m_zone));
    m_to = addLine(form, tr("Valid to (%1)").arg(zone), timeText(level.validTo, m_zone));
    m_source = addLine(form, tr("Source"), level.source);
    m_definition = addLine(form, tr("Definition"), level.definition);
    m_follows = addLine(form, tr("Follows"), level.follows.join(QStringLiteral(", ")));
    m_follows->setPlaceholderText(QStringLiteral("cohort/1d-1w, cohort/1w-1m"));
    m_follows->setToolTip(
        tr("One series, or the two between which the band lies; empty: it stays where it is"));
    m_note = addText(form, tr("Note"), level.note, this);
    m_name->selectAll();
}

void MarkDialog::buildDrawing(const Drawing& drawing, QFormLayout& form)
{
    const Tool* const tool = findTool(drawing.kind);
    setWindowTitle(tool ? tool->title : drawing.kind);
    m_text = addText(form, tr("Text"), drawing.text, this);
    for (std::size_t i = 0; i < drawing.anchors.size(); ++i) {
        const Anchor& anchor = drawing.anchors[i];
        QLineEdit* const time =
            addLine(form, tr("Time %1 (%2)").arg(i + 1).arg(QString::fromUtf8(m_zone.id())),
                    timeText(anchor.time, m_zone));
        m_anchors.emplace_back(time, addPrice(form, tr("Price %1").arg(i + 1), priceText(anchor.price)));
    }
    m_note = addText(form, tr("Note"), drawing.note, this);
    m_text->selectAll();
}

Result<std::optional<UtcTime>> MarkDialog::typedTime(const QLineEdit& line) const
{
    if (line.text().trimmed().isEmpty())
        return std::optional<UtcTime>{};
    const auto time = parseTypedTime(line.text(), m_zone);
    if (time.hasError())
        return time.error();
    return std::optional(time.value());
}

Result<Mark> MarkDialog::typed(Level level) const
{
    level.name = m_name->text().trimmed();
    const auto low = parseTypedPrice(m_low->text());
    const auto high = m_high->text().trimmed().isEmpty() ? low : parseTypedPrice(m_high->text());
    for (const auto* price : {&low, &high}) {
        if (price->hasError())
            return price->error();
    }
    level.low = std::min(low.value(), high.value());
    level.high = std::max(low.value(), high.value());
    level.role = levelRoleFromText(m_role->currentText()).value_or(LevelRole::None);
    const auto from = typedTime(*m_from);
    const auto to = typedTime(*m_to);
    for (const auto* time : {&from, &to}) {
        if (time->hasError())
            return time->error();
    }
    level.validFrom = from.value();
    level.validTo = to.value();
    level.source = m_source->text().trimmed();
    level.definition = m_definition->text().trimmed();
    level.note = m_note->toPlainText();
    level.follows.clear();
    for (const QString& name : m_follows->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        level.follows.append(name.trimmed());
    level.follows.removeAll(QString());
    if (level.follows.size() > 2)
        return Error{Error::Kind::Malformed, tr("A level follows one series, or two.")};
    level.origin = level.follows.isEmpty() ? LevelOrigin::Fixed : LevelOrigin::Tracking;
    auto checked = checkedLevel(std::move(level));
    if (checked.hasError())
        return Error{Error::Kind::Malformed, tr("This is no level: %1.").arg(checked.error().message)};
    return Mark(std::move(checked.value()));
}

Result<Mark> MarkDialog::typed(Drawing drawing) const
{
    drawing.text = m_text->toPlainText().left(longestDrawingText);
    drawing.note = m_note->toPlainText().left(longestDrawingText);
    for (std::size_t i = 0; i < m_anchors.size(); ++i) {
        const auto time = parseTypedTime(m_anchors[i].first->text(), m_zone);
        const auto price = parseTypedPrice(m_anchors[i].second->text());
        if (time.hasError())
            return time.error();
        if (price.hasError())
            return price.error();
        // What was not touched stays exact, also where the text is shorter.
        const Anchor before = drawing.anchors[i];
        if (m_anchors[i].first->isModified())
            drawing.anchors[i].time = time.value();
        drawing.anchors[i].price = m_anchors[i].second->isModified() ? price.value() : before.price;
    }
    return Mark(std::move(drawing));
}

Result<Mark> MarkDialog::typed() const
{
    if (const auto* const level = std::get_if<Level>(&m_mark))
        return typed(*level);
    return typed(std::get<Drawing>(m_mark));
}

void MarkDialog::accept()
{
    const auto mark = typed();
    if (mark.hasError()) {
        m_reason->setText(mark.error().message);
        m_reason->show();
        return;
    }
    if (mark.value() != m_mark)
        emit markChanged(mark.value());
    QDialog::accept();
}

} // namespace holdline
