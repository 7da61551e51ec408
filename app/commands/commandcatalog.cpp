// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/alertscommand.h"
#include "app/commands/briefcommand.h"
#include "app/commands/cohortscommand.h"
#include "app/commands/command.h"
#include "app/commands/exportcommand.h"
#include "app/commands/importcommand.h"
#include "app/commands/levelscommand.h"
#include "app/commands/querycommand.h"
#include "app/commands/recordcommand.h"
#include "app/commands/replaycommand.h"
#include "app/commands/sourcescommand.h"
#include "app/commands/studycommand.h"
#include "app/commands/verifycommand.h"

namespace holdline {

const std::vector<Command>& commandCatalog()
{
    static const std::vector<Command> commands{
        importCommand(),  exportCommand(), verifyCommand(), queryCommand(),
        briefCommand(),   studyCommand(),  levelsCommand(), alertsCommand(),
        cohortsCommand(), recordCommand(), replayCommand(), sourcesCommand(),
    };
    return commands;
}

} // namespace holdline
