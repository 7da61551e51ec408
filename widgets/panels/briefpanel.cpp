// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/briefpanel.h"

#include "models/foundation/timetext.h"
#include "widgets/theme/thinscrollbars.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

/// A paragraph that leads to the reading's time, its source as a tip.
QString sentenceHtml(const MarketReading& reading, const Theme& theme)
{
    const QString source = (reading.origin.source + u" · "_s + reading.origin.definition +
                            (reading.citation.isEmpty() ? QString() : u" · "_s + reading.citation))
                               .toHtmlEscaped();
    return u"<p style=\"margin:0 0 7px 0\"><a href=\"at:%1\" title=\"%2\" "
           "style=\"color:%3;text-decoration:none\">%4</a></p>"_s.arg(
               QString::number(toMsecs(reading.at)), source, theme.text.name(), reading.text.toHtmlEscaped());
}

QString missingHtml(const MissingReading& missing, const Theme& theme)
{
    return u"<p style=\"margin:0 0 7px 0;color:%1\">%2: %3.</p>"_s.arg(
        theme.dim.name(), missing.id.toHtmlEscaped(), missing.reason.toHtmlEscaped());
}

} // namespace

BriefPanel::BriefPanel(QWidget* parent)
    : Card(tr("Brief"), tr("Nothing is known yet that could be told. Import files, or record."), parent)
{
    setBody(buildBody());
    setEmpty(true);
    BriefPanel::setTheme(theme());
}

QWidget* BriefPanel::buildBody()
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins({});
    m_sentences = new QTextBrowser(body);
    m_sentences->setAccessibleName(tr("Brief"));
    m_sentences->setOpenLinks(false);
    m_sentences->setFrameShape(QFrame::NoFrame);
    m_sentences->document()->setDocumentMargin(0);
    connect(m_sentences, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& url) { emit timeActivated(fromMsecs(url.toString().mid(3).toLongLong())); });
    column->addWidget(m_sentences, 1);
    auto* line = new QHBoxLayout;
    const auto button = [&](const QString& words, const QString& tip) {
        auto* made = new QToolButton(body);
        made->setText(words);
        made->setToolTip(tip);
        made->setAutoRaise(true);
        line->addWidget(made);
        return made;
    };
    connect(button(tr("Copy"), tr("Copy the sentences with their sources as text")), &QToolButton::clicked,
            this, [this] { copy(BriefForm::Plain); });
    connect(button(tr("Copy Markdown"), tr("Copy the sentences as Markdown, their sources as footnotes")),
            &QToolButton::clicked, this, [this] { copy(BriefForm::Markdown); });
    m_all = button(tr("All readings"), tr("Show every reading, and why others could not be made"));
    m_all->setCheckable(true);
    connect(m_all, &QToolButton::toggled, this, &BriefPanel::showSentences);
    line->addStretch(1);
    column->addLayout(line);
    return body;
}

void BriefPanel::setData(const CardData& data)
{
    m_brief = data.brief;
    m_told = m_brief ? outstanding(*m_brief) : std::vector<MarketReading>{};
    setEmpty(m_told.empty());
    if (m_told.empty())
        return;
    const QTimeZone zone = zoneByName(data.zone);
    setNote(tr("as of %1").arg(dayTimeText(m_brief->at, zone, 0)));
    showSentences();
}

void BriefPanel::showSentences()
{
    if (!m_brief)
        return;
    QString html;
    for (const MarketReading& reading : m_all->isChecked() ? m_brief->readings : m_told)
        html += sentenceHtml(reading, theme());
    if (m_all->isChecked()) {
        for (const MissingReading& missing : m_brief->missing)
            html += missingHtml(missing, theme());
    }
    if (m_sentences->toHtml() != html)
        m_sentences->setHtml(html);
}

QString BriefPanel::text(BriefForm form) const
{
    return m_brief ? briefText(*m_brief, m_told, form) : QString();
}

void BriefPanel::copy(BriefForm form)
{
    if (m_brief)
        QGuiApplication::clipboard()->setText(text(form));
}

void BriefPanel::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_sentences->setFont(themeFont(TextSize::Text));
    QPalette colours = m_sentences->palette();
    colours.setColor(QPalette::Base, theme.panel);
    colours.setColor(QPalette::Text, theme.text);
    m_sentences->setPalette(colours);
    m_sentences->setStyleSheet(thinScrollBars(theme));
    showSentences();
}

} // namespace holdline
