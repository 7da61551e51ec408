// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alertcontroller.h"
#include "app/mainwindow.h"
#include "app/markcontroller.h"
#include "models/store/store.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "widgets/dialogs/alertdialog.h"
#include "widgets/dialogs/firingdialog.h"
#include "widgets/panels/alertpanel.h"
#include "widgets/timeline/timelinewidget.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 13}};
const QString instrument = u"binance:BTCUSDT"_s;

} // namespace

/// Alerts made, changed, fired and remembered in the window on a data folder of its own.
class TestAlertWindow final : public QObject {
    Q_OBJECT

    testing::FakeClock m_clock{start + 240h};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowServices> m_services;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_played;

    void open()
    {
        m_window.reset();
        m_services = std::make_unique<WindowServices>(windowServices(m_folder->path(), m_clock));
        m_services->playSound = [this](const QString& sound) { m_played.append(sound); };
        m_window = std::make_unique<MainWindow>(*m_services, View{});
        QSignalSpy settled(m_window.get(), &MainWindow::settled);
        m_window->resize(1400, 900);
        m_window->show();
        QVERIFY(settled.wait(20'000));
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(m_window->findChild<AlertPanel*>());
    }
    std::unique_ptr<Store> store() { return std::move(Store::open(m_folder->path(), m_clock)).value(); }
    AlertDialog* newAlert()
    {
        for (QAction* action : m_window->actions()) {
            if (action->shortcut() == QKeySequence(u"Alt+A"_s))
                action->trigger();
        }
        return m_window->findChild<AlertDialog*>();
    }
    template <typename Part>
    Part* part(QWidget* in, const QString& name)
    {
        for (Part* one : in->findChildren<Part*>()) {
            if (one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    Level band()
    {
        Level band;
        band.id = u"band"_s;
        band.name = u"Band"_s;
        band.instrument = instrument;
        band.low = Price::whole(89'800);
        band.high = Price::whole(90'000);
        band.role = LevelRole::Support;
        return band;
    }
    LiveNews openCandle(int price)
    {
        const Price exact = Price::whole(price);
        return {.candles = {{instrument, {start + 240h, exact, exact, exact, exact, {}, {}, {}, {}}, false}}};
    }
    const std::vector<Alert>& alerts() { return m_window->alerts().alerts().alerts(); }

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_played.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        const auto store = this->store();
        const auto price = store->ensureSeries(
            {.name = u"price/"_s + instrument, .source = {}, .definition = {}}, SeriesKind::Candles, {});
        std::vector<Candle> minutes;
        for (int i = 0; i < 60; ++i) {
            const Price at = Price::whole(92'000);
            minutes.push_back({start + 239h + i * 1min, at, at, at, at, {}, {}, {}, {}});
        }
        QVERIFY(store->mergeCandles(price.value().id, oneMinute, minutes).hasValue());
        QVERIFY(store->putLevels(std::vector{band()}).hasValue());
    }
    void cleanup() { m_window.reset(); }

    void itIsMadeOnThePriceUndoneAndThereAgain()
    {
        open();
        AlertDialog* dialog = newAlert();
        QVERIFY(dialog);
        QCOMPARE(part<QComboBox>(dialog, u"Series"_s)->currentText(), u"price/"_s + instrument);
        QCOMPARE(part<QLineEdit>(dialog, u"Value"_s)->text(), u"92K"_s); // the last price, to begin with
        part<QLineEdit>(dialog, u"Value"_s)->setText(u"ninety"_s);
        dialog->accept();
        QVERIFY(dialog->isVisible()); // and says why
        QVERIFY(alerts().empty());
        part<QLineEdit>(dialog, u"Value"_s)->setText(u"89,800"_s);
        part<QComboBox>(dialog, u"Side"_s)->setCurrentIndex(1);
        dialog->accept();
        QCOMPARE(alerts().size(), std::size_t(1));
        QCOMPARE(alerts().front().name, u"binance:BTCUSDT at or below 89,800"_s);
        QCOMPARE(alerts().front().armedAt, m_clock.now());
        m_window->history().undoStack().undo();
        QVERIFY(alerts().empty());
        m_window->history().undoStack().redo();
        const auto made = alerts();
        QTRY_COMPARE(store()->journalEnd().value(), qint64(4)); // the level, and it came, went and came
        QCOMPARE(store()->alerts().value().size(), std::size_t(1));
        open();
        QTRY_COMPARE(alerts().size(), std::size_t(1));
        QVERIFY(alerts() == made);
    }

    void aSelectedLevelIsWhatItIsAbout()
    {
        open();
        m_window->marks().drawing().select({u"band"_s});
        AlertDialog* dialog = newAlert();
        QCOMPARE(part<QComboBox>(dialog, u"Level"_s)->currentText(), u"Band"_s);
        for (auto* button : dialog->findChildren<QPushButton*>()) {
            if (button->text() == u"Add a condition"_s || button->text() == u"Hear"_s)
                button->click();
        }
        QCOMPARE(m_played, QStringList{u"bell"_s});
        dialog->accept(); // the second has no value yet
        QVERIFY(dialog->isVisible());
        for (auto* line : dialog->findChildren<QLineEdit*>()) {
            if (line->accessibleName() == u"Value"_s)
                line->setText(u"1"_s);
        }
        dialog->accept();
        QCOMPARE(alerts().size(), std::size_t(1));
        QCOMPARE(alerts().front().conditions.size(), std::size_t(2));
        QCOMPARE(alerts().front().conditions.front().level, u"band"_s);
    }

    void whatFiresIsHeardSaidListedAndRemembered()
    {
        open();
        m_window->marks().drawing().select({u"band"_s});
        newAlert()->accept();
        QTRY_COMPARE(store()->alerts().value().size(), std::size_t(1));
        m_clock.advance(1s);
        m_window->alerts().take(openCandle(92'000));
        m_clock.set(start + 240h + 30s);
        m_window->alerts().take(openCandle(89'900));
        QCOMPARE(m_window->notice(), QString());
        // The moment is that of its minute, which began when the alert was armed.
        LiveNews later = openCandle(89'900);
        later.candles.front().candle.openTime += 1min;
        m_clock.set(start + 240h + 70s);
        m_window->alerts().take(later);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->notice().contains(u"Price touches Band (89,800–90,000)"_s),
                                 20'000);
        QCOMPARE(m_played, QStringList{u"bell"_s});
        auto* const panel = m_window->findChild<AlertPanel*>();
        const auto tables = panel->findChildren<QTableView*>();
        QCOMPARE(tables.size(), 2);
        QCOMPARE(tables[1]->model()->rowCount(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!store()->firingPicture(1).value().isEmpty(), 20'000);
        m_played.clear();
        m_clock.advance(1s);
        open(); // read, not rung
        QTRY_COMPARE(m_window->alerts().state().log.size(), std::size_t(1));
        QCOMPARE(m_played, QStringList());
        emit m_window->findChild<AlertPanel*>()->firingActivated(1);
        QTRY_VERIFY(m_window->findChild<FiringDialog*>());
        QVERIFY(!part<QLabel>(m_window->findChild<FiringDialog*>(), u"Picture of the moment"_s)
                     ->pixmap()
                     .isNull());
    }

    void rowsAreSwitchedArmedAndDeletedEachAStep()
    {
        Alert alert;
        alert.id = alert.name = u"a"_s;
        alert.conditions = {{.level = u"band"_s}};
        alert.armedAt = start;
        QVERIFY(store()->putAlerts(std::vector{alert}).hasValue());
        open();
        QTRY_COMPARE(alerts().size(), std::size_t(1));
        auto* const panel = m_window->findChild<AlertPanel*>();
        emit panel->alertActRequested(u"off"_s, {u"a"_s});
        QVERIFY(!alerts().front().isOn);
        emit panel->alertActRequested(u"arm"_s, {u"a"_s});
        QVERIFY(alerts().front().isOn);
        QCOMPARE(alerts().front().armedAt, m_clock.now());
        emit panel->alertActRequested(u"remove"_s, {u"a"_s});
        QVERIFY(alerts().empty());
        for (int i = 0; i < 3; ++i)
            m_window->history().undoStack().undo();
        alert.armedAt = m_clock.now(); // what happened in between is not told
        QVERIFY(alerts().front() == alert);
    }

    void aLevelThatAnotherProgramStoresComesIn()
    {
        open();
        Level other = band();
        other.id = other.name = u"other"_s;
        QVERIFY(store()->putLevels(std::vector{other}).hasValue());
        m_clock.advance(20s); // the next look is due
        QTRY_COMPARE_WITH_TIMEOUT(m_window->marks().marks().marks().size(), std::size_t(2), 20'000);
        QTRY_COMPARE(m_window->timeline().viewData().levels.size(), std::size_t(2));
    }
};

QTEST_MAIN(TestAlertWindow)
#include "tst_alertwindow.moc"
