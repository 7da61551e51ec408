// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/markeditor.h"
#include "widgets/tools/drawingmoment.h"

#include <QObject>

namespace holdline {

struct PointerAct {
    QPointF at; ///< device px of the layout
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
};

/// Turns the pointer into marks: places what a tool makes, selects, moves and reshapes what is there, and
/// measures. Knows no widget. What it does not take is the timeline's to use.
class DrawingSession final : public QObject {
    Q_OBJECT

public:
    explicit DrawingSession(MarkEditor& editor, QObject* parent = nullptr);

    [[nodiscard]] MarkEditor& editor() { return m_editor; }
    /// Empty: the pointer, which selects.
    [[nodiscard]] const QString& tool() const { return m_tool; }
    void chooseTool(const QString& id);
    [[nodiscard]] Magnet magnet() const { return m_magnet; }
    void setMagnet(Magnet magnet);
    [[nodiscard]] bool keepsDrawing() const { return m_keepsDrawing; }
    void setKeepsDrawing(bool keeps);

    [[nodiscard]] const QStringList& selection() const { return m_selection; }
    void select(const QStringList& ids);
    /// What is to be drawn beside the data.
    [[nodiscard]] MarkOverlay overlay() const;
    /// In device px; while a box is drawn that selects what it meets.
    [[nodiscard]] std::optional<QRectF> selectionBox() const;
    /// Something is being placed, moved or measured.
    [[nodiscard]] bool isBusy() const;
    /// A mark is in the hand: where it lies is not its place yet.
    [[nodiscard]] bool isDragging() const { return m_drag.has_value(); }

    // True: the act was for marks.
    bool press(const PointerAct& act, const DrawingMoment& moment);
    bool move(const PointerAct& act, const DrawingMoment& moment);
    bool release(const PointerAct& act, const DrawingMoment& moment);
    bool doubleClick(const PointerAct& act, const DrawingMoment& moment);
    /// The topmost mark at a point, or empty.
    [[nodiscard]] QString markAt(QPointF point, const DrawingMoment& moment) const;
    [[nodiscard]] bool isOnHandle(QPointF point, const DrawingMoment& moment) const;
    /// Takes hold of a level by its tag: it moves in price alone.
    bool pressTag(const QString& id, const PointerAct& act, const DrawingMoment& moment);

    /// One step back: what is being done, else the tool, else the selection. False when there was none.
    bool cancel();
    /// By ticks and minutes of the bars, or ten of them.
    void nudge(int steps, int ticks, bool isFar, const DrawingMoment& moment);
    void removeSelection();
    void copySelection();
    void paste(const DrawingMoment& moment);
    void duplicateSelection(const DrawingMoment& moment);
    /// Selects the next mark in time, or the one before; its words, empty without one.
    QString selectNext(bool isForward, const DrawingMoment& moment);
    /// Places the chosen tool without a pointer, in the middle of what is shown.
    void placeByKey(const DrawingMoment& moment);

signals:
    void overlayChanged();
    void toolChanged();
    void selectionChanged();
    /// A new mark wants words.
    void textWanted(const QString& id);
    void propertiesWanted(const QString& id);
    /// What cannot be done to what is selected, as a sentence.
    void refused(const QString& why);

private:
    struct Placing {
        std::vector<Anchor> anchors;
        QPointF pressedAt;
        std::optional<Anchor> next;
    };
    struct Drag {
        std::vector<Mark> marks; ///< as they were
        std::optional<std::size_t> handle = {};
        QPointF from;
        quint64 series = 0;
        bool isVertical = false;
        bool isInTime = false; ///< taken hold of in a pane of other values
        bool hasMoved = false;
        bool clones = false;
        bool hasRefused = false;
    };
    struct Measuring {
        Anchor from;
        Anchor to;
        QPointF pressedAt;
        bool follows = true;
    };
    [[nodiscard]] SnapScene snap(const DrawingMoment& moment, const QStringList& without = {}) const;
    [[nodiscard]] Anchor anchor(const PointerAct& act, const DrawingMoment& moment,
                                const QStringList& without = {}) const;
    [[nodiscard]] Anchor constrained(const PointerAct& act, const DrawingMoment& moment, QPointF from) const;
    [[nodiscard]] std::optional<Mark> preview() const;
    [[nodiscard]] std::vector<Mark> beside(const std::vector<Mark>& marks, const DrawingMoment& moment) const;
    bool pressTool(const PointerAct& act, const DrawingMoment& moment);
    bool pressMark(const PointerAct& act, const DrawingMoment& moment);
    void addAnchor(const Anchor& anchor, const DrawingMoment& moment);
    void finish(const QString& instrument);
    void dragTo(const PointerAct& act, const DrawingMoment& moment);
    [[nodiscard]] Mark draggedBody(const Mark& mark, QPointF by, const DrawingMoment& moment) const;
    void refuseLocked(const QStringList& ids);
    void changed() { emit overlayChanged(); }

    MarkEditor& m_editor;
    QString m_tool;
    Magnet m_magnet = Magnet::Off;
    bool m_keepsDrawing = false;
    QStringList m_selection;
    QString m_instrument;
    std::optional<Placing> m_placing;
    std::optional<Drag> m_drag;
    std::optional<Measuring> m_measuring;
    std::optional<QPointF> m_boxFrom;
    QPointF m_boxTo;
    quint64 m_series = 0;
    std::vector<Mark> m_copied;
};

} // namespace holdline
