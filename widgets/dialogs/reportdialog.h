// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;

namespace holdline {

/// A template of reports, as a list offers it.
struct ReportChoice {
    QString name;
    QString title;
    QString page;    ///< `a4`, `letter`: what it is made for
    QString problem; ///< why it cannot be used, a sentence; empty: it can
};

/// What was chosen.
struct ReportOrder {
    QString name; ///< of the template
    QString page; ///< `a4`, `letter`
    QString path;

    bool operator==(const ReportOrder&) const = default;
};

/// Which report is made, on which paper and into which file. It makes nothing itself.
class ReportDialog final : public QDialog {
    Q_OBJECT

public:
    ReportDialog(const std::vector<ReportChoice>& choices, const QString& proposedPath,
                 QWidget* parent = nullptr);

    [[nodiscard]] ReportOrder order() const;
    void showSentence(const QString& sentence);
    void accept() override;

signals:
    /// It stays open until it is told that this is well.
    void chosen(const holdline::ReportOrder& order);

private:
    void addChoice(const ReportChoice& choice);
    void showPage();
    void chooseFile();

    QComboBox* m_template = nullptr;
    QComboBox* m_paper = nullptr;
    QLineEdit* m_path = nullptr;
    QLabel* m_sentence = nullptr;
    QString m_agreed; ///< a path that may be replaced
};

} // namespace holdline
