// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/placeholders.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace holdline {

/// Words of a picture as they are typed.
struct TypedWords {
    QString title;
    QString subtitle;
    QString caption;

    bool operator==(const TypedWords&) const = default;
};

/// What stands in every picture.
struct PictureMaker {
    QString author;
    QString logo; ///< a file's name in the data folder, or the path of one that is to go there; or empty

    bool operator==(const PictureMaker&) const = default;
};

/// A placeholder's text as it will be drawn, with what is to be said about it.
struct WordsPreview {
    TypedWords words;     ///< filled
    QStringList problems; ///< sentences
};

/// Asks for title, subtitle and caption of pictures, shows what they come to, and offers the readings that
/// may stand in them; on a second page, author and logo. It reads and keeps nothing itself.
class PictureWordsDialog final : public QDialog {
    Q_OBJECT

public:
    using Preview = std::function<WordsPreview(const TypedWords&)>;

    PictureWordsDialog(const TypedWords& words, const PictureMaker& maker,
                       const std::vector<PlaceholderValue>& values, Preview preview,
                       QWidget* parent = nullptr);

    [[nodiscard]] TypedWords words() const;
    [[nodiscard]] PictureMaker maker() const;
    /// Stays open with it: what was chosen could not be kept.
    void showSentence(const QString& sentence);

    void accept() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    /// Both come with each acceptance; whoever takes them closes the dialog.
    void chosen(const holdline::TypedWords& words, const holdline::PictureMaker& maker);

private:
    [[nodiscard]] QWidget* makeWordsPage(const TypedWords& words,
                                         const std::vector<PlaceholderValue>& values);
    [[nodiscard]] QWidget* makePlaceholders(const std::vector<PlaceholderValue>& values);
    [[nodiscard]] QWidget* makePreview();
    [[nodiscard]] QWidget* makeMakerPage(const PictureMaker& maker);
    [[nodiscard]] QLineEdit* makeLine(const QString& text, const QString& name);
    void insert(const QTreeWidgetItem* item);
    void narrow(const QString& typed);
    void chooseLogo();
    void showPreview();

    Preview m_preview;
    QLineEdit* m_title = nullptr;
    QLineEdit* m_subtitle = nullptr;
    QPlainTextEdit* m_caption = nullptr;
    QWidget* m_target = nullptr; ///< where placeholders go: the field that was last in hand
    QTreeWidget* m_values = nullptr;
    QLabel* m_filled = nullptr;
    QLabel* m_problems = nullptr;
    QLineEdit* m_author = nullptr;
    QLineEdit* m_logo = nullptr;
    QLabel* m_sentence = nullptr;
};

} // namespace holdline
