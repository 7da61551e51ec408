// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/keydialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdline {

namespace {

constexpr int keyDialogWidth = 560;

} // namespace

KeyDialog::KeyDialog(const std::vector<KeyEntry>& entries, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys of providers"));
    setMinimumWidth(keyDialogWidth);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    auto* aim =
        new QLabel(tr("Keys are kept in the keychain of your desktop and shown nowhere. A key is used "
                      "from the next start of Holdline on."),
                   this);
    aim->setWordWrap(true);
    column->addWidget(aim);
    for (const KeyEntry& entry : entries)
        addRow(*column, entry);
    m_words = new QLabel(this);
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(2 * fontMetrics().height()); // so that nothing moves when it speaks
    column->addWidget(m_words);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Return keeps what was typed
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &KeyDialog::reject);
}

void KeyDialog::addRow(QVBoxLayout& column, const KeyEntry& entry)
{
    auto* title = new QLabel(
        QStringLiteral("<b>%1</b> · %2").arg(entry.title.toHtmlEscaped(), entry.gives.toHtmlEscaped()), this);
    title->setWordWrap(true);
    column.addWidget(title);
    auto* line = new QHBoxLayout;
    Row row;
    row.state = new QLabel(this);
    row.state->setObjectName(entry.provider + QStringLiteral("State"));
    row.key = new QLineEdit(this);
    row.key->setObjectName(entry.provider + QStringLiteral("Key"));
    row.key->setEchoMode(QLineEdit::Password);
    row.key->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhHiddenText);
    row.key->setAccessibleName(tr("Key of %1").arg(entry.title));
    row.keep = new QPushButton(tr("Keep"), this);
    row.keep->setObjectName(entry.provider + QStringLiteral("Keep"));
    row.keep->setAutoDefault(false);
    row.keep->setEnabled(false);
    row.forget = new QPushButton(tr("Forget"), this);
    row.forget->setObjectName(entry.provider + QStringLiteral("Forget"));
    row.forget->setAutoDefault(false);
    line->addWidget(row.key, 1);
    line->addWidget(row.keep);
    line->addWidget(row.forget);
    column.addLayout(line);
    column.addWidget(row.state);
    const auto keep = [this, provider = entry.provider, key = row.key] {
        if (!key->text().isEmpty())
            emit keepRequested(provider, key->text().trimmed().toUtf8());
    };
    connect(row.key, &QLineEdit::textChanged, row.keep,
            [button = row.keep](const QString& text) { button->setEnabled(!text.trimmed().isEmpty()); });
    connect(row.key, &QLineEdit::returnPressed, this, keep);
    connect(row.keep, &QPushButton::clicked, this, keep);
    connect(row.forget, &QPushButton::clicked, this,
            [this, provider = entry.provider] { emit forgetRequested(provider); });
    m_rows[entry.provider] = row;
    setEntry(entry);
}

void KeyDialog::setEntry(const KeyEntry& entry)
{
    const Row& row = m_rows.at(entry.provider);
    row.key->clear();
    row.key->setPlaceholderText(entry.isKept ? tr("another key") : tr("key"));
    row.state->setText(entry.isInEnvironment ? tr("A key stands in the environment and is used.")
                       : entry.isKept        ? tr("A key is in the keychain.")
                                             : tr("No key; this provider is not asked."));
    row.forget->setEnabled(entry.isKept);
}

void KeyDialog::showSentence(const QString& sentence)
{
    m_words->setText(sentence);
}

} // namespace holdline
