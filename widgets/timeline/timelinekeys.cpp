// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinekeys.h"

#include "widgets/timeline/panemoves.h"

#include <QCoreApplication>

namespace holdline {

namespace {

constexpr double keyZoom = 1.2;

struct Binding {
    int key;
    Qt::KeyboardModifiers modifiers;
    TimelineAction action;
};

constexpr Qt::KeyboardModifiers latestModifiers = Qt::AltModifier | Qt::ShiftModifier;

constexpr Binding bindings[] = {
    {Qt::Key_Left, Qt::NoModifier, TimelineAction::PanEarlier},
    {Qt::Key_Right, Qt::NoModifier, TimelineAction::PanLater},
    {Qt::Key_Left, Qt::ControlModifier, TimelineAction::PanFarEarlier},
    {Qt::Key_Right, Qt::ControlModifier, TimelineAction::PanFarLater},
    {Qt::Key_Up, Qt::ControlModifier, TimelineAction::ZoomIn},
    {Qt::Key_Down, Qt::ControlModifier, TimelineAction::ZoomOut},
    {Qt::Key_Plus, Qt::NoModifier, TimelineAction::ZoomIn},
    {Qt::Key_Plus, Qt::ShiftModifier, TimelineAction::ZoomIn},
    {Qt::Key_Equal, Qt::NoModifier, TimelineAction::ZoomIn},
    {Qt::Key_Minus, Qt::NoModifier, TimelineAction::ZoomOut},
    {Qt::Key_Home, Qt::NoModifier, TimelineAction::First},
    {Qt::Key_End, Qt::NoModifier, TimelineAction::Latest},
    {Qt::Key_Right, latestModifiers, TimelineAction::Latest},
    {Qt::Key_0, Qt::NoModifier, TimelineAction::Fit},
    {Qt::Key_R, Qt::AltModifier, TimelineAction::Fit},
    {Qt::Key_L, Qt::AltModifier, TimelineAction::ToggleLog},
    {Qt::Key_Return, Qt::AltModifier, TimelineAction::ToggleMaximised},
    {Qt::Key_Enter, Qt::AltModifier, TimelineAction::ToggleMaximised},
};

TimeRange zoomedAtKeys(double factor, const TimelineMoment& moment)
{
    const TimeRange& range = moment.view.range;
    const auto& live = moment.bounds.liveEdge;
    const bool isPinned = live && *live >= range.from && *live <= range.to;
    const UtcTime anchor = isPinned ? *live : range.from + range.length() / 2;
    return zoomedRange(range, anchor, factor, moment.bounds);
}

void fit(View& view, const TimelineBounds& bounds)
{
    view.range = fittedRange(bounds);
    for (PaneSpec& pane : view.panes)
        setAutoscaled(pane);
}

PaneSpec* paneSpec(View& view, const TimelineLayout& layout, int pane)
{
    if (pane < 0 || pane >= static_cast<int>(layout.panes.size()))
        return nullptr;
    return &view.panes[static_cast<std::size_t>(layout.panes[static_cast<std::size_t>(pane)].pane)];
}

QString actionWords(const char* text)
{
    return QCoreApplication::translate("holdline::Shortcuts", text);
}

} // namespace

std::optional<TimelineAction> actionForKey(int key, Qt::KeyboardModifiers modifiers)
{
    modifiers &= ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    for (const Binding& binding : bindings) {
        if (binding.key == key && binding.modifiers == modifiers)
            return binding.action;
    }
    return std::nullopt;
}

std::optional<ViewEdit> performed(TimelineAction action, int pane, const TimelineMoment& moment)
{
    ViewEdit edit{ViewEdit::Kind::Pan, moment.view};
    TimeRange& range = edit.view.range;
    const auto pan = [&](Span by) { range = pannedRange(range, by, moment.bounds); };
    switch (action) {
    case TimelineAction::PanEarlier:
        pan(-moment.view.interval.length);
        break;
    case TimelineAction::PanLater:
        pan(moment.view.interval.length);
        break;
    case TimelineAction::PanFarEarlier:
        pan(-range.length() / 4);
        break;
    case TimelineAction::PanFarLater:
        pan(range.length() / 4);
        break;
    case TimelineAction::ZoomIn:
        edit = {ViewEdit::Kind::Zoom, moment.view};
        edit.view.range = zoomedAtKeys(1 / keyZoom, moment);
        break;
    case TimelineAction::ZoomOut:
        edit = {ViewEdit::Kind::Zoom, moment.view};
        edit.view.range = zoomedAtKeys(keyZoom, moment);
        break;
    case TimelineAction::First:
        edit.kind = ViewEdit::Kind::GoTo;
        range = firstRange(range, moment.bounds);
        break;
    case TimelineAction::Latest:
        edit.kind = ViewEdit::Kind::GoTo;
        range = latestRange(range, moment.bounds);
        break;
    case TimelineAction::Fit:
        edit.kind = ViewEdit::Kind::Zoom;
        fit(edit.view, moment.bounds);
        break;
    case TimelineAction::ToggleLog:
        edit.kind = ViewEdit::Kind::Log;
        for (PaneSpec& spec : edit.view.panes) {
            if (spec.kind == QStringLiteral("price"))
                setLogarithmic(spec, !spec.logarithmic);
        }
        break;
    case TimelineAction::ToggleMaximised:
        edit.kind = ViewEdit::Kind::Maximise;
        if (const PaneSpec* spec = paneSpec(edit.view, moment.layout, std::max(pane, 0)))
            toggleMaximised(edit.view, QString(spec->kind));
        break;
    }
    return edit.view == moment.view ? std::nullopt : std::optional(edit);
}

std::vector<ShortcutLine> shortcutLines()
{
    return {
        {actionWords("Wheel"), actionWords("Zoom time at the cursor; over a value axis zoom its values")},
        {actionWords("Shift+Wheel"), actionWords("Move in time")},
        {actionWords("Drag"), actionWords("Move in time; values too once they are scaled by hand")},
        {actionWords("Drag an axis"), actionWords("Scale it")},
        {actionWords("Double-click"),
         actionWords("Pane: maximise · value axis: fit values · time axis: reset")},
        {actionWords("Ctrl+Double-click"), actionWords("Collapse or restore a pane")},
        {actionWords("Drag a border"), actionWords("Resize panes; double-click makes them equal")},
        {actionWords("← →"), actionWords("Move by one bar; with Ctrl by a quarter of the picture")},
        {actionWords("Ctrl+↑ Ctrl+↓, + −"), actionWords("Zoom in and out")},
        {actionWords("Home, End"), actionWords("First data, latest data (also Alt+Shift+→)")},
        {actionWords("0, Alt+R"), actionWords("Fit everything")},
        {actionWords("Alt+G"), actionWords("Go to a date")},
        {actionWords("1–9 or ,"), actionWords("Enter an interval: 15m, 4h, 1d")},
        {actionWords("Alt+L"), actionWords("Logarithmic price")},
        {actionWords("Alt+Enter"), actionWords("Maximise the pane, or show all again")},
        {actionWords("↑ ↓"), actionWords("Choose a pane; Enter reads its bars with ← →, Esc ends reading")},
        {actionWords("Alt+H, J, T, V, C"),
         actionWords("Draw a level, a ray, a trend line, a vertical or a cross line")},
        {actionWords("Shift, Ctrl"),
         actionWords("While drawing: straight or square; the magnet the other way")},
        {actionWords("Click a mark"),
         actionWords("Select it; drag moves it, Ctrl+drag copies it, double-click shows its properties")},
        {actionWords("Ctrl+Click, Ctrl+Drag"), actionWords("Select several marks")},
        {actionWords("Page Up, Page Down"),
         actionWords("Choose a mark; arrows move it by ticks and bars, with Shift by ten")},
        {actionWords("Ctrl+C, V, D; Del"), actionWords("Copy, paste, duplicate, delete marks")},
        {actionWords("Shift+Click"), actionWords("Measure until the next click")},
        {actionWords("Ctrl+Alt+H"), actionWords("Hide or show all marks")},
        {actionWords("Alt+S"), actionWords("Save a picture")},
        {actionWords("Alt+W"), actionWords("Title, subtitle and caption of the picture")},
        {actionWords("Ctrl+P"), actionWords("A report with pages")},
        {actionWords("Ctrl+Shift+S"), actionWords("Copy the picture")},
        {actionWords("Right click on a card"),
         actionWords("Copy it as picture, text or table, or save it; also in the menu of the picture")},
        {actionWords("Ctrl+S"), actionWords("Save the view")},
        {actionWords("Alt+1–9"), actionWords("Open a saved view; View · Views lists them")},
        {actionWords("Ctrl+Z, Ctrl+Y"), actionWords("Undo, redo")},
        {actionWords("F1, ?"), actionWords("This list")},
    };
}

} // namespace holdline
