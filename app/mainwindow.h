// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewloader.h"
#include "app/windowservices.h"
#include "app/windowstate.h"
#include "widgets/timeline/viewhistory.h"

#include <QMainWindow>

class QShortcut;

namespace holdline {

class AlertController;
class DockController;
class ImportController;
class KeyController;
class LiveController;
class MarkController;
struct FeedSummary;
struct Alert;
struct AlertFiring;
class NodeController;
class NoticeBar;
class CardController;
class PictureController;
class ReplayBar;
class ReplayClock;
class ReportController;
class MarkBar;
class MarkDialog;
class StatusStrip;
class ToolStrip;
class TimelineWidget;
class TopStrip;
class ViewController;
class WindowMenus;
class WordsController;

/// The window: the timeline in the middle, one strip above and one below, cards and panels in docks. It shows
/// at once and fills when its data are there.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// The view says what is asked for; its range may be empty. The services live longer than the window.
    MainWindow(const WindowServices& services, const View& view, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] TimelineWidget& timeline() { return *m_timeline; }
    [[nodiscard]] ViewHistory& history() { return m_history; }
    [[nodiscard]] MarkController& marks() { return *m_marks; }
    [[nodiscard]] AlertController& alerts() { return *m_alerts; }
    [[nodiscard]] NodeController& node() { return *m_node; }
    [[nodiscard]] ReplayClock& replay() { return *m_replay; }
    [[nodiscard]] WordsController& words() { return *m_words; }
    [[nodiscard]] ViewController& views() { return *m_views; }
    [[nodiscard]] ReportController& reports() { return *m_reports; }
    [[nodiscard]] QString notice() const;
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QString liveText() const;

    /// Opens a view document.
    void openView(const QString& path);
    void saveView(const QString& path);
    /// Writes the levels, and who changed them into a file beside.
    void exportLevels(const QString& path);
    /// Shows what differs between the levels and those of a file.
    void compareLevels(const QString& path);
    /// Puts a picture of what is shown onto the clipboard.
    void copyPicture();
    /// Asks for a report of what is shown.
    void askForReport();

signals:
    /// The data that were asked for are on the screen, or a sentence that says why not.
    void settled();

protected:
    void childEvent(QChildEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void connectStrip();
    void connectMenus();
    void connectDocks();
    void connectLive();
    void connectMarks();
    void connectAlerts();
    void connectReplay();
    void restoreState();
    /// Why the store is read.
    enum class Reason {
        Asked,    ///< the user wants to see this
        Again,    ///< the store has more of what is shown
        GoOver,   ///< the store has what was asked for and could not be shown
        Replayed, ///< the same at another time of knowing
    };
    void load(const View& view, Reason reason = Reason::Asked);
    void adopt(const LoadedView& loaded);
    void adoptAgain(const LoadedView& loaded);
    void adoptReplayed(const LoadedView& loaded);
    void reload();
    void beginReplay();
    void endReplay();
    void leaveReplay();
    void playOrPause();
    void replayTo(UtcTime time);
    void askWhereToReplay();
    void goOver();
    void sayOfCollector(const QString& sentence);
    void passOver(const QString& venue, const QString& otherInstrument);
    void showInstrument(const QString& instrument);
    void fail(const Error& error);
    void settleSoon();
    void showCards(const CardData& cards);
    void adoptView(const View& before);
    void showView();
    void showPrice();
    void showStatus();
    void showReading();
    void showTick();
    void showMarks();
    void hideMarks(bool hide);
    void showMarkWords(const QString& id);
    void askWhereToExportLevels();
    void showJournal(const QString& id);
    void showChanges(const QString& title, const std::vector<JournalEntry>& entries);
    void askWhatToCompareWith();
    void placeMarkBar();
    MarkDialog* editMark(const QString& id); ///< or null
    void askForText(const QString& id);
    void showHiddenMarks();
    void pinCopy(const QString& id);
    void editLevel(const Level& typed);
    void showMarkMenu(const QString& id, QPoint at);
    void adoptMarks(const std::vector<Mark>& marks);
    void askForAlert(const QString& levelId);
    void showAlertScene();
    void showAlerts();
    void showFiring(const Alert& alert, const AlertFiring& firing);
    void showMoment(qint64 number);
    void showLive();
    [[nodiscard]] QString liveWords(const FeedSummary& summary) const;
    void applyTheme();
    void setZone(const QString& iana);
    void setTheme(const QString& name);
    void setInterval(Interval interval);
    void askForDate();
    void askForZone();
    void askForView();
    void askWhereToSave();
    void showShortcuts();
    void act(const QString& name);
    [[nodiscard]] View pictureView() const;
    /// What is shown, as values for other threads.
    [[nodiscard]] std::shared_ptr<const ViewData> stillData() const;

    const WindowServices& m_services;
    WindowState m_state;
    ViewHistory m_history;
    LoadedView m_loaded;
    TopStrip* m_strip = nullptr;
    NoticeBar* m_notice = nullptr;
    TimelineWidget* m_timeline = nullptr;
    StatusStrip* m_status = nullptr;
    WindowMenus* m_menus = nullptr;
    DockController* m_docks = nullptr;
    PictureController* m_pictures = nullptr;
    CardController* m_cardFiles = nullptr;
    ImportController* m_imports = nullptr;
    LiveController* m_live = nullptr;
    MarkController* m_marks = nullptr;
    AlertController* m_alerts = nullptr;
    NodeController* m_node = nullptr;
    KeyController* m_keys = nullptr;
    ToolStrip* m_tools = nullptr;
    MarkBar* m_markBar = nullptr;
    ReplayBar* m_replayBar = nullptr;
    ReplayClock* m_replay = nullptr;
    WordsController* m_words = nullptr;
    ViewController* m_views = nullptr;
    ReportController* m_reports = nullptr;
    QList<QShortcut*> m_replayKeys; ///< enabled while it is on
    View m_beforeReplay;
    View m_asked; ///< as the user asked for it last
    Reason m_reason = Reason::Asked;
    UtcTime m_toldAsOf{};
    QString m_saidOfCollector;
    QString m_refused;                   ///< what was said of the last edit that could not be done
    std::vector<LevelDistance> m_levels; ///< as the cards have them
    QStringList m_series;                ///< names of what is stored, as the cards have them
    ViewLoader m_loader;
};

} // namespace holdline
