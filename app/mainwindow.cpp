// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/alertcontroller.h"
#include "app/cardcontroller.h"
#include "app/contentname.h"
#include "app/dockcontroller.h"
#include "app/importcontroller.h"
#include "app/keycontroller.h"
#include "app/livecontroller.h"
#include "app/markcontroller.h"
#include "app/nodecontroller.h"
#include "app/picturecontroller.h"
#include "app/replayclock.h"
#include "app/reportcontroller.h"
#include "app/systemkeystore.h"
#include "app/viewcontroller.h"
#include "app/viewfile.h"
#include "app/windowmenus.h"
#include "app/wordscontroller.h"
#include "models/foundation/timetext.h"
#include "models/views/panecatalog.h"
#include "models/views/pricechange.h"
#include "widgets/controls/intervalbar.h"
#include "widgets/controls/markbar.h"
#include "widgets/controls/noticebar.h"
#include "widgets/controls/replaybar.h"
#include "widgets/controls/statusstrip.h"
#include "widgets/controls/toolstrip.h"
#include "widgets/controls/topstrip.h"
#include "widgets/theme/themepalette.h"
#include "widgets/timeline/timelinewidget.h"

#include <QApplication>
#include <QCloseEvent>
#include <QScreen>
#include <QTabBar>
#include <QTimer>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace holdline {

namespace {

QList<QRect> availableScreens()
{
    QList<QRect> areas;
    for (const QScreen* screen : QGuiApplication::screens())
        areas.append(screen->availableGeometry());
    return areas;
}

const PaneSpec* pricePane(const View& view)
{
    for (const PaneSpec& pane : view.panes) {
        if (pane.kind == QStringLiteral("price"))
            return &pane;
    }
    return nullptr;
}

/// Whether a pane was switched on whose data nobody has asked for yet.
bool needsMoreData(const View& view, const ViewData& data)
{
    return std::any_of(view.panes.begin(), view.panes.end(), [&](const PaneSpec& pane) {
        return pane.kind != QStringLiteral("price") && findPaneKind(pane.kind) &&
               std::none_of(data.panes.begin(), data.panes.end(),
                            [&](const PaneData& loaded) { return loaded.kind == pane.kind; });
    });
}

QString bytesText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 0, QLocale::DataSizeSIFormat);
}

} // namespace

MainWindow::MainWindow(const WindowServices& services, const View& view, QWidget* parent)
    : QMainWindow(parent),
      m_services(services),
      m_state(loadWindowState(services.dataDir)),
      m_history(services.clock),
      m_asked(view),
      m_loader(services)
{
    setWindowTitle(QStringLiteral("Holdline"));
    connect(&m_loader, &ViewLoader::loaded, this, &MainWindow::adopt);
    connect(&m_loader, &ViewLoader::failed, this, &MainWindow::fail);
    m_loader.load(view); // the store is read while the window is built
    View shown = view;
    if (shown.panes.empty())
        shown.panes = defaultPanes();
    m_history.open(shown);
    build();
    connectStrip();
    connectMenus();
    connectDocks();
    connectLive();
    connectMarks();
    connectAlerts();
    connectReplay();
    connect(&m_history, &ViewHistory::viewChanged, this, &MainWindow::adoptView);
    restoreState();
    applyTheme();
    showView();
    showStatus();
    m_node->resume();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_strip = new TopStrip(this);
    setMenuWidget(m_strip);
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_notice = new NoticeBar(centre);
    m_replayBar = new ReplayBar(centre);
    m_timeline = new TimelineWidget(m_history, centre);
    column->addWidget(m_notice);
    column->addWidget(m_replayBar);
    setCentralWidget(centre);
    m_status = new StatusStrip(this);
    setStatusBar(m_status);
    m_menus = new WindowMenus(*this, m_history.undoStack());
    m_docks = new DockController(*this);
    m_pictures = new PictureController(m_services, *m_notice, *this);
    m_cardFiles = new CardController(m_services, *m_notice, *this);
    m_imports = new ImportController(m_services, *m_notice, *this);
    m_live = new LiveController(m_services, *m_timeline, this);
    m_marks = new MarkController(m_services, m_loader, m_history.undoStack(), this);
    m_alerts = new AlertController(m_services, m_history.undoStack(), *this);
    m_replay = new ReplayClock(this);
    m_node = new NodeController(m_services, m_state, *this);
    m_keys = new KeyController(m_services.dataDir, std::make_unique<SystemKeyStore>(), *this);
    m_words = new WordsController(m_services.dataDir, *m_timeline, m_history, *m_notice, *this);
    m_views = new ViewController(
        m_services.dataDir, [this] { return pictureView(); }, *m_menus->savedViewsMenu(), *m_notice, *this);
    m_reports = new ReportController(m_services, *m_notice, *this);
    m_timeline->setDrawing(m_marks->drawing());
    m_tools = new ToolStrip(m_marks->drawing(), centre);
    m_markBar = new MarkBar(m_timeline);
    auto* row = new QHBoxLayout();
    row->setSpacing(0);
    row->addWidget(m_tools);
    row->addWidget(m_timeline, 1);
    column->addLayout(row, 1);
    setDockOptions(AllowNestedDocks | AllowTabbedDocks); // and no animation
    setTabPosition(Qt::RightDockWidgetArea, QTabWidget::North);
    setDocumentMode(true);
    setAcceptDrops(true);
    m_timeline->setFocus(Qt::OtherFocusReason);
}

