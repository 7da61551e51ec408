// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messagefilter.h"

#include <QString>
#include <QtGlobal>

namespace holdline {

namespace {

QtMessageHandler previousHandler = nullptr;

/// Of damaged pictures, which the program tells of itself.
bool isOfPictures(const char* category)
{
    return qstrcmp(category, "qt.svg") == 0 || qstrcmp(category, "qt.gui.imageio") == 0;
}

bool isIdle(const QMessageLogContext& context, const QString& message)
{
    return isOfPictures(context.category) ||
           message.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR not set")) ||
           message == QLatin1String("This plugin does not support propagateSizeHints()");
}

void filter(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (!isIdle(context, message))
        previousHandler(type, context, message);
}

} // namespace

void installMessageFilter()
{
    previousHandler = qInstallMessageHandler(filter);
}

} // namespace holdline
