// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QtTest>

namespace holdline::testing {

/// Call in init(): from then on any warning of Qt or of ours fails the test. Only what the offscreen platform
/// says of itself is passed over.
inline void failOnAnyWarning()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support).*")));
}

} // namespace holdline::testing