void MainWindow::connectStrip()
{
    connect(m_strip, &TopStrip::logRequested, this,
            [this] { m_timeline->perform(TimelineAction::ToggleLog); });
    connect(m_strip, &TopStrip::goToRequested, this, &MainWindow::askForDate);
    connect(m_strip, &TopStrip::themeRequested, this, [this] { act(QStringLiteral("theme")); });
    IntervalBar& intervals = m_strip->intervalBar();
    connect(&intervals, &IntervalBar::intervalChosen, this, &MainWindow::setInterval);
    connect(&intervals, &IntervalBar::entryEnded, m_timeline,
            [this] { m_timeline->setFocus(Qt::OtherFocusReason); });
    connect(m_timeline, &TimelineWidget::intervalTyped, &intervals, &IntervalBar::beginEntry);
    connect(m_timeline, &TimelineWidget::shortcutsRequested, this, &MainWindow::showShortcuts);
    connect(m_timeline, &TimelineWidget::barRead, this, &MainWindow::showStatus);
    m_strip->setMenus(m_menus->zoneMenu(), m_menus->pictureMenu(), m_menus->fileMenu(), m_menus->viewMenu(),
                      m_menus->drawMenu());
}

void MainWindow::connectMenus()
{
    using Menus = WindowMenus;
    connect(m_menus, &Menus::zoneChosen, this, &MainWindow::setZone);
    connect(m_menus, &Menus::otherZoneRequested, this, &MainWindow::askForZone);
    connect(m_menus, &Menus::goToRequested, this, &MainWindow::askForDate);
    connect(m_menus, &Menus::actionRequested, m_timeline, &TimelineWidget::perform);
    connect(m_menus, &Menus::shortcutsRequested, this, &MainWindow::showShortcuts);
    connect(m_menus, &Menus::openViewRequested, this, &MainWindow::askForView);
    connect(m_menus, &Menus::saveViewRequested, this, &MainWindow::askWhereToSave);
    connect(m_views, &ViewController::openRequested, this, &MainWindow::openView);
    connect(m_views, &ViewController::saved, this,
            [this](const QString& path) { m_status->showMessage(tr("Saved %1").arg(path), 8000); });
    connect(m_menus, &Menus::importRequested, m_imports, &ImportController::choose);
    connect(m_menus, &Menus::pasteRequested, m_imports, &ImportController::paste);
    connect(m_menus, &Menus::nodeRequested, m_node, &NodeController::show);
    connect(m_menus, &Menus::keysRequested, m_keys, &KeyController::show);
    connect(m_menus, &Menus::wordsRequested, m_words, &WordsController::show);
    connect(m_menus, &Menus::reportRequested, this, &MainWindow::askForReport);
    connect(m_reports, &ReportController::saved, this,
            [this](const QString& path) { m_status->showMessage(tr("Saved %1").arg(path), 8000); });
    connect(m_menus, &Menus::themeRequested, this, [this] { act(QStringLiteral("theme")); });
    connect(m_menus, &Menus::costsToggled, this, [this](bool areShown) {
        m_timeline->change(ViewEdit::Kind::Panes, [areShown](View& view) { view.showsCosts = areShown; });
    });
    connect(m_menus, &Menus::episodeRequested, this, [this] { act(QStringLiteral("episode")); });
    connect(m_menus, &Menus::dataFolderRequested, this, [this] { act(QStringLiteral("data")); });
    connect(m_menus, &Menus::resetLayoutRequested, m_docks, &DockController::reset);
    connect(m_menus, &Menus::pictureScaleChosen, this, [this](int scale) { m_state.pictureScale = scale; });
    connect(m_menus, &Menus::copyPictureRequested, this, &MainWindow::copyPicture);
    connect(m_menus, &Menus::savePictureRequested, this,
            [this] { m_pictures->savePicture(pictureView(), stillData()); });
    connect(m_menus, &Menus::saveNumbersRequested, this,
            [this] { m_pictures->saveNumbers(pictureView(), stillData()); });
    connect(m_menus, &Menus::copyTextRequested, this, [this] {
        if (const auto data = stillData())
            m_cardFiles->copyText(pictureView(), *data, m_timeline->hoveredTime());
    });
    connect(m_menus, &Menus::copyTableRequested, this,
            [this] { m_cardFiles->copyTable(pictureView(), stillData()); });
    m_docks->fillCardMenu(*m_menus->cardMenu());
    m_menus->addDockActions(m_docks->toggleActions());
    m_menus->setPictureScale(m_state.pictureScale);
    m_timeline->setMenuActions(m_menus->plotActions(), m_menus->timeActions());
}

