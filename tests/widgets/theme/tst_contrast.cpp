// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/theme/contrast.h"
#include "widgets/theme/theme.h"

#include <QtTest>

using namespace holdline;

class TestContrast final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void knownRatios()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        // 0x77 is 0.4667: luminance ((0.4667 + 0.055) / 1.055)^2.4 = 0.1845, so 1.05 / 0.2345 = 4.478.
        QVERIFY(std::abs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.478) < 0.002);
    }

    void textOfEveryThemeCanBeRead_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto* name : {"dark", "light", "print"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void textOfEveryThemeCanBeRead()
    {
        QFETCH(QString, name);
        const Theme theme = themeByName(name);
        for (const QColor& ground : {theme.background, theme.panel, theme.raised}) {
            QVERIFY(contrastRatio(theme.text, ground) >= 4.5);
            QVERIFY(contrastRatio(theme.dim, ground) >= 4.5);
            for (const QColor& colour : {theme.up, theme.down, theme.defenseBand, theme.resistanceMonths,
                                         theme.resistanceHolders, theme.accent})
                QVERIFY(contrastRatio(readableOn(colour, ground), ground) >= 4.5);
        }
    }

    void whatCanBeReadIsLeftAlone()
    {
        const Theme dark = themeByName(QStringLiteral("dark"));
        QCOMPARE(readableOn(dark.defenseBand, dark.panel).rgb(), dark.defenseBand.rgb());
    }
};

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
