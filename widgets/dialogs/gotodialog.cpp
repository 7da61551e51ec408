// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/gotodialog.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdline {

GoToDialog::GoToDialog(UtcTime proposed, const QTimeZone& zone, QWidget* parent)
    : QDialog(parent),
      m_zone(zone),
      m_text(new QLineEdit(this)),
      m_reason(new QLabel(this))
{
    setWindowTitle(tr("Go to date"));
    setMinimumWidth(360);
    auto* column = new QVBoxLayout(this);
    auto* question = new QLabel(tr("Date, or date and time (%1)").arg(QString::fromUtf8(zone.id())), this);
    question->setBuddy(m_text);
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(toMsecs(proposed), zone);
    m_text->setText(wall.toString(QStringLiteral("yyyy-MM-dd hh:mm")));
    m_text->setAccessibleName(tr("Date"));
    m_text->selectAll();
    m_reason->setWordWrap(true);
    m_reason->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Go"));
    connect(buttons, &QDialogButtonBox::accepted, this, &GoToDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &GoToDialog::reject);
    for (QWidget* part : std::initializer_list<QWidget*>{question, m_text, m_reason, buttons})
        column->addWidget(part);
}

void GoToDialog::accept()
{
    const auto time = parseTypedTime(m_text->text(), m_zone);
    if (time.hasError()) {
        m_reason->setText(time.error().message);
        m_reason->show();
        m_text->setFocus();
        m_text->selectAll();
        return;
    }
    emit timeChosen(time.value());
    QDialog::accept();
}

} // namespace holdline
