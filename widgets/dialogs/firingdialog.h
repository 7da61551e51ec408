// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/alertfiring.h"

#include <QDialog>
#include <QImage>
#include <QTimeZone>

namespace holdline {

/// A moment at which an alert fired: what happened, and a picture of it.
class FiringDialog final : public QDialog {
    Q_OBJECT

public:
    FiringDialog(const LoggedFiring& firing, const QImage& picture, const QTimeZone& zone,
                 QWidget* parent = nullptr);

signals:
    /// The timeline may go there.
    void timeActivated(holdline::UtcTime time);
};

} // namespace holdline
