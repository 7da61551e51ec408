// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewfolder.h"
#include "models/views/view.h"
#include "widgets/dialogs/savedviewsdialog.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QMenu;

namespace holdline {

class NoticeBar;

/// The saved views of the data folder in the window: a menu that lists them, keys for the first nine, and
/// saving, renaming and deleting.
class ViewController final : public QObject {
    Q_OBJECT

public:
    /// `shown` gives what is on the screen as it would be saved. The menu is filled each time it opens.
    ViewController(QString dataDir, std::function<View()> shown, QMenu& menu, NoticeBar& notice,
                   QWidget& window);

    /// A view of that file was asked for; it is the one shown once it is adopted.
    void expect(const QString& path, const View& view);
    /// The data of a view that was asked for are on the screen.
    void adopt(const View& asked);

    void saveAs();
    /// Over the saved view from which the shown one came.
    void saveAgain();
    SavedViewsDialog* manage();
    /// From 0, in the order of the menu; none there: nothing happens.
    void openAt(std::size_t place);

    /// Whether the shown view came from a saved one and is another by now.
    [[nodiscard]] bool isChanged() const;

signals:
    void openRequested(const QString& path);
    void saved(const QString& path);

private:
    /// A saved view and what it held when it was opened or written.
    struct Origin {
        QString name;
        View view;
    };
    void fill();
    void addViews();
    void addKeys();
    void write(const QString& name);
    void rename(const QString& name);
    void remove(const QString& name);
    void showNames();
    /// A good name, or empty when it was given up.
    [[nodiscard]] QString askForName(const QString& title, const QString& proposed);
    [[nodiscard]] bool mayReplace(const QString& name);

    QString m_dataDir;
    std::function<View()> m_shown;
    QMenu& m_menu;
    NoticeBar& m_notice;
    QWidget& m_window;
    std::optional<Origin> m_expected;
    std::optional<Origin> m_origin;
    QPointer<SavedViewsDialog> m_dialog;
};

} // namespace holdline
