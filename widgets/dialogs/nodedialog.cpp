// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/nodedialog.h"

#include "models/foundation/numbertext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStorageInfo>
#include <QVBoxLayout>

namespace holdline {

namespace {

constexpr int dialogWidth = 600;

QLabel* wrapped(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// A line to type into, with a button that looks for it.
QWidget* withButton(QLineEdit* line, const QString& text, QWidget* parent,
                    const std::function<QString()>& choose)
{
    auto* row = new QWidget(parent);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    auto* button = new QPushButton(text, row);
    button->setAutoDefault(false);
    layout->addWidget(line, 1);
    layout->addWidget(button);
    QObject::connect(button, &QPushButton::clicked, line, [line, choose] {
        if (const QString chosen = choose(); !chosen.isEmpty())
            line->setText(chosen);
    });
    return row;
}

} // namespace

NodeDialog::NodeDialog(const NodeWish& wish, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Your own node"));
    setMinimumWidth(dialogWidth);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    buildNode(*column, wish);
    buildSources(*column, wish);
    buildEnd(*column, wish);
    showLogin();
    enable();
}

void NodeDialog::buildNode(QVBoxLayout& column, const NodeWish& wish)
{
    auto* aim = wrapped(this, "aim");
    aim->setText(
        tr("Supply and cost basis of every age, computed here from your own Bitcoin node (version 23 "
           "or newer, on this machine). Nothing of it leaves this machine."));
    column.addWidget(aim);
    m_form = new QFormLayout;
    m_address = new QLineEdit(wish.address, this);
    m_address->setObjectName(QStringLiteral("address"));
    m_login = new QComboBox(this);
    m_login->setObjectName(QStringLiteral("login"));
    m_login->addItems({tr("Cookie file of the node"), tr("User and password")});
    m_login->setCurrentIndex(wish.login == NodeWish::Login::Cookie ? 0 : 1);
    m_cookie = new QLineEdit(wish.cookieFile, this);
    m_cookie->setPlaceholderText(tr("where the node keeps it usually"));
    m_user = new QLineEdit(wish.user, this);
    m_password = new QLineEdit(this);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("is not kept"));
    m_form->addRow(tr("Address"), m_address);
    m_form->addRow(tr("Login"), m_login);
    m_form->addRow(tr("Cookie"), withButton(m_cookie, tr("Choose…"), this, [this] {
                       return QFileDialog::getOpenFileName(this, tr("Cookie file of the node"));
                   }));
    m_form->addRow(tr("User"), m_user);
    m_form->addRow(tr("Password"), m_password);
    column.addLayout(m_form);
    m_look = new QPushButton(tr("Ask the node who it is"), this);
    m_look->setObjectName(QStringLiteral("look"));
    column.addWidget(m_look, 0, Qt::AlignLeft);
    m_facts = wrapped(this, "facts");
    m_facts->hide();
    column.addWidget(m_facts);
    connect(m_login, &QComboBox::currentIndexChanged, this, &NodeDialog::showLogin);
    connect(m_look, &QPushButton::clicked, this, &NodeDialog::lookRequested);
}

void NodeDialog::buildSources(QVBoxLayout& column, const NodeWish& wish)
{
    m_sources = new QWidget(this);
    auto* inner = new QVBoxLayout(m_sources);
    inner->setContentsMargins({});
    m_source = new QComboBox(m_sources);
    m_source->setObjectName(QStringLiteral("source"));
    m_source->setAccessibleName(tr("Where the coins come from"));
    m_folder = new QLineEdit(wish.folder, m_sources);
    m_folder->setAccessibleName(tr("Folder for the snapshot"));
    m_file = new QLineEdit(wish.file, m_sources);
    m_file->setObjectName(QStringLiteral("fileName"));
    m_file->setAccessibleName(tr("Snapshot file"));
    inner->addWidget(m_source);
    inner->addWidget(withButton(m_folder, tr("Choose…"), m_sources, [this] {
        return QFileDialog::getExistingDirectory(this, tr("Folder for the snapshot"));
    }));
    inner->addWidget(withButton(m_file, tr("Choose…"), m_sources, [this] {
        return QFileDialog::getOpenFileName(this, tr("Snapshot of the unspent outputs"));
    }));
    m_demand = wrapped(m_sources, "demand");
    inner->addWidget(m_demand);
    column.addWidget(m_sources);
    m_sources->hide();
    connect(m_source, &QComboBox::currentIndexChanged, this, &NodeDialog::showSource);
    for (QLineEdit* line : {m_folder, m_file})
        connect(line, &QLineEdit::textChanged, this, &NodeDialog::showSource);
}

void NodeDialog::buildEnd(QVBoxLayout& column, const NodeWish& wish)
{
    m_follows = new QCheckBox(tr("Then follow each new block while Holdline is open"), this);
    m_follows->setChecked(wish.follows);
    m_bar = new QProgressBar(this);
    m_bar->setAccessibleName(tr("How far it is"));
    m_bar->hide();
    m_words = wrapped(this, "words");
    m_words->hide();
    column.addWidget(m_follows);
    column.addWidget(m_bar);
    column.addWidget(m_words);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_start = buttons->addButton(tr("Start"), QDialogButtonBox::ActionRole);
    m_start->setObjectName(QStringLiteral("start"));
    m_stop = buttons->addButton(tr("Stop"), QDialogButtonBox::ActionRole);
    m_stop->setObjectName(QStringLiteral("stop"));
    column.addWidget(buttons);
    connect(m_start, &QPushButton::clicked, this, &NodeDialog::startRequested);
    connect(m_stop, &QPushButton::clicked, this, &NodeDialog::stopRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &NodeDialog::reject);
}

NodeWish::Source NodeDialog::source() const
{
    return static_cast<NodeWish::Source>(m_source->currentData().toInt());
}

NodeWish NodeDialog::wish() const
{
    return {.address = m_address->text().trimmed(),
            .login = m_login->currentIndex() == 0 ? NodeWish::Login::Cookie : NodeWish::Login::Password,
            .cookieFile = m_cookie->text().trimmed(),
            .user = m_user->text(),
            .password = m_password->text(),
            .source = source(),
            .folder = m_folder->text().trimmed(),
            .file = m_file->text().trimmed(),
            .follows = m_follows->isChecked()};
}

void NodeDialog::showOffer(const NodeOffer& offer)
{
    m_offer = offer;
    QStringList lines{tr("%1 · version %2 · %3 · block %4")
                          .arg(offer.place, offer.version, offer.network, numberText(offer.height, 0))};
    if (offer.isDownloading)
        lines.append(tr("It is still downloading the chain; what is computed is as old as that."));
    lines.append(offer.prices.isEmpty()
                     ? tr("No candles of bitcoin in dollars are stored; until then coins have no cost.")
                     : tr("Coins cost what %1 says for the time of their block.").arg(offer.prices));
    m_facts->setText(lines.join(u'\n'));
    m_facts->show();
    m_sources->show();
    m_source->clear();
    const auto add = [this](const QString& text, NodeWish::Source source) {
        m_source->addItem(text, static_cast<int>(source));
    };
    if (offer.keptHeight)
        add(tr("Go on from what is kept here"), NodeWish::Source::Kept);
    add(tr("Let the node write a snapshot into a folder"), NodeWish::Source::Dump);
    add(tr("Read a snapshot file"), NodeWish::Source::File);
    showSource();
    enable();
    m_start->setFocus();
}

QString NodeDialog::demandOfDump() const
{
    const QStorageInfo disk(m_folder->text());
    const QString size =
        m_offer->dumpBytes > 0 ? tr("about %1; ").arg(gigabyteText(m_offer->dumpBytes)) : QString();
    const QString free = disk.isValid() ? tr("%1 are.").arg(gigabyteText(disk.bytesAvailable()))
                                        : tr("there is no such folder.");
    return tr("The node writes all unspent outputs into a file (%1%2 must be free, %3) That takes 2 to 15 "
              "minutes on a desktop machine and far longer on a small one; for about half of that time the "
              "node "
              "answers nothing and takes no blocks, and only ending the node stops it. Holdline reads the "
              "file in less than a minute, keeps about 20 MB and deletes it.\n"
              "The node is asked: getnetworkinfo, getblockchaininfo, dumptxoutset, the headers, and each "
              "later block (getblock).")
        .arg(size, gigabyteText(m_offer->dumpFreeBytes), free);
}

QString NodeDialog::demandOfFile() const
{
    const QFileInfo file(m_file->text());
    if (!file.isFile())
        return tr("Choose what “bitcoin-cli dumptxoutset FILE latest” wrote.");
    return tr("Holdline reads %1 in less than a minute and keeps about 20 MB; the file stays as it is.\n"
              "The node is asked: getnetworkinfo, getblockchaininfo, the headers, and each later block "
              "(getblock).")
        .arg(gigabyteText(file.size()));
}

QString NodeDialog::demandOfKept() const
{
    if (!m_offer->keptHeight)
        return {};
    const qint64 missing = std::max<qint64>(0, qint64(m_offer->height) - *m_offer->keptHeight);
    return tr("Block %1 is kept here; %n block(s) are missing. The node is asked for each of them, about "
              "eight a second.",
              nullptr, int(missing))
        .arg(numberText(*m_offer->keptHeight, 0));
}

void NodeDialog::showLogin()
{
    const bool byCookie = m_login->currentIndex() == 0;
    for (QWidget* line :
         {m_cookie->parentWidget(), static_cast<QWidget*>(m_user), static_cast<QWidget*>(m_password)}) {
        const bool isShown = byCookie == (line == m_cookie->parentWidget());
        line->setVisible(isShown);
        m_form->labelForField(line)->setVisible(isShown);
    }
}

void NodeDialog::showSource()
{
    if (!m_offer)
        return;
    const NodeWish::Source from = source();
    m_folder->parentWidget()->setVisible(from == NodeWish::Source::Dump);
    m_file->parentWidget()->setVisible(from == NodeWish::Source::File);
    m_demand->setText(from == NodeWish::Source::Dump   ? demandOfDump()
                      : from == NodeWish::Source::File ? demandOfFile()
                                                       : demandOfKept());
    enable();
}

void NodeDialog::enable()
{
    const bool hasFile = source() != NodeWish::Source::File || QFileInfo(m_file->text()).isFile();
    for (QWidget* part : std::initializer_list<QWidget*>{m_look, m_source, m_folder->parentWidget(),
                                                         m_file->parentWidget(), m_follows})
        part->setEnabled(!m_isWorking);
    m_follows->setVisible(m_offer.has_value());
    m_start->setEnabled(m_offer.has_value() && !m_isWorking && hasFile);
    m_stop->setEnabled(m_isWorking);
    fit();
}

/// Texts that are wrapped need more height than a layout asks for.
void NodeDialog::fit()
{
    layout()->activate();
    resize(width(), std::max(layout()->totalHeightForWidth(width()), minimumSizeHint().height()));
}

void NodeDialog::setWorking(bool isWorking)
{
    m_isWorking = isWorking;
    if (!isWorking)
        m_bar->hide();
    enable();
    if (isWorking)
        m_stop->setFocus();
}

void NodeDialog::showProgress(const QString& words, qint64 done, qint64 total)
{
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_bar->setValue(int(std::clamp<qint64>(done * 1000 / total, 0, 1000)));
    m_bar->setTextVisible(false);
    m_bar->show();
    showSentence(words);
}

void NodeDialog::showSentence(const QString& sentence)
{
    m_words->setText(sentence);
    m_words->setVisible(!sentence.isEmpty());
    fit();
}

void NodeDialog::showStill(const QString& sentence)
{
    m_bar->hide();
    showSentence(sentence);
}

} // namespace holdline
