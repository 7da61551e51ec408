// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace holdline {

namespace {

constexpr int innerMargin = 18;
constexpr int titleHeight = 25;

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.raised);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::Highlight, theme.hairline);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(role, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.dim);
    palette.setColor(QPalette::Link, theme.accent);
    return palette;
}

void setTextColour(QWidget* widget, const QColor& colour)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::WindowText, colour);
    palette.setColor(QPalette::ButtonText, colour);
    widget->setPalette(palette);
}

} // namespace

Card::Card(const QString& title, const QString& emptySentence, QWidget* parent)
    : QWidget(parent),
      m_theme(themeByName(QStringLiteral("dark"))),
      m_emptySentence(emptySentence),
      m_actWords(tr("Import a file…"))
{
    setAccessibleName(title);
    setAutoFillBackground(true);
    buildTitleLine();
    m_title->setText(title);
    m_sentence->setText(emptySentence);
}

Card::~Card() = default;

void Card::buildTitleLine()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(innerMargin, 10, innerMargin, 10);
    column->setSpacing(4);
    auto* line = new QHBoxLayout;
    line->setSpacing(10);
    m_title = new QLabel(this);
    m_noteLabel = new QLabel(this);
    m_noteLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_noteLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_tableSwitch = new QToolButton(this);
    m_tableSwitch->setText(tr("Table"));
    m_tableSwitch->setCheckable(true);
    m_tableSwitch->setAutoRaise(true);
    m_tableSwitch->setToolTip(tr("Show the values as a table"));
    m_tableSwitch->hide();
    line->addWidget(m_title);
    line->addWidget(m_noteLabel, 1);
    line->addWidget(m_tableSwitch);
    m_title->setFixedHeight(titleHeight);
    column->addLayout(line);
    m_sentence = new QLabel(this);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_sentence->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_sentence, &QLabel::linkActivated, this, &Card::actRequested);
    addPage(m_sentence);
}

QString Card::title() const
{
    return m_title->text();
}

bool Card::isEmpty() const
{
    return m_isEmpty;
}

QString Card::emptySentence() const
{
    return m_emptySentence;
}

QString Card::note() const
{
    return m_note;
}

void Card::setBare(int margin)
{
    m_isBare = true;
    for (QWidget* const part : std::initializer_list<QWidget*>{m_title, m_noteLabel, m_tableSwitch})
        part->hide();
    layout()->setContentsMargins(margin, margin, margin, margin);
    updateSentence();
}

void Card::addPage(QWidget* page)
{
    static_cast<QVBoxLayout*>(layout())->addWidget(page, 1);
    m_pages.push_back(page);
}

std::size_t Card::wantedPage() const
{
    if (m_isEmpty)
        return 0;
    return m_pages.size() > 2 && m_tableSwitch->isChecked() ? 2 : 1;
}

void Card::setBody(QWidget* body, QWidget* table)
{
    addPage(body);
    if (!table)
        return;
    addPage(table);
    m_tableSwitch->setAccessibleName(tr("%1 as a table").arg(title()));
    connect(m_tableSwitch, &QToolButton::toggled, this, [this] { setEmpty(m_isEmpty); });
}

void Card::setNote(const QString& note)
{
    m_note = note;
    m_noteLabel->setToolTip(note);
    layout()->activate();
    elideNote();
}

void Card::setEmpty(bool isEmpty)
{
    m_isEmpty = isEmpty;
    m_tableSwitch->setVisible(m_pages.size() > 2 && !isEmpty && !m_isBare);
    const std::size_t wanted = wantedPage();
    for (std::size_t page = 0; page < m_pages.size(); ++page)
        m_pages[page]->setVisible(page == wanted);
    if (isEmpty)
        setNote({});
}

void Card::elideNote()
{
    m_noteLabel->setText(m_noteLabel->fontMetrics().elidedText(m_note, Qt::ElideRight, m_noteLabel->width()));
}

void Card::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    elideNote();
}

void Card::updateSentence()
{
    if (m_isBare) {
        m_sentence->setText(m_emptySentence.toHtmlEscaped());
        return;
    }
    const QString act = QStringLiteral("<a href=\"%1\" style=\"color:%2\">%3</a>")
                            .arg(m_act, m_theme.accent.name(), m_actWords.toHtmlEscaped());
    m_sentence->setText(m_emptySentence.toHtmlEscaped() + QLatin1Char(' ') + act);
    m_sentence->setAccessibleName(m_emptySentence);
}

void Card::setAct(const QString& act, const QString& words)
{
    m_act = act;
    m_actWords = words;
    updateSentence();
}

QString Card::choice() const
{
    return {};
}

void Card::setChoice(const QString&) {}

void Card::setSelection(const QStringList&) {}

void Card::setAlerts(const AlertState& /*state*/) {}

void Card::setStudy(const StudyQuestion& /*question*/, const Result<EventStudy>& /*study*/) {}

void Card::setLive(const LiveState&) {}

void Card::setTheme(const Theme& theme)
{
    m_theme = theme;
    setPalette(paletteOf(theme));
    setFont(themeFont(TextSize::Text));
    m_title->setFont(themeFont(TextSize::Text, 1, true));
    m_noteLabel->setFont(themeFont(TextSize::Annotation));
    m_tableSwitch->setFont(themeFont(TextSize::Annotation));
    setTextColour(m_title, theme.text);
    setTextColour(m_noteLabel, theme.dim);
    setTextColour(m_tableSwitch, theme.dim);
    setTextColour(m_sentence, theme.dim);
    updateSentence();
    elideNote();
}

} // namespace holdline
