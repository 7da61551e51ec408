// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alertcontroller.h"

#include "app/accountname.h"
#include "models/foundation/timetext.h"
#include "widgets/dialogs/alertdialog.h"

#include <QApplication>
#include <QStyle>
#include <QSystemTrayIcon>
#include <QUndoStack>

namespace holdline {

AlertController::AlertController(const WindowServices& services, QUndoStack& stack, QWidget& window)
    : QObject(&window),
      m_services(services),
      m_stack(stack),
      m_window(window),
      m_alerts(services.clock),
      m_actions(services.clock)
{
    connect(&m_alerts, &AlertSet::changed, this, &AlertController::save);
    m_actions.setFallback(
        [this](const QString& title, const QString& words) { return showInTray(title, words); });
    if (services.alerts)
        m_watch = services.alerts();
    if (m_watch)
        connectWatch();
}

AlertController::~AlertController() = default;

void AlertController::connectWatch()
{
    connect(m_watch.get(), &AlertWatch::alertsRead, this, &AlertController::adopt);
    connect(m_watch.get(), &AlertWatch::logRead, this, &AlertController::showLog);
    connect(m_watch.get(), &AlertWatch::fired, this, &AlertController::tell);
    connect(m_watch.get(), &AlertWatch::failed, this, &AlertController::failed);
    connect(m_watch.get(), &AlertWatch::journalGrew, this, &AlertController::journalGrew);
    connect(m_watch.get(), &AlertWatch::troublesRead, this,
            [this](const std::map<QString, QString>& troubles) {
                m_state.troubles = troubles;
                showState();
            });
    connect(&m_actions, &AlertActions::finished, this,
            [this](const AlertFiring& firing, const QString& outcome) {
                m_watch->setOutcome(firing, outcome);
                for (LoggedFiring& one : m_state.log) {
                    if (one.firing.alert == firing.alert && one.firing.at == firing.at)
                        one.outcome = outcome;
                }
                showState();
            });
}

void AlertController::start()
{
    m_startedAt = m_services.clock.now();
    if (m_watch)
        m_watch->start();
}

void AlertController::take(const LiveNews& news)
{
    if (m_watch)
        m_watch->take(news);
}

void AlertController::setScene(const std::vector<Level>& levels, const QStringList& series,
                               const QString& zone)
{
    m_series = series;
    if (m_state.levels == levels && m_state.zone == zone)
        return;
    m_state.levels = levels;
    m_state.zone = zone;
    if (m_watch)
        m_watch->lookSoon();
    showState();
}

void AlertController::adopt(const std::vector<Alert>& alerts)
{
    m_alerts.reset(alerts);
    showState();
}

void AlertController::save(const QStringList& ids)
{
    std::vector<AlertChange> changes;
    for (const QString& id : ids) {
        const Alert* const alert = m_alerts.find(id);
        changes.push_back({id, alert ? std::optional(*alert) : std::nullopt});
    }
    if (m_watch)
        m_watch->save(changes);
    showState();
}

/// What was told before the window opened is read, not rung. Of several at once the last is heard.
void AlertController::showLog(const std::vector<LoggedFiring>& firings)
{
    m_state.log.insert(m_state.log.end(), firings.begin(), firings.end());
    QString sound;
    for (const LoggedFiring& one : firings) {
        const Alert* const alert = m_alerts.find(one.firing.alert);
        if (!alert || one.toldAt < m_startedAt)
            continue;
        sound = alert->sound;
        emit fired(*alert, one.firing);
    }
    if (m_services.playSound && !sound.isEmpty())
        m_services.playSound(sound);
    showState();
}

void AlertController::tell(const Alert& alert, const AlertFiring& firing)
{
    m_actions.act(alert, firing);
    QApplication::alert(&m_window);
}

bool AlertController::showInTray(const QString& title, const QString& words)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return m_window.isVisible(); // which says it itself
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(m_window.style()->standardIcon(QStyle::SP_MessageBoxInformation), this);
        m_tray->show();
    }
    m_tray->showMessage(title, words);
    return true;
}

AlertDialog* AlertController::ask(const Alert& alert)
{
    auto* dialog = new AlertDialog(alert, {m_state.levels, m_series}, zoneByName(m_state.zone), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AlertDialog::alertChanged, this, &AlertController::put);
    connect(dialog, &AlertDialog::soundRequested, this, [this](const QString& sound) {
        if (m_services.playSound)
            m_services.playSound(sound);
    });
    dialog->open();
    return dialog;
}

/// Looks at what happens from now on; without an id it is a new one.
void AlertController::put(Alert alert)
{
    const bool isNew = alert.id.isEmpty();
    if (isNew) {
        const QString wanted =
            QStringLiteral("alert-") + QString::number(toMsecs(m_services.clock.now()), 36);
        alert.id = wanted;
        for (int number = 2; m_alerts.find(alert.id); ++number)
            alert.id = wanted + QLatin1Char('-') + QString::number(number);
    }
    alert.author = accountName();
    m_stack.push(new AlertCommand(m_alerts, isNew ? tr("new alert") : tr("alert"), {{alert.id, alert}}));
}

void AlertController::change(const QStringList& ids, const QString& text,
                             const std::function<void(Alert&)>& change)
{
    std::vector<AlertChange> changes;
    for (const QString& id : ids) {
        if (const Alert* const alert = m_alerts.find(id)) {
            Alert changed = *alert;
            change(changed);
            changes.push_back({id, changed});
        }
    }
    if (!changes.empty())
        m_stack.push(new AlertCommand(m_alerts, text, std::move(changes)));
}

void AlertController::act(const QString& act, const QStringList& ids)
{
    if (act == QStringLiteral("edit")) {
        if (const Alert* const alert = m_alerts.find(ids.value(0)))
            ask(*alert);
    } else if (act == QStringLiteral("arm") || act == QStringLiteral("on")) {
        change(ids, tr("arm alert"), [](Alert& alert) { alert.isOn = true; });
    } else if (act == QStringLiteral("off")) {
        change(ids, tr("switch alert off"), [](Alert& alert) { alert.isOn = false; });
    } else if (act == QStringLiteral("remove")) {
        std::vector<AlertChange> changes;
        for (const QString& id : ids) {
            if (m_alerts.find(id))
                changes.push_back({id, std::nullopt});
        }
        if (!changes.empty())
            m_stack.push(new AlertCommand(m_alerts, tr("delete alert"), std::move(changes)));
    }
}

void AlertController::loadPicture(qint64 number, std::function<void(const QByteArray&)> use)
{
    if (m_watch)
        m_watch->loadPicture(number, std::move(use));
}

void AlertController::showState()
{
    m_state.alerts = m_alerts.alerts();
    m_state.now = m_services.clock.now();
    emit stateChanged();
}

} // namespace holdline