void MainWindow::connectDocks()
{
    connect(m_docks, &DockController::actRequested, this, &MainWindow::act);
    connect(m_docks, &DockController::timeActivated, m_timeline, &TimelineWidget::goTo);
    connect(&m_loader, &ViewLoader::cardsLoaded, this, &MainWindow::showCards);
    connect(m_docks, &DockController::studyRequested, this, [this](const StudyQuestion& question) {
        m_loader.loadStudy(
            m_history.view().episode, question,
            [this, question](const Result<EventStudy>& study) { m_docks->setStudy(question, study); });
    });
    connect(m_imports, &ImportController::finished, this, [this] { act(QStringLiteral("reload")); });
    connect(m_node, &NodeController::said, this, [this](const QString& words) { m_notice->say(words); });
    connect(m_node, &NodeController::stored, this, [this] {
        if (m_history.view().episode.isEmpty())
            reload();
    });
    connect(m_docks, &DockController::cardActRequested, this,
            [this](CardAct act, const QString& id, const QString& choice) {
                if (const auto data = stillData())
                    m_cardFiles->perform(act, contentOfCard(id, choice), pictureView(), data->asOf);
            });
    connect(m_cardFiles, &CardController::copied, this,
            [this](const QString& words) { m_status->showMessage(words, 4000); });
    connect(m_cardFiles, &CardController::saved, this,
            [this](const QString& path) { m_status->showMessage(tr("Saved %1").arg(path), 8000); });
    connect(m_pictures, &PictureController::copied, this,
            [this] { m_status->showMessage(tr("Picture copied"), 4000); });
    connect(m_pictures, &PictureController::saved, this,
            [this](const QString& path) { m_status->showMessage(tr("Saved %1").arg(path), 8000); });
}

void MainWindow::connectLive()
{
    connect(m_live, &LiveController::ticked, this, &MainWindow::showTick);
    connect(m_live, &LiveController::reloadWanted, this, &MainWindow::reload);
    connect(m_live, &LiveController::dataStored, this, &MainWindow::goOver);
    connect(m_live, &LiveController::stateChanged, this, &MainWindow::showLive);
    connect(m_live, &LiveController::venueRefused, this, &MainWindow::passOver);
    connect(m_live, &LiveController::noticeCame, this, &MainWindow::sayOfCollector);
}

