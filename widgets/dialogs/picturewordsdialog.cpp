// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/picturewordsdialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace holdline {

namespace {

constexpr int wordsDialogWidth = 720;

QLabel* plainLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString joinedWords(const TypedWords& words)
{
    QStringList parts{words.title, words.subtitle, words.caption};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("\n"));
}

} // namespace

PictureWordsDialog::PictureWordsDialog(const TypedWords& words, const PictureMaker& maker,
                                       const std::vector<PlaceholderValue>& values, Preview preview,
                                       QWidget* parent)
    : QDialog(parent),
      m_preview(std::move(preview))
{
    setWindowTitle(tr("Words of the picture"));
    setMinimumWidth(wordsDialogWidth);
    auto* column = new QVBoxLayout(this);
    auto* pages = new QTabWidget(this);
    pages->addTab(makeWordsPage(words, values), tr("Words"));
    pages->addTab(makeMakerPage(maker), tr("Author and logo"));
    m_sentence = plainLabel(QStringLiteral("sentence"), this);
    m_sentence->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &PictureWordsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &PictureWordsDialog::reject);
    for (QWidget* part : std::initializer_list<QWidget*>{pages, m_sentence, buttons})
        column->addWidget(part);
    m_title->setFocus();
    showPreview();
}

QLineEdit* PictureWordsDialog::makeLine(const QString& text, const QString& name)
{
    auto* line = new QLineEdit(text, this);
    line->setObjectName(name);
    line->installEventFilter(this);
    connect(line, &QLineEdit::textChanged, this, &PictureWordsDialog::showPreview);
    return line;
}

QWidget* PictureWordsDialog::makeWordsPage(const TypedWords& words,
                                           const std::vector<PlaceholderValue>& values)
{
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    m_title = makeLine(words.title, QStringLiteral("title"));
    m_subtitle = makeLine(words.subtitle, QStringLiteral("subtitle"));
    m_caption = new QPlainTextEdit(words.caption, page);
    m_caption->setObjectName(QStringLiteral("caption"));
    m_caption->setTabChangesFocus(true);
    m_caption->setMaximumHeight(5 * fontMetrics().lineSpacing());
    m_caption->installEventFilter(this);
    connect(m_caption, &QPlainTextEdit::textChanged, this, &PictureWordsDialog::showPreview);
    m_target = m_title;
    form->addRow(tr("Title"), m_title);
    form->addRow(tr("Subtitle"), m_subtitle);
    form->addRow(tr("Caption"), m_caption);
    form->addRow(tr("Readings"), makePlaceholders(values));
    form->addRow(tr("Comes to"), makePreview());
    return page;
}

QWidget* PictureWordsDialog::makePlaceholders(const std::vector<PlaceholderValue>& values)
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    auto* filter = new QLineEdit(box);
    filter->setObjectName(QStringLiteral("filter"));
    filter->setPlaceholderText(tr("Part of a name, such as level or etf"));
    filter->setAccessibleName(tr("Show readings with this in their name"));
    m_values = new QTreeWidget(box);
    m_values->setObjectName(QStringLiteral("values"));
    m_values->setAccessibleName(tr("Readings that may stand in the words"));
    m_values->setRootIsDecorated(false);
    m_values->setUniformRowHeights(true);
    m_values->setHeaderLabels({tr("Placeholder"), tr("Now")});
    for (const PlaceholderValue& value : values)
        new QTreeWidgetItem(m_values, {u'{' + value.id + u'}', value.value});
    m_values->header()->resizeSection(0, wordsDialogWidth * 2 / 5);
    auto* put = new QPushButton(tr("Insert where the cursor was"), box);
    put->setObjectName(QStringLiteral("insert"));
    put->setAutoDefault(false);
    connect(filter, &QLineEdit::textChanged, this, &PictureWordsDialog::narrow);
    connect(m_values, &QTreeWidget::itemActivated, this, &PictureWordsDialog::insert);
    connect(put, &QPushButton::clicked, this, [this] { insert(m_values->currentItem()); });
    for (QWidget* part : std::initializer_list<QWidget*>{filter, m_values, put})
        column->addWidget(part);
    return box;
}

QWidget* PictureWordsDialog::makePreview()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    m_filled = plainLabel(QStringLiteral("filled"), box);
    m_problems = plainLabel(QStringLiteral("problems"), box);
    m_filled->setMinimumHeight(3 * fontMetrics().lineSpacing()); // so that nothing moves while one types
    column->addWidget(m_filled);
    column->addWidget(m_problems);
    return box;
}

QWidget* PictureWordsDialog::makeMakerPage(const PictureMaker& maker)
{
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    m_author = makeLine(maker.author, QStringLiteral("author"));
    m_logo = makeLine(maker.logo, QStringLiteral("logo"));
    m_logo->setPlaceholderText(tr("No logo"));
    m_logo->setClearButtonEnabled(true);
    auto* choose = new QPushButton(tr("Choose…"), page);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &PictureWordsDialog::chooseLogo);
    auto* line = new QHBoxLayout;
    line->addWidget(m_logo, 1);
    line->addWidget(choose);
    auto* words = plainLabel({}, page);
    words->setText(tr("They stand in every picture and page that leaves Holdline from now on. A "
                      "logo is a PNG or SVG file of at most 4 MB; a copy of it goes into the data folder."));
    form->addRow(tr("Author"), m_author);
    form->addRow(tr("Logo"), line);
    form->addRow(words);
    return page;
}

TypedWords PictureWordsDialog::words() const
{
    return {m_title->text(), m_subtitle->text(), m_caption->toPlainText()};
}

PictureMaker PictureWordsDialog::maker() const
{
    return {m_author->text().trimmed(), m_logo->text().trimmed()};
}

void PictureWordsDialog::showSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void PictureWordsDialog::accept()
{
    emit chosen(words(), maker());
}

bool PictureWordsDialog::eventFilter(QObject* watched, QEvent* event)
{
    const bool isField = watched == m_title || watched == m_subtitle || watched == m_caption;
    if (isField && event->type() == QEvent::FocusIn)
        m_target = static_cast<QWidget*>(watched);
    return QDialog::eventFilter(watched, event);
}

void PictureWordsDialog::insert(const QTreeWidgetItem* item)
{
    if (!item)
        return;
    if (auto* line = qobject_cast<QLineEdit*>(m_target))
        line->insert(item->text(0));
    else
        m_caption->insertPlainText(item->text(0));
}

void PictureWordsDialog::narrow(const QString& typed)
{
    for (int i = 0; i < m_values->topLevelItemCount(); ++i) {
        QTreeWidgetItem* const item = m_values->topLevelItem(i);
        item->setHidden(!item->text(0).contains(typed, Qt::CaseInsensitive));
    }
}

void PictureWordsDialog::chooseLogo()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Choose a logo"), {}, tr("Pictures (*.png *.svg)"));
    if (!path.isEmpty())
        m_logo->setText(path);
}

void PictureWordsDialog::showPreview()
{
    if (!m_problems || !m_caption)
        return;
    const WordsPreview preview = m_preview(words());
    m_filled->setText(joinedWords(preview.words));
    m_problems->setText(preview.problems.join(u'\n'));
    m_problems->setVisible(!preview.problems.isEmpty());
}

} // namespace holdline
