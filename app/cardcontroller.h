// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/windowservices.h"

#include <QObject>

class QMenu;
class QWidget;

namespace holdline {

class NoticeBar;
struct CardReport;

/// What can be done with a card or a panel beside looking at it.
enum class CardAct { CopyPicture, CopyText, CopyTable, Save };

/// A menu's entries, each of which calls back with its act.
void addCardActs(QMenu& menu, QObject& context, const std::function<void(CardAct)>& perform);

/// Pictures, words and tables of cards and panels, and of the timeline what is no picture. Read from the
/// store off the interface's thread, as of what the window shows, so that they can be verified.
class CardController final : public QObject {
    Q_OBJECT

public:
    CardController(const WindowServices& services, NoticeBar& notice, QWidget& window);

    /// `content` as in a record. Save asks for a file name first; the ending says as what.
    void perform(CardAct act, const QString& content, const View& view, UtcTime asOf);
    void saveTo(const QString& path, const QString& content, const View& view, UtcTime asOf);
    /// Of the timeline.
    void copyText(const View& view, const ViewData& data, std::optional<UtcTime> at);
    void copyTable(const View& view, std::shared_ptr<const ViewData> data);

signals:
    void copied(const QString& words); ///< what, as a sentence
    void saved(const QString& path);

private:
    void load(const QString& content, View view, UtcTime asOf, std::function<void(const CardReport&)> use);
    void copy(CardAct act, const CardReport& report);
    void write(const QString& path, const CardReport& report);
    [[nodiscard]] QString askForPath(const QString& content);

    const WindowServices& m_services;
    NoticeBar& m_notice;
    QWidget& m_window;
    Background m_background;
};

} // namespace holdline