void MainWindow::restoreState()
{
    const QRect wanted =
        m_state.geometry.isNull() ? QRect(QPoint(40, 40), QSize(1600, 940)) : m_state.geometry;
    setGeometry(clampedToScreens(wanted, availableScreens()));
    if (!m_state.docks.isEmpty())
        QMainWindow::restoreState(m_state.docks);
    m_marks->editor().setStyles(stylesFromJson(m_state.markStyles));
    m_marks->drawing().setMagnet(static_cast<Magnet>(m_state.magnet));
    m_marks->drawing().setKeepsDrawing(m_state.keepsDrawing);
    if (m_state.isMaximised)
        setWindowState(windowState() | Qt::WindowMaximized);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    m_docks->clampFloating();
}

// Tabs of docks that share a place are made by Qt when it lays them out.
void MainWindow::childEvent(QChildEvent* event)
{
    if (event->polished()) {
        if (auto* tabs = qobject_cast<QTabBar*>(event->child()))
            tabs->setAccessibleName(tr("Panels that share this place"));
    }
    QMainWindow::childEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_state.isMaximised = isMaximized();
    m_state.geometry = isMaximized() ? normalGeometry() : geometry();
    m_state.docks = saveState();
    m_state.theme = m_history.view().theme;
    m_state.zone = m_history.view().zone;
    m_state.markStyles = stylesToJson(m_marks->editor().styles());
    m_state.magnet = static_cast<int>(m_marks->drawing().magnet());
    m_state.keepsDrawing = m_marks->drawing().keepsDrawing();
    m_marks->saveAtTheEnd();
    saveWindowState(m_services.dataDir, m_state);
    QMainWindow::closeEvent(event);
}

void MainWindow::load(const View& view, Reason reason)
{
    if (reason == Reason::Asked)
        leaveReplay();
    m_reason = reason;
    m_marks->saveNow();
    m_loader.load(view);
    if (reason != Reason::Asked)
        return;
    m_asked = view;
    m_status->setShown(tr("Loading…"));
}

void MainWindow::adopt(const LoadedView& loaded)
{
    if (m_reason == Reason::Again)
        return adoptAgain(loaded);
    if (m_reason == Reason::Replayed)
        return adoptReplayed(loaded);
    if (m_reason == Reason::GoOver && !loaded.view.episode.isEmpty())
        return; // not yet
    m_live->ask(m_asked);
    m_loaded = loaded;
    m_loaded.data = m_live->adopt(loaded.view, loaded.data);
    m_history.open(loaded.view);
    m_views->adopt(m_asked);
    m_timeline->setHome(loaded.view.range);
    m_timeline->setData(m_loaded.data);
    m_words->refill();
    m_marks->adopt(loaded);
    if (!m_marks->isSaved())
        showMarks();
    if (!loaded.notice.isEmpty())
        m_notice->say(loaded.notice);
    showPrice();
    showView();
    showStatus();
    showLive();
    settleSoon();
}

void MainWindow::fail(const Error& error)
{
    if (m_reason == Reason::Asked)
        m_live->ask(m_asked);
    const bool canShowEpisode = m_history.view().episode.isEmpty() && m_reason == Reason::Asked;
    m_notice->say(error.message, canShowEpisode ? tr("Show the episode of January 2026") : QString(),
                  [this] { act(QStringLiteral("episode")); });
    showStatus();
    m_docks->makeCards();
    m_replay->shown();
    emit settled();
}

void MainWindow::settleSoon()
{
    // Cards take longer than the timeline: its picture comes first.
    QTimer::singleShot(0, this, [this] {
        if (m_loaded.data)
            m_loader.loadCards(m_history.view(), [this] { return stillData(); });
        else
            m_docks->makeCards();
        emit settled();
    });
}

