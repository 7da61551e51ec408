// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewcontroller.h"

#include "app/viewfile.h"
#include "widgets/controls/noticebar.h"

#include <QDir>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>

namespace holdline {

namespace {

constexpr std::size_t viewKeys = 9;

QString menuText(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace

ViewController::ViewController(QString dataDir, std::function<View()> shown, QMenu& menu, NoticeBar& notice,
                               QWidget& window)
    : QObject(&window),
      m_dataDir(std::move(dataDir)),
      m_shown(std::move(shown)),
      m_menu(menu),
      m_notice(notice),
      m_window(window)
{
    m_menu.setToolTipsVisible(true);
    connect(&m_menu, &QMenu::aboutToShow, this, &ViewController::fill);
    addKeys();
}

/// Their own, since the menu's entries come and go.
void ViewController::addKeys()
{
    for (std::size_t place = 0; place < viewKeys; ++place) {
        auto* key = new QAction(tr("Open saved view %1").arg(place + 1), this);
        key->setShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(place + 1)));
        connect(key, &QAction::triggered, this, [this, place] { openAt(place); });
        m_window.addAction(key);
    }
}

void ViewController::fill()
{
    m_menu.clear();
    addViews();
    m_menu.addSeparator();
    m_menu.addAction(tr("Save view as…"), this, &ViewController::saveAs);
    if (isChanged())
        m_menu.addAction(tr("Save “%1”").arg(menuText(m_origin->name)), this, &ViewController::saveAgain);
    m_menu.addAction(tr("Manage views…"), this, &ViewController::manage);
}

void ViewController::addViews()
{
    const auto views = savedViews(m_dataDir);
    for (std::size_t place = 0; place < views.size(); ++place) {
        const SavedView& view = views[place];
        const QString key = place < viewKeys ? QStringLiteral("\tAlt+%1").arg(place + 1) : QString();
        QAction* action = m_menu.addAction(menuText(view.name) + key, this,
                                           [this, path = view.path] { emit openRequested(path); });
        action->setToolTip(view.problem);
        action->setEnabled(view.problem.isEmpty());
    }
    if (views.empty())
        m_menu.addAction(tr("No view is saved yet"))->setEnabled(false);
}

void ViewController::openAt(std::size_t place)
{
    const auto views = savedViews(m_dataDir);
    if (place < views.size())
        emit openRequested(views[place].path);
}

void ViewController::expect(const QString& path, const View& view)
{
    const QString name = QFileInfo(path).completeBaseName();
    const bool isSaved = QFileInfo(path) == QFileInfo(savedViewPath(m_dataDir, name));
    m_expected = Origin{isSaved ? name : QString(), view};
}

void ViewController::adopt(const View& asked)
{
    if (!m_expected || m_expected->view != asked)
        return;
    m_origin = m_expected->name.isEmpty() ? std::nullopt : std::move(m_expected);
    m_expected.reset();
}

/// What only the window decides, or what loading fills in, is no change.
bool ViewController::isChanged() const
{
    if (!m_origin)
        return false;
    const View shown = m_shown();
    View saved = m_origin->view;
    saved.size = shown.size;
    saved.scale = shown.scale;
    if (saved.range.isEmpty())
        saved.range = shown.range;
    if (saved.panes.empty())
        saved.panes = shown.panes;
    return shown != saved;
}

void ViewController::saveAs()
{
    const QString name = askForName(tr("Save view as"), m_origin ? m_origin->name : QString());
    if (!name.isEmpty() && mayReplace(name))
        write(name);
}

void ViewController::saveAgain()
{
    if (m_origin)
        write(m_origin->name);
}

void ViewController::write(const QString& name)
{
    const View view = m_shown();
    const QString path = savedViewPath(m_dataDir, name);
    if (const auto done = writeViewFile(path, view); done.hasError()) {
        m_notice.say(done.error().message);
        return;
    }
    m_origin = Origin{name, view};
    emit saved(path);
}

QString ViewController::askForName(const QString& title, const QString& proposed)
{
    QString typed = proposed;
    QString question = tr("Name");
    for (;;) {
        bool isChosen = false;
        typed =
            QInputDialog::getText(&m_window, title, question, QLineEdit::Normal, typed, &isChosen).trimmed();
        if (!isChosen)
            return {};
        const auto done = checkViewName(typed);
        if (done.hasValue())
            return typed;
        question = done.error().message;
    }
}

bool ViewController::mayReplace(const QString& name)
{
    return !QFileInfo::exists(savedViewPath(m_dataDir, name)) ||
           QMessageBox::question(&m_window, tr("Save view as"),
                                 tr("There is a view “%1” already. Replace it?").arg(name)) ==
               QMessageBox::Yes;
}

SavedViewsDialog* ViewController::manage()
{
    if (!m_dialog) {
        m_dialog = new SavedViewsDialog(&m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &SavedViewsDialog::renameRequested, this, &ViewController::rename);
        connect(m_dialog, &SavedViewsDialog::removeRequested, this, &ViewController::remove);
        showNames();
        m_dialog->open();
    }
    return m_dialog;
}

void ViewController::showNames()
{
    QStringList names;
    for (const SavedView& view : savedViews(m_dataDir))
        names.append(view.name);
    if (m_dialog)
        m_dialog->setNames(names);
}

void ViewController::rename(const QString& name)
{
    const QString other = askForName(tr("Rename “%1”").arg(name), name);
    if (other.isEmpty() || other == name)
        return;
    if (const auto done = renameSavedView(m_dataDir, name, other); done.hasError()) {
        QMessageBox::warning(&m_window, tr("Saved views"), done.error().message);
        return;
    }
    if (m_origin && m_origin->name == name)
        m_origin->name = other;
    showNames();
    if (m_dialog)
        m_dialog->choose(other);
}

void ViewController::remove(const QString& name)
{
    if (QMessageBox::question(&m_window, tr("Saved views"),
                              tr("Delete the view “%1”? It cannot be brought back.").arg(name)) !=
        QMessageBox::Yes)
        return;
    if (const auto done = removeSavedView(m_dataDir, name); done.hasError())
        QMessageBox::warning(&m_window, tr("Saved views"), done.error().message);
    else if (m_origin && m_origin->name == name)
        m_origin.reset();
    showNames();
}

} // namespace holdline
