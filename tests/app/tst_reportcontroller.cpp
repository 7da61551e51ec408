// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"
#include "app/reportcontroller.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/run.h"
#include "widgets/controls/noticebar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

UtcTime moment(const char* text)
{
    return parseIso(text).value();
}

QByteArray contentAt(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

View storyView()
{
    View view;
    view.title = u"Price {price.last}"_s;
    view.episode = u"january-2026"_s;
    view.panes = defaultPanes();
    view.zone = u"Asia/Tokyo"_s;
    view.range = {moment("2026-01-13"), moment("2026-01-22")};
    view.asOf = moment("2026-01-21T06:00Z");
    return view;
}

/// A controller without the rest of the window.
struct Desk {
    explicit Desk(WindowServices given) : services(std::move(given)) {}

    WindowServices services;
    QWidget window;
    NoticeBar notice{&window};
    ReportController reports{services, notice, window};

    ReportDialog* ask(const QString& path)
    {
        ReportDialog* const dialog = reports.show(storyView(), path);
        choose(*dialog, u"a4"_s);
        return dialog;
    }
    static void choose(ReportDialog& dialog, const QString& name)
    {
        auto* const box = dialog.findChild<QComboBox*>(u"template"_s);
        box->setCurrentIndex(box->findData(name));
    }
    static QString sentence(const ReportDialog& dialog)
    {
        return dialog.findChild<QLabel*>(u"sentence"_s)->text();
    }
};

} // namespace

