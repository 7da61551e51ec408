// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/reportdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardItemModel>

namespace holdline {

namespace {

constexpr int reportPageRole = Qt::UserRole + 1; ///< QString: the paper of a template

} // namespace

ReportDialog::ReportDialog(const std::vector<ReportChoice>& choices, const QString& proposedPath,
                           QWidget* parent)
    : QDialog(parent),
      m_template(new QComboBox(this)),
      m_paper(new QComboBox(this)),
      m_path(new QLineEdit(proposedPath, this)),
      m_sentence(new QLabel(this))
{
    setWindowTitle(tr("Report"));
    setMinimumWidth(560);
    for (const ReportChoice& choice : choices)
        addChoice(choice);
    m_template->setObjectName(QStringLiteral("template"));
    m_paper->setObjectName(QStringLiteral("paper"));
    m_paper->addItem(tr("A4"), QStringLiteral("a4"));
    m_paper->addItem(tr("Letter"), QStringLiteral("letter"));
    m_path->setObjectName(QStringLiteral("path"));
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setWordWrap(true);
    m_sentence->hide();
    auto* choose = new QPushButton(tr("Choose…"), this);
    choose->setAutoDefault(false);
    choose->setAccessibleName(tr("Choose the file"));
    auto* file = new QHBoxLayout;
    file->addWidget(m_path, 1);
    file->addWidget(choose);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setText(tr("Save"));
    auto* form = new QFormLayout(this);
    form->addRow(tr("Template"), m_template);
    form->addRow(tr("Paper"), m_paper);
    form->addRow(tr("File"), file);
    form->addRow(m_sentence);
    form->addRow(buttons);
    m_path->setAccessibleName(tr("File"));
    connect(m_template, &QComboBox::currentIndexChanged, this, &ReportDialog::showPage);
    connect(choose, &QPushButton::clicked, this, &ReportDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::accepted, this, &ReportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ReportDialog::reject);
    showPage();
}

/// One that cannot be used stands there dim and says why.
void ReportDialog::addChoice(const ReportChoice& choice)
{
    const QString text = choice.title.isEmpty() || choice.title == choice.name
                             ? choice.name
                             : tr("%1 (%2)").arg(choice.title, choice.name);
    const int row = m_template->count();
    m_template->addItem(text, choice.name);
    m_template->setItemData(row, choice.page, reportPageRole);
    m_template->setItemData(row, choice.problem, Qt::ToolTipRole);
    if (!choice.problem.isEmpty())
        qobject_cast<QStandardItemModel*>(m_template->model())->item(row)->setEnabled(false);
}

void ReportDialog::showPage()
{
    const int row = m_paper->findData(m_template->currentData(reportPageRole));
    if (row >= 0)
        m_paper->setCurrentIndex(row);
}

void ReportDialog::chooseFile()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save report"), m_path->text(),
                                     tr("Pages (*.pdf);;Numbers (*.csv);;All that it says (*.json)"));
    if (path.isEmpty())
        return;
    m_path->setText(path);
    m_agreed = path;
}

ReportOrder ReportDialog::order() const
{
    return {.name = m_template->currentData().toString(),
            .page = m_paper->currentData().toString(),
            .path = m_path->text().trimmed()};
}

void ReportDialog::showSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void ReportDialog::accept()
{
    const ReportOrder chosenNow = order();
    if (chosenNow.name.isEmpty())
        return showSentence(tr("Choose a template."));
    if (chosenNow.path.isEmpty())
        return showSentence(tr("Name the file to write."));
    const bool mayWrite =
        chosenNow.path == m_agreed || !QFileInfo::exists(chosenNow.path) ||
        QMessageBox::question(
            this, tr("Save report"),
            tr("%1 is there already. Replace it?").arg(QFileInfo(chosenNow.path).fileName())) ==
            QMessageBox::Yes;
    if (mayWrite)
        emit chosen(chosenNow);
}

} // namespace holdline
