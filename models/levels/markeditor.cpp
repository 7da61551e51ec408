// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/markeditor.h"

#include "models/levels/markcommand.h"

#include <QCoreApplication>
#include <QUndoStack>

#include <algorithm>

namespace holdline {

namespace {

constexpr Span quickSuccession{1000};

QString words(const char* text)
{
    return QCoreApplication::translate("holdline::MarkEditor", text);
}

} // namespace

QString kindOf(const Mark& mark)
{
    const auto* const drawing = std::get_if<Drawing>(&mark);
    return drawing ? drawing->kind : QStringLiteral("level");
}

MarkEditor::MarkEditor(MarkSet& marks, QUndoStack& stack, const Clock& clock, const QString& author)
    : m_marks(marks),
      m_stack(stack),
      m_clock(clock),
      m_author(author)
{
}

QString MarkEditor::newId(const QString& kind) const
{
    return m_marks.freeId(kind + QLatin1Char('-') + QString::number(toMsecs(m_clock.now()), 36));
}

MarkTraits MarkEditor::newTraits(const QString& kind) const
{
    return {.style = m_styles.value(kind), .author = m_author, .created = m_clock.now()};
}

std::vector<Mark> MarkEditor::found(const QStringList& ids) const
{
    std::vector<Mark> marks;
    for (const QString& id : ids) {
        if (const Mark* const mark = m_marks.find(id))
            marks.push_back(*mark);
    }
    return marks;
}

void MarkEditor::push(std::vector<MarkChange> changes, const QString& text, quint64 series)
{
    if (!changes.empty())
        m_stack.push(new MarkCommand(m_marks, text, std::move(changes), series));
}

void MarkEditor::add(const Mark& mark, const QString& text)
{
    push({{idOf(mark), mark}}, text);
}

void MarkEditor::replace(const std::vector<Mark>& marks, const QString& text, quint64 series)
{
    std::vector<MarkChange> changes;
    bool isAny = false;
    for (Mark mark : marks) {
        const Mark* const before = m_marks.find(idOf(mark));
        isAny = isAny || !before || *before != mark;
        traitsOf(mark).edited = m_clock.now();
        changes.push_back({idOf(mark), std::move(mark)});
    }
    if (isAny)
        push(std::move(changes), text, series);
}

void MarkEditor::nudge(const std::vector<Mark>& marks, const QString& text)
{
    const UtcTime now = m_clock.now();
    if (!m_nudgedAt || now - *m_nudgedAt > quickSuccession)
        ++m_nudges;
    m_nudgedAt = now;
    replace(marks, text, m_nudges);
}

void MarkEditor::remove(const QStringList& ids)
{
    std::vector<MarkChange> changes;
    for (const Mark& mark : found(ids)) {
        if (!traitsOf(mark).isLocked)
            changes.push_back({idOf(mark), std::nullopt});
    }
    push(std::move(changes), words("delete"));
}

QStringList MarkEditor::paste(const std::vector<Mark>& marks, const QString& text, quint64 series)
{
    QStringList ids;
    std::vector<MarkChange> changes;
    for (Mark mark : marks) {
        QString id = newId(kindOf(mark));
        for (int number = 2; ids.contains(id) || m_marks.find(id); ++number)
            id = newId(kindOf(mark)) + QLatin1Char('-') + QString::number(number);
        std::visit([&](auto& one) { one.id = id; }, mark);
        MarkTraits& traits = traitsOf(mark);
        traits.author = m_author;
        traits.created = m_clock.now();
        traits.edited.reset();
        traits.isLocked = false;
        ids.append(id);
        changes.push_back({id, std::move(mark)});
    }
    push(std::move(changes), text, series);
    return ids;
}

template <typename Change>
void MarkEditor::changeTraits(const QStringList& ids, const QString& text, const Change& change)
{
    auto marks = found(ids);
    for (Mark& mark : marks)
        change(traitsOf(mark), mark);
    replace(marks, text);
}

void MarkEditor::setStyle(const QStringList& ids, const MarkStyle& style)
{
    changeTraits(ids, words("style"), [&](MarkTraits& traits, const Mark& mark) {
        traits.style = style;
        m_styles.insert(kindOf(mark), style);
    });
}

void MarkEditor::setLocked(const QStringList& ids, bool isLocked)
{
    changeTraits(ids, isLocked ? words("lock") : words("unlock"),
                 [&](MarkTraits& traits, const Mark&) { traits.isLocked = isLocked; });
}

void MarkEditor::setHidden(const QStringList& ids, bool isHidden)
{
    changeTraits(ids, isHidden ? words("hide") : words("show"),
                 [&](MarkTraits& traits, const Mark&) { traits.isHidden = isHidden; });
}

void MarkEditor::setOrder(const QStringList& ids, bool isFront)
{
    int edge = 0;
    for (const Mark& mark : m_marks.marks()) {
        const int order = traitsOf(mark).order;
        edge = isFront ? std::max(edge, order) : std::min(edge, order);
    }
    changeTraits(ids, isFront ? words("bring to front") : words("send to back"),
                 [&](MarkTraits& traits, const Mark&) { traits.order = edge + (isFront ? 1 : -1); });
}

} // namespace holdline
