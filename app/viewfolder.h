// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QString>

#include <vector>

namespace holdline {

/// A view of the folder `views` of the data folder.
struct SavedView {
    QString name; ///< of the file, without `.json`
    QString path;
    QString problem; ///< why it cannot be read, a sentence; empty: it can

    bool operator==(const SavedView&) const = default;
};

/// All of them by name, capitals and small letters alike. Each is read to see whether it can be.
[[nodiscard]] std::vector<SavedView> savedViews(const QString& dataDir);

/// Where a view of that name is, or would be.
[[nodiscard]] QString savedViewPath(const QString& dataDir, const QString& name);

/// Letters, digits, blanks and dashes, up to 80, with no blank at either end. Usage: why it is no name.
[[nodiscard]] Result<Done> checkViewName(const QString& name);

/// The file that `--view` means: the one of that path, else `views/NAME.json`. Unavailable: there is neither,
/// with the names that there are.
[[nodiscard]] Result<QString> findViewFile(const QString& pathOrName, const QString& dataDir);

/// Gives it another name; one that is taken is not replaced. Errors: Usage, Storage.
[[nodiscard]] Result<Done> renameSavedView(const QString& dataDir, const QString& from, const QString& to);
/// Error: Storage.
[[nodiscard]] Result<Done> removeSavedView(const QString& dataDir, const QString& name);

} // namespace holdline
