// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cardcontroller.h"

#include "app/cardreport.h"
#include "app/contentname.h"
#include "models/foundation/savefile.h"
#include "widgets/controls/noticebar.h"
#include "widgets/report/cardtext.h"
#include "widgets/report/timelinetext.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

namespace holdline {

void addCardActs(QMenu& menu, QObject& context, const std::function<void(CardAct)>& perform)
{
    const auto add = [&](const QString& words, CardAct act) {
        menu.addAction(words, &context, [perform, act] { perform(act); });
    };
    add(CardController::tr("Copy as picture"), CardAct::CopyPicture);
    add(CardController::tr("Copy as text"), CardAct::CopyText);
    add(CardController::tr("Copy as table"), CardAct::CopyTable);
    menu.addSeparator();
    add(CardController::tr("Save…"), CardAct::Save);
}

CardController::CardController(const WindowServices& services, NoticeBar& notice, QWidget& window)
    : QObject(&window),
      m_services(services),
      m_notice(notice),
      m_window(window)
{
}

void CardController::perform(CardAct act, const QString& content, const View& view, UtcTime asOf)
{
    if (act != CardAct::Save)
        return load(content, view, asOf, [this, act](const CardReport& report) { copy(act, report); });
    if (const QString path = askForPath(content); !path.isEmpty())
        saveTo(path, content, view, asOf);
}

void CardController::saveTo(const QString& path, const QString& content, const View& view, UtcTime asOf)
{
    load(content, view, asOf, [this, path](const CardReport& report) { write(path, report); });
}

QString CardController::askForPath(const QString& content)
{
    const QDir folder(QDir(m_services.dataDir).filePath(QStringLiteral("exports")));
    folder.mkpath(QStringLiteral("."));
    return QFileDialog::getSaveFileName(
        &m_window, tr("Save"), folder.filePath(cardOfContent(content) + QStringLiteral(".png")),
        tr("Pictures (*.png *.svg *.pdf);;Numbers (*.csv);;All that it says (*.json)"));
}

/// The size is the one that suits the card, not the window's.
void CardController::load(const QString& content, View view, UtcTime asOf,
                          std::function<void(const CardReport&)> use)
{
    if (!m_services.card)
        return;
    view.size = {};
    view.asOf = view.asOf.value_or(asOf);
    m_background.run([read = m_services.card, view, content] { return read(view, content); },
                     [this, use = std::move(use)](Result<std::shared_ptr<CardReport>> report) {
                         if (report.hasError())
                             m_notice.say(report.error().message);
                         else if (const auto done = drawSheet(*report.value()); done.hasError())
                             m_notice.say(done.error().message);
                         else
                             use(*report.value());
                     });
}

void CardController::copy(CardAct act, const CardReport& report)
{
    QClipboard& clipboard = *QGuiApplication::clipboard();
    if (act == CardAct::CopyPicture) {
        clipboard.setImage(imageOf(report.sheet));
        emit copied(tr("Picture copied"));
    } else if (act == CardAct::CopyText) {
        clipboard.setText(cardText(report.entry, report.facts, report.view, report.data));
        emit copied(tr("Text copied"));
    } else {
        const CopiedTable table = cardTable(report.entry, report.facts);
        auto* const data = new QMimeData; // the clipboard owns it
        data->setText(table.text);
        data->setHtml(table.html);
        clipboard.setMimeData(data);
        emit copied(tr("Table copied"));
    }
}

/// Painted here, since widgets paint it; written on the other thread.
void CardController::write(const QString& path, const CardReport& report)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const QStringList known{QStringLiteral("svg"), QStringLiteral("pdf"), QStringLiteral("csv"),
                            QStringLiteral("json")};
    const auto file = cardFile(report, known.contains(suffix) ? suffix : QStringLiteral("png"), Paper::A4);
    if (file.hasError()) {
        m_notice.say(file.error().message);
        return;
    }
    m_background.run([path, bytes = file.value()] { return saveFile(path, bytes); },
                     [this, path](const Result<Done>& done) {
                         if (done.hasError())
                             m_notice.say(done.error().message);
                         else
                             emit saved(path);
                     });
}

void CardController::copyText(const View& view, const ViewData& data, std::optional<UtcTime> at)
{
    QGuiApplication::clipboard()->setText(timelineText(view, data, at));
    emit copied(tr("Text copied"));
}

void CardController::copyTable(const View& view, std::shared_ptr<const ViewData> data)
{
    if (!m_services.numbers)
        return;
    m_background.run(
        [read = m_services.numbers, view, data]() -> Result<QString> {
            const auto numbers = read(view, *data);
            if (numbers.hasError())
                return numbers.error();
            return numbersTable(numbers.value());
        },
        [this](const Result<QString>& table) {
            if (table.hasError()) {
                m_notice.say(table.error().message);
                return;
            }
            QGuiApplication::clipboard()->setText(table.value());
            emit copied(tr("Table copied"));
        });
}

} // namespace holdline
