// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/firingdialog.h"

#include "models/foundation/typedtime.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdline {

FiringDialog::FiringDialog(const LoggedFiring& firing, const QImage& picture, const QTimeZone& zone,
                           QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(firing.firing.name);
    auto* column = new QVBoxLayout(this);
    const auto line = [&](const QString& text) {
        auto* label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        column->addWidget(label);
    };
    line(firing.firing.words);
    line(tr("Happened %1, seen %2 (%3)")
             .arg(typedTimeText(firing.firing.at, zone), typedTimeText(firing.toldAt, zone),
                  QString::fromUtf8(zone.id())));
    if (!firing.outcome.isEmpty())
        line(firing.outcome);
    auto* shown = new QLabel(this);
    shown->setAccessibleName(tr("Picture of the moment"));
    if (picture.isNull())
        shown->setText(tr("There is no picture of this moment."));
    else
        shown->setPixmap(QPixmap::fromImage(picture));
    column->addWidget(shown);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const QPushButton* const go =
        buttons->addButton(tr("Show on the timeline"), QDialogButtonBox::ActionRole);
    connect(go, &QPushButton::clicked, this, [this, at = firing.firing.at] {
        emit timeActivated(at);
        close();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

} // namespace holdline
