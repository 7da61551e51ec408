// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/reportcontent.h"
#include "widgets/report/pageflow.h"
#include "widgets/report/pdfinfo.h"

#include <QPainter>
#include <QSize>

namespace holdline {

/// The pages of a report, laid out once: its blocks in the room between a head and a foot that all pages
/// have. Lengths are device pixels, four in one device-independent one. `content` lives longer.
class ReportPages final {
public:
    explicit ReportPages(const ReportContent& content);

    [[nodiscard]] int count() const { return static_cast<int>(m_pages.size()); }
    /// Of a page.
    [[nodiscard]] QSize size() const { return m_size; }
    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] std::vector<PdfBookmark> bookmarks() const;
    /// Onto size() units of any painter.
    void paint(QPainter& painter, int page);

private:
    const ReportContent& m_content;
    Inks m_inks;
    PixelGrid m_grid;
    QSize m_size;
    QString m_title;
    TextPainter m_text;
    std::vector<PagePiece> m_pieces;
    std::vector<ReportPage> m_pages;

    [[nodiscard]] QRect room() const;
    void paintFurniture(const Canvas& canvas, int page);
};

} // namespace holdline
