// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

// A folder may include itself and the folders before it in its list.
const QStringList modelFolders{u"foundation"_s, u"market"_s,  u"series"_s,   u"indicators"_s, u"scales"_s,
                               u"levels"_s,     u"cohorts"_s, u"readings"_s, u"feeds"_s,      u"imports"_s,
                               u"store"_s,      u"history"_s, u"views"_s,    u"reports"_s,    u"tables"_s};
const QStringList widgetFolders{u"theme"_s,  u"plots"_s,    u"tools"_s,   u"timeline"_s, u"cards"_s,
                                u"panels"_s, u"controls"_s, u"dialogs"_s, u"report"_s};
const QStringList layers{u"models"_s, u"widgets"_s, u"app"_s};

struct Include {
    QString file;
    int line = 0;
    QString target;
    bool isOwn = false; ///< written with quotes
};

std::vector<Include> includesOf(const QString& path, const QString& relative)
{
    static const QRegularExpression form(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
    std::vector<Include> includes;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return includes;
    int number = 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        ++number;
        const auto match = form.match(QString::fromUtf8(line));
        if (match.hasMatch())
            includes.push_back(
                {relative, number, match.captured(2), match.captured(1) == QStringLiteral("\"")});
    }
    return includes;
}

std::vector<Include> includesBelow(const QString& folder)
{
    const QDir root(QStringLiteral(HOLDLINE_SOURCE_DIR));
    std::vector<Include> all;
    QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const auto includes = includesOf(path, root.relativeFilePath(path));
        all.insert(all.end(), includes.begin(), includes.end());
    }
    return all;
}

QString part(const QString& path, int index)
{
    return path.section(QLatin1Char('/'), index, index);
}

/// Empty when the include is allowed, else the reason why not.
QString objection(const Include& include)
{
    const QString layer = part(include.file, 0);
    const QString target = part(include.target, 0);
    if (!layers.contains(target))
        return include.target.endsWith(u".moc"_s) ? QString()
                                                  : QStringLiteral("is not written from the repository root");
    if (layers.indexOf(target) > layers.indexOf(layer))
        return QStringLiteral("goes against app -> widgets -> models");
    const QStringList* order = layer == u"models"_s    ? &modelFolders
                               : layer == u"widgets"_s ? &widgetFolders
                                                       : nullptr;
    if (!order || target != layer)
        return {};
    const auto from = order->indexOf(part(include.file, 1));
    const auto to = order->indexOf(part(include.target, 1));
    if (from < 0 || to < 0)
        return QStringLiteral("is of a folder that the list of folders does not name");
    return to > from ? QStringLiteral("points downwards in the list of folders") : QString();
}

bool isDisplayHeader(const QString& header)
{
    static const QRegularExpression form(QStringLiteral(
        "^(QtWidgets|QtCharts|QtOpenGL|QtSvg|Q(Widget|Application|MainWindow|Dialog|Label|Painter|Pixmap|"
        "Image|Chart|ChartView)$)"));
    return form.match(header).hasMatch();
}

} // namespace

class TestLayers final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void includesPointUpwards()
    {
        QStringList wrong;
        for (const auto& layer : layers) {
            for (const auto& include : includesBelow(layer)) {
                const QString reason = include.isOwn ? objection(include) : QString();
                if (!reason.isEmpty())
                    wrong.append(QStringLiteral("%1:%2: %3 %4")
                                     .arg(include.file)
                                     .arg(include.line)
                                     .arg(include.target, reason));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void modelsKnowNoDisplay()
    {
        for (const auto& include : includesBelow(u"models"_s))
            QVERIFY2(include.isOwn || !isDisplayHeader(include.target),
                     qPrintable(include.file + u": "_s + include.target));
    }

    void chartsStayInCards()
    {
        static const QRegularExpression charts(
            QStringLiteral("^(QtCharts.*|Q\\w*(Chart|Bar|Pie|Line|Area)\\w*Series|QChart.*|"
                           "QBarSet|QValueAxis|QDateTimeAxis|QBarCategoryAxis)$"));
        for (const auto& folder : {u"widgets"_s, u"app"_s}) {
            for (const auto& include : includesBelow(folder))
                QVERIFY2(include.file.startsWith(u"widgets/cards/"_s) ||
                             !charts.match(include.target).hasMatch(),
                         qPrintable(include.file + u": "_s + include.target));
        }
    }

    void coloursAreWrittenInTheTheme()
    {
        static const QRegularExpression literal(
            QStringLiteral("QColor\\((0x|\\d|\"|u\"|QStringLiteral)|\"#[0-9a-fA-F]{6}\""));
        const QDir root(QStringLiteral(HOLDLINE_SOURCE_DIR));
        for (const auto& folder : {u"widgets"_s, u"app"_s}) {
            QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                QVERIFY2(file.fileName().contains(u"widgets/theme/"_s) || !literal.match(text).hasMatch(),
                         qPrintable(file.fileName()));
            }
        }
    }

    void objectionsAreRaised_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* name, const char* file, const char* target, bool allowed) {
            QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(target) << allowed;
        };
        row("a folder includes itself", "models/series/a.h", "models/series/b.h", true);
        row("history uses the store", "models/history/a.cpp", "models/store/store.h", true);
        row("imports do not know the store", "models/imports/a.cpp", "models/store/store.h", false);
        row("models know no widget", "models/views/a.h", "widgets/theme/theme.h", false);
        row("widgets know no app", "widgets/plots/a.h", "app/mainwindow.h", false);
        row("app knows all", "app/a.cpp", "models/store/store.h", true);
        row("a bare name is refused", "models/store/a.cpp", "store.h", false);
    }
    void objectionsAreRaised()
    {
        QFETCH(QString, file);
        QFETCH(QString, target);
        QFETCH(bool, allowed);
        QCOMPARE(objection({file, 1, target, true}).isEmpty(), allowed);
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