/// A report that is made in the window.
class TestReportController final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void itIsTheOneThatExportWrites_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("paper");
        QTest::newRow("pages") << u"r.pdf"_s << u"a4"_s;
        QTest::newRow("pages of another paper") << u"r.pdf"_s << u"letter"_s;
        QTest::newRow("numbers") << u"r.csv"_s << u"a4"_s;
        QTest::newRow("all that it says") << u"r.json"_s << u"a4"_s;
    }
    void itIsTheOneThatExportWrites()
    {
        QFETCH(QString, name);
        QFETCH(QString, paper);
        WindowServices services = windowServices(path({}), m_clock);
        services.alerts = {};
        MainWindow window(services, storyView());
        QSignalSpy settled(&window, &MainWindow::settled);
        window.show();
        QVERIFY(settled.wait(60'000));
        window.saveView(path(u"shown.json"_s));
        window.askForReport();
        auto* const dialog = window.findChild<ReportDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->order().path, path(u"exports/binance-BTCUSDT-2026-01-13.pdf"_s));
        Desk::choose(*dialog, u"a4"_s);
        auto* const papers = dialog->findChild<QComboBox*>(u"paper"_s);
        papers->setCurrentIndex(papers->findData(paper));
        dialog->findChild<QLineEdit*>(u"path"_s)->setText(path(name));
        QSignalSpy saved(&window.reports(), &ReportController::saved);
        dialog->accept();
        QVERIFY(saved.wait(60'000));
        QVERIFY(window.notice().isEmpty());
        const auto ended =
            testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                         {u"--data-dir"_s, path({}), u"export"_s, u"--view"_s, path(u"shown.json"_s),
                          u"--template"_s, u"a4"_s, u"--page"_s, paper, u"-o"_s, path(u"told-"_s + name)});
        QVERIFY2(ended.exitCode == 0, ended.words.constData());
        QVERIFY(!contentAt(path(name)).isEmpty());
        QVERIFY(contentAt(path(name)) == contentAt(path(u"told-"_s + name)));
    }

    void templatesStandByTitleWithTheirPaper()
    {
        write(u"desk"_s, R"({"template":1,"name":"desk","title":"Our desk","page":"letter",
                             "blocks":[{"kind":"brief"}]})");
        write(u"wrong"_s, R"({"template":1,"page":"a4","blocks":[{"kind":"pie"}]})");
        Desk desk(plainServices());
        ReportDialog* const dialog = desk.ask(path(u"r.pdf"_s));
        QCOMPARE(desk.reports.show({}, {}), dialog); // there is one
        const auto* const box = dialog->findChild<QComboBox*>(u"template"_s);
        QStringList names;
        for (int row = 0; row < box->count(); ++row)
            names.append(box->itemData(row).toString());
        QCOMPARE(names,
                 (QStringList{u"a4"_s, u"desk"_s, u"letter"_s, u"wrong"_s})); // pictures are no reports
        QCOMPARE(dialog->order(), (ReportOrder{u"a4"_s, u"a4"_s, path(u"r.pdf"_s)}));
        QCOMPARE(box->itemText(1), u"Our desk (desk)"_s);
        Desk::choose(*dialog, u"desk"_s);
        QCOMPARE(dialog->order().page, u"letter"_s);
        const auto* const model = qobject_cast<QStandardItemModel*>(box->model());
        QVERIFY(!model->item(3)->isEnabled());
        QVERIFY(model->item(3)->toolTip().contains(u"pie"_s));
    }
    void whatCannotBeWrittenIsSaidInTheDialog()
    {
        Desk desk(plainServices());
        ReportDialog* const dialog = desk.ask(path(u"r.png"_s));
        dialog->accept();
        QVERIFY(dialog->isVisible());
        QCOMPARE(Desk::sentence(*dialog), u"The name must end in .pdf, .csv or .json."_s);
        dialog->findChild<QLineEdit*>(u"path"_s)->clear();
        dialog->accept();
        QCOMPARE(Desk::sentence(*dialog), u"Name the file to write."_s);
        QVERIFY(!desk.reports.isRunning());
    }
    void aFileThatIsThereIsReplacedOnlyWhenAsked()
    {
        QFile file(path(u"r.pdf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
        file.close();
        Desk desk(plainServices());
        ReportDialog* const dialog = desk.ask(file.fileName());
        answer(QMessageBox::No);
        dialog->accept();
        QVERIFY(!desk.reports.isRunning());
        QSignalSpy finished(&desk.reports, &ReportController::finished);
        answer(QMessageBox::Yes);
        dialog->accept();
        QVERIFY(finished.wait(20'000));
        QCOMPARE(contentAt(file.fileName()), "the report");
    }
    void itCanBeStoppedAndThenNothingIsWritten()
    {
        WindowServices services = plainServices();
        services.report = [](const View&, const ReportTemplate&, const QString&,
                             const Progress& progress) -> Result<MadeReport> {
            while (!progress.cancelled)
                QThread::yieldCurrentThread();
            return MadeReport{"the report", {}};
        };
        Desk desk(services);
        QSignalSpy finished(&desk.reports, &ReportController::finished);
        desk.ask(path(u"r.pdf"_s))->accept();
        QVERIFY(desk.reports.isRunning());
        QCOMPARE(desk.notice.sentence(), u"Making the report"_s);
        for (auto* const button : desk.notice.findChildren<QAbstractButton*>())
            if (button->text() == u"Cancel"_s)
                button->click();
        QVERIFY(finished.wait(20'000));
        QCOMPARE(desk.notice.sentence(), u"No report was written."_s);
        QVERIFY(!QFile::exists(path(u"r.pdf"_s)));
    }
    void whatWentWrongStandsInTheNotice()
    {
        WindowServices services = plainServices();
        services.report = [](const View&, const ReportTemplate&, const QString&,
                             const Progress&) -> Result<MadeReport> {
            return Error{Error::Kind::Storage, u"The store cannot be read."_s};
        };
        Desk desk(services);
        QSignalSpy finished(&desk.reports, &ReportController::finished);
        desk.ask(path(u"r.pdf"_s))->accept();
        QVERIFY(finished.wait(20'000));
        QCOMPARE(desk.notice.sentence(), u"The store cannot be read."_s);
        QVERIFY(!QFile::exists(path(u"r.pdf"_s)));
    }
    void wordsThatCouldNotBeFilledAreTold()
    {
        WindowServices services = plainServices();
        services.report = [](const View&, const ReportTemplate&, const QString&,
                             const Progress&) -> Result<MadeReport> {
            return MadeReport{"the report", {u"price.lost is not known"_s}};
        };
        Desk desk(services);
        QSignalSpy finished(&desk.reports, &ReportController::finished);
        desk.ask(path(u"r.pdf"_s))->accept();
        QVERIFY(finished.wait(20'000));
        QCOMPARE(desk.notice.sentence(), u"price.lost is not known"_s);
        QVERIFY(QFile::exists(path(u"r.pdf"_s)));
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    WindowServices plainServices() const
    {
        return {.clock = m_clock,
                .dataDir = m_folder->path(),
                .load = {},
                .loadCards = {},
                .release = {},
                .picture = {},
                .save = {},
                .report = [](const View&, const ReportTemplate&, const QString&,
                             const Progress&) -> Result<MadeReport> {
                    return MadeReport{"the report", {}};
                },
                .importFile = {}};
    }
    void write(const QString& name, const QByteArray& json) const
    {
        QDir(m_folder->path()).mkpath(u"templates"_s);
        QFile file(path(u"templates/"_s + name + u".json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
    }
    /// The next question.
    static void answer(QMessageBox::StandardButton button)
    {
        QTimer::singleShot(0, qApp, [button] {
            auto* const box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            QVERIFY(box);
            box->button(button)->click();
        });
    }

    testing::FakeClock m_clock{moment("2026-01-24")};
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestReportController)
#include "tst_reportcontroller.moc"
