// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QListWidget;
class QPushButton;

namespace holdline {

/// Names of saved views, to be renamed and deleted. It asks for both and does neither itself.
class SavedViewsDialog final : public QDialog {
    Q_OBJECT

public:
    explicit SavedViewsDialog(QWidget* parent = nullptr);

    /// In this order; the one that was chosen stays chosen, else its neighbour is.
    void setNames(const QStringList& names);
    /// The chosen one, or empty.
    [[nodiscard]] QString name() const;
    void choose(const QString& name);

signals:
    void renameRequested(const QString& name);
    void removeRequested(const QString& name);

private:
    void showActs();

    QListWidget* m_list = nullptr;
    QPushButton* m_rename = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace holdline
