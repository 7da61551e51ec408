// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <map>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace holdline {

/// A provider that wants a key, and whether there is one.
struct KeyEntry {
    QString provider;
    QString title;
    QString gives; ///< what it has with a key
    bool isKept = false;
    bool isInEnvironment = false; ///< then what is kept is not used
};

/// Keys of providers: typed once, then never shown. It keeps nothing itself.
class KeyDialog final : public QDialog {
    Q_OBJECT

public:
    explicit KeyDialog(const std::vector<KeyEntry>& entries, QWidget* parent = nullptr);

    /// The typed key is wiped.
    void setEntry(const KeyEntry& entry);
    void showSentence(const QString& sentence);

signals:
    void keepRequested(const QString& provider, const QByteArray& key);
    void forgetRequested(const QString& provider);

private:
    struct Row {
        QLabel* state = nullptr;
        QLineEdit* key = nullptr;
        QPushButton* keep = nullptr;
        QPushButton* forget = nullptr;
    };
    void addRow(QVBoxLayout& column, const KeyEntry& entry);

    std::map<QString, Row> m_rows; ///< by provider
    QLabel* m_words = nullptr;
};

} // namespace holdline
