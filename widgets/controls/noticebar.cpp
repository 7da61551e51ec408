// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/noticebar.h"

#include "widgets/theme/flatbutton.h"

#include <QHBoxLayout>
#include <QLabel>

namespace holdline {

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent),
      m_sentence(new QLabel(this)),
      m_act(new FlatButton({}, this)),
      m_close(new FlatButton(QStringLiteral("×"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 5, 8, 5);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setFont(themeFont(TextSize::Text));
    m_act->setRaised(true);
    m_close->setAccessibleName(tr("Dismiss"));
    row->addWidget(m_sentence, 1);
    row->addWidget(m_act);
    row->addWidget(m_close);
    setAutoFillBackground(true);
    setAccessibleName(tr("Notice"));
    connect(m_close, &FlatButton::clicked, this, &NoticeBar::clear);
    connect(m_act, &FlatButton::clicked, this, [this] {
        const auto mend = m_mend;
        clear();
        if (mend)
            mend();
    });
    hide();
}

void NoticeBar::say(const QString& sentence, const QString& actText, std::function<void()> act)
{
    m_sentence->setText(sentence);
    setAccessibleDescription(sentence);
    m_mend = std::move(act);
    m_act->setText(actText);
    m_act->setVisible(!actText.isEmpty());
    m_act->updateGeometry();
    show();
}

void NoticeBar::clear()
{
    m_sentence->clear();
    m_mend = {};
    hide();
}

QString NoticeBar::sentence() const
{
    return m_sentence->text();
}

void NoticeBar::setTheme(const Theme& theme)
{
    QPalette colours = palette();
    colours.setColor(QPalette::Window, theme.raised);
    colours.setColor(QPalette::WindowText, theme.text);
    setPalette(colours);
    m_act->setTheme(theme);
    m_close->setTheme(theme);
}

} // namespace holdline