void MainWindow::showCards(const CardData& cards)
{
    m_levels = cards.levels;
    m_series.clear();
    for (const SourceEntry& source : cards.sources)
        m_series.append(source.series.key.name);
    m_series.removeDuplicates();
    showAlertScene();
    m_docks->setData(cards);
    m_words->setBrief(cards.brief);
    m_docks->makeCards(); // only now: an empty card would say that nothing is stored
    m_replay->shown();
}

void MainWindow::adoptView(const View& before)
{
    const View& view = m_history.view();
    if (view.theme != before.theme)
        applyTheme();
    showView();
    if (view.zone != before.zone) {
        showStatus();
        showAlertScene();
    }
    if (m_loaded.data &&
        (view.range != before.range || view.interval != before.interval || view.zone != before.zone))
        m_loader.loadCards(view, [this] { return stillData(); });
    if (m_loaded.data && view.panes != before.panes && needsMoreData(view, *m_loaded.data))
        load(view, Reason::Again);
}

void MainWindow::showView()
{
    const View& view = m_history.view();
    m_strip->intervalBar().setInterval(view.interval);
    const PaneSpec* price = pricePane(view);
    m_strip->setLogarithmic(price && price->logarithmic);
    m_strip->setZoneText(zoneLabel(view.zone));
    m_strip->setThemeText(view.theme == QStringLiteral("dark") ? tr("Light") : tr("Dark"));
    m_menus->setZone(view.zone);
    m_menus->setCostsShown(view.showsCosts);
}

void MainWindow::showPrice()
{
    const ViewData& data = *m_loaded.data;
    const PriceChange change = data.candles ? priceChange(*data.candles) : PriceChange{};
    m_strip->priceLabel().setLine({.instrument = data.instrumentTitle,
                                   .venue = data.venueTitle,
                                   .price = data.lastPrice,
                                   .dayPercent = change.dayPercent,
                                   .yearPercent = change.yearPercent,
                                   .year = change.year});
    setWindowTitle(tr("%1 – Holdline").arg(data.instrumentTitle));
}

void MainWindow::showStatus()
{
    if (!m_loaded.data) {
        m_status->setShown(m_loader.isLoading() ? tr("Loading…") : tr("Nothing to show"));
        return;
    }
    QStringList shown{m_loaded.shown};
    if (!m_loaded.data->statement.isEmpty())
        shown.append(m_loaded.data->statement);
    m_status->setShown(shown.join(QStringLiteral(" · ")));
    showReading();
}

void MainWindow::showReading()
{
    const View& view = m_history.view();
    const QTimeZone zone = zoneByName(view.zone);
    m_toldAsOf = m_loaded.data->asOf;
    QStringList reading{tr("as of %1").arg(dayTimeText(m_loaded.data->asOf, zone, 0)), view.zone};
    if (m_loaded.storeBytes > 0)
        reading.append(tr("store %1").arg(bytesText(m_loaded.storeBytes)));
    m_status->setReading(reading.join(QStringLiteral(" · ")));
}

void MainWindow::applyTheme()
{
    const Theme theme = themeByName(m_history.view().theme);
    const QPalette colours = themePalette(theme);
    QApplication::setPalette(colours); // dialogs are windows of their own
    setPalette(colours);
    QToolTip::setPalette(colours);
    m_strip->setTheme(theme);
    m_notice->setTheme(theme);
    m_replayBar->setTheme(theme);
    m_status->setTheme(theme);
    m_docks->setTheme(theme);
    m_tools->setTheme(theme);
    m_markBar->setTheme(theme);
}

QString MainWindow::notice() const
{
    return m_notice->sentence();
}

QString MainWindow::statusText() const
{
    return m_status->shown();
}

void MainWindow::copyPicture()
{
    m_pictures->copy(pictureView(), stillData());
}

/// With the levels as they are shown: the report reads the store.
void MainWindow::askForReport()
{
    m_marks->saveNow();
    const View view = pictureView();
    m_reports->show(view, m_pictures->proposedPath(view, QStringLiteral("pdf")));
}

View MainWindow::pictureView() const
{
    View view = m_history.view();
    view.size = m_timeline->size();
    view.scale = m_state.pictureScale;
    return view;
}

} // namespace holdline
