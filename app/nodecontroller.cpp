// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nodecontroller.h"

#include "app/nodedump.h"
#include "models/foundation/numbertext.h"

#include <QDir>

namespace holdline {

namespace {

const QString usualAddress = QStringLiteral("http://127.0.0.1:8332");

Result<NodeAccess> accessOf(const NodeWish& wish)
{
    const auto address = parseNodeAddress(wish.address);
    if (address.hasError())
        return address.error();
    if (wish.login == NodeWish::Login::Password)
        return NodeAccess{address.value(), NodeCredentials(wish.user, wish.password)};
    if (!address.value().user.isEmpty())
        return NodeAccess{address.value(), NodeCredentials(address.value().user, address.value().password)};
    const QString file =
        wish.cookieFile.isEmpty() ? usualCookieFile(address.value().url.port()) : wish.cookieFile;
    if (file.isEmpty())
        return Error{Error::Kind::Usage,
                     NodeController::tr("Port %1 is that of no network; choose the node's cookie file.")
                         .arg(address.value().url.port())};
    return NodeAccess{address.value(), NodeCredentials(file)};
}

NodeOffer offerOf(const NodeFinding& finding)
{
    const DumpNeed need = dumpNeed(finding.network);
    return {.place = finding.place,
            .version = finding.version,
            .network = chainName(finding.network),
            .height = finding.height,
            .isDownloading = finding.isDownloading,
            .keptHeight = finding.stateHeight,
            .prices = finding.prices,
            .dumpBytes = need.fileBytes,
            .dumpFreeBytes = need.freeBytes};
}

} // namespace

NodeController::NodeController(const WindowServices& services, WindowState& state, QWidget& window)
    : QObject(&window),
      m_services(services),
      m_state(state),
      m_window(window)
{
    m_thread.setObjectName(QStringLiteral("holdline node"));
    m_wish.address = state.nodeAddress.isEmpty() ? usualAddress : state.nodeAddress;
    m_wish.cookieFile = state.nodeCookie;
    m_wish.folder = state.nodeFolder.isEmpty() ? QDir(services.dataDir).absolutePath() : state.nodeFolder;
}

NodeController::~NodeController()
{
    if (!m_work)
        return;
    m_work->stop();
    m_thread.quit();
    m_thread.wait();
}

NodeWork& NodeController::work()
{
    if (m_work)
        return *m_work;
    m_work = new NodeWork(m_services.dataDir, m_services.clock);
    m_work->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_work, &QObject::deleteLater);
    connect(m_work, &NodeWork::found, this, &NodeController::take);
    connect(m_work, &NodeWork::said, this, &NodeController::say);
    connect(m_work, &NodeWork::progressed, this, &NodeController::takeProgress);
    connect(m_work, &NodeWork::reached, this, &NodeController::takeTip);
    connect(m_work, &NodeWork::ended, this, &NodeController::end);
    m_thread.start(QThread::LowPriority);
    return *m_work;
}

void NodeController::resume()
{
    if (!m_state.followsNode || m_state.nodeAddress.isEmpty() || m_isWorking)
        return;
    const auto access = accessOf(m_wish);
    m_resumes = true;
    if (access.hasValue())
        begin({.access = access.value(), .folder = {}, .snapshot = {}, .follows = true});
}

NodeDialog* NodeController::show()
{
    if (!m_dialog) {
        m_dialog = new NodeDialog(m_wish, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &NodeDialog::lookRequested, this, &NodeController::look);
        connect(m_dialog, &NodeDialog::startRequested, this, &NodeController::start);
        connect(m_dialog, &NodeDialog::stopRequested, this, [this] { work().stop(); });
        if (m_offer)
            m_dialog->showOffer(*m_offer);
        m_dialog->setWorking(m_isWorking);
        m_dialog->showSentence(m_words);
    }
    m_dialog->show();
    m_dialog->raise();
    return m_dialog;
}

void NodeController::look()
{
    m_wish = m_dialog->wish();
    const auto access = accessOf(m_wish);
    if (access.hasError())
        return m_dialog->showStill(access.error().message);
    m_isJob = false;
    setWorking(true);
    QMetaObject::invokeMethod(
        &work(), [work = &work(), access = access.value()] { work->look(access); }, Qt::QueuedConnection);
}

void NodeController::start()
{
    m_wish = m_dialog->wish();
    const auto access = accessOf(m_wish);
    if (access.hasError())
        return m_dialog->showStill(access.error().message);
    m_state.nodeAddress = parseNodeAddress(m_wish.address).value().url.toString();
    m_state.nodeCookie = m_wish.cookieFile;
    m_state.nodeFolder = m_wish.folder;
    m_state.followsNode = false;
    m_resumes = m_wish.follows && m_wish.login == NodeWish::Login::Cookie;
    begin({.access = access.value(),
           .folder = m_wish.source == NodeWish::Source::Dump ? m_wish.folder : QString(),
           .snapshot = m_wish.source == NodeWish::Source::File ? m_wish.file : QString(),
           .follows = m_wish.follows});
}

void NodeController::begin(const NodeJob& job)
{
    m_isJob = true;
    setWorking(true);
    say(tr("Asking %1").arg(job.access.address.place()));
    QMetaObject::invokeMethod(
        &work(), [work = &work(), job] { work->begin(job); }, Qt::QueuedConnection);
}

void NodeController::take(const NodeFinding& finding)
{
    m_offer = offerOf(finding);
    if (m_dialog)
        m_dialog->showOffer(*m_offer);
    say({});
}

void NodeController::takeProgress(const NodeProgress& progress)
{
    m_words = progress.words();
    if (m_dialog)
        m_dialog->showProgress(m_words, progress.done, progress.total);
}

void NodeController::takeTip(quint32 height)
{
    m_height = height;
    m_state.followsNode = m_resumes;
    m_words = tr("At block %1 of the node.").arg(numberText(height, 0));
    if (m_dialog)
        m_dialog->showStill(m_words);
    emit stored();
}

void NodeController::end(const std::optional<Error>& error)
{
    setWorking(false);
    if (m_isJob)
        m_state.followsNode = m_state.followsNode && error;
    if (!error)
        return;
    m_words = error->message;
    if (m_dialog)
        m_dialog->showStill(m_words);
    else
        emit said(m_words);
}

void NodeController::setWorking(bool isWorking)
{
    m_isWorking = isWorking;
    if (m_dialog)
        m_dialog->setWorking(isWorking);
}

void NodeController::say(const QString& sentence)
{
    m_words = sentence;
    if (m_dialog)
        m_dialog->showSentence(sentence);
    else if (m_isJob && !sentence.isEmpty() && m_height)
        emit said(sentence);
}

} // namespace holdline
