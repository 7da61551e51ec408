// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alertcontroller.h"
#include "app/dockcontroller.h"
#include "app/livecontroller.h"
#include "app/mainwindow.h"
#include "app/markcontroller.h"
#include "app/windowmenus.h"
#include "models/foundation/timetext.h"
#include "widgets/controls/noticebar.h"
#include "widgets/dialogs/alertdialog.h"
#include "widgets/dialogs/firingdialog.h"
#include "widgets/timeline/timelinewidget.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace {

constexpr Span lateAfter = std::chrono::minutes{5};

/// What an alert can look at by a value, the usual ones first.
QStringList watchable(const QStringList& stored, const QString& instrument)
{
    static constexpr std::array kinds{
        QLatin1StringView("price/"),   QLatin1StringView("liquidations/"), QLatin1StringView("taker/"),
        QLatin1StringView("etf/"),     QLatin1StringView("funding/"),      QLatin1StringView("oi/"),
        QLatin1StringView("premium/"), QLatin1StringView("whales/"),       QLatin1StringView("cohort/"),
        QLatin1StringView("options/"), QLatin1StringView("macro/")};
    QStringList series{QStringLiteral("price/") + instrument, QStringLiteral("liquidations/all"),
                       QStringLiteral("taker/") + instrument, QStringLiteral("etf/btc/total"),
                       QStringLiteral("funding/binance-futures:BTCUSDT")};
    for (const QLatin1StringView kind : kinds) {
        for (const QString& name : stored) {
            if (name.startsWith(kind))
                series.append(name);
        }
    }
    series.removeDuplicates();
    return series;
}

} // namespace

void MainWindow::connectAlerts()
{
    connect(m_menus, &WindowMenus::newAlertRequested, this, [this] { askForAlert({}); });
    connect(m_live, &LiveController::newsCame, m_alerts, &AlertController::take);
    connect(m_alerts, &AlertController::stateChanged, this, &MainWindow::showAlerts);
    connect(m_alerts, &AlertController::fired, this, &MainWindow::showFiring);
    connect(m_alerts, &AlertController::failed, m_notice,
            [this](const QString& sentence) { m_notice->say(sentence); });
    connect(m_docks, &DockController::alertActRequested, this,
            [this](const QString& act, const QStringList& ids) {
                act == QStringLiteral("new") ? askForAlert({}) : m_alerts->act(act, ids);
            });
    connect(m_docks, &DockController::firingActivated, this, &MainWindow::showMoment);
    m_alerts->start();
}

void MainWindow::showAlertScene()
{
    m_alerts->setScene(m_marks->marks().levels(), watchable(m_series, m_history.view().instrument),
                       m_history.view().zone);
}

/// On a level: that one, else the one that is selected. Without one, on the price.
void MainWindow::askForAlert(const QString& levelId)
{
    showAlertScene();
    QStringList ids = m_marks->drawing().selection();
    if (!levelId.isEmpty())
        ids.prepend(levelId);
    Alert alert;
    alert.instrument = m_history.view().instrument;
    AlertCondition condition;
    for (const QString& id : ids) {
        const Mark* const mark = m_marks->marks().find(id);
        if (mark && std::holds_alternative<Level>(*mark) && condition.level.isEmpty())
            condition.level = id;
    }
    if (condition.level.isEmpty()) {
        condition.kind = AlertCondition::Kind::Value;
        condition.series = QStringLiteral("price/") + alert.instrument;
        if (m_loaded.data && m_loaded.data->lastPrice)
            condition.value = Amount::fromDouble(*m_loaded.data->lastPrice);
    }
    alert.conditions = {condition};
    m_alerts->ask(alert);
}

void MainWindow::showFiring(const Alert& /*alert*/, const AlertFiring& firing)
{
    const UtcTime now = m_services.clock.now();
    const QString late =
        now - firing.at < lateAfter
            ? QString()
            : tr(" (%1)").arg(dayTimeText(firing.at, zoneByName(m_history.view().zone),
                                          dateIn(now, zoneByName(m_history.view().zone)).year()));
    m_notice->say(tr("Alert: %1%2").arg(firing.words, late), tr("Show"), [this, at = firing.at] {
        m_timeline->goTo(at);
        m_docks->raise(QStringLiteral("alerts"));
    });
}

void MainWindow::showMoment(qint64 number)
{
    const auto& log = m_alerts->state().log;
    const auto found = std::ranges::find(log, number, &LoggedFiring::number);
    if (found == log.end())
        return;
    m_alerts->loadPicture(number, [this, firing = *found](const QByteArray& picture) {
        auto* dialog = new FiringDialog(firing, QImage::fromData(picture, "PNG"),
                                        zoneByName(m_history.view().zone), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &FiringDialog::timeActivated, m_timeline, &TimelineWidget::goTo);
        dialog->open();
    });
}

} // namespace holdline
