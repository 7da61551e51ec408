// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accountname.h"

#include <QDir>

namespace holdline {

QString accountName()
{
    for (const char* variable : {"USER", "LOGNAME", "USERNAME"}) {
        const QString name = qEnvironmentVariable(variable).trimmed();
        if (!name.isEmpty())
            return name.left(100);
    }
    return QDir::home().dirName().left(100); // services often have no such variable
}

} // namespace holdline
