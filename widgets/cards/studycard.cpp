// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/studycard.h"

#include "models/foundation/timetext.h"
#include "models/readings/studytext.h"
#include "widgets/cards/fanchart.h"
#include "widgets/cards/plaintable.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace holdline {

namespace {

constexpr int narrowestSpanColumn = 52;

QLabel* wrappedLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

/// The same thing, at whatever moment.
bool isSameChoice(const StudyQuestion& a, const StudyQuestion& b)
{
    return a.kind == b.kind && a.name == b.name && a.threshold == b.threshold && a.instrument == b.instrument;
}

/// What was known then is still all that is to be known; never more than that.
bool answersStill(const StudyQuestion& asked, const StudyQuestion& wanted)
{
    return isSameChoice(asked, wanted) && asked.asOf <= wanted.asOf &&
           fiveMinutes.bucketStart(asked.asOf) == fiveMinutes.bucketStart(wanted.asOf);
}

StudyBasis basisOf(const CardData& data)
{
    StudyBasis basis{.events = data.events};
    for (const LevelDistance& row : data.levels)
        basis.levels.push_back(row.level.level);
    for (const SourceEntry& source : data.sources)
        basis.beginnings.push_back(source.extent.range.from);
    return basis;
}

} // namespace

StudyCard::StudyCard(QWidget* parent)
    : Card(tr("What followed"), tr("Nothing to study yet: neither prices nor flows nor events are stored."),
           parent)
{
    setBody(makeBody(), makeCases());
    setEmpty(true);
    StudyCard::setTheme(theme());
}

QWidget* StudyCard::makeBody()
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(4);
    m_chooser = new QComboBox(body);
    m_chooser->setAccessibleName(tr("What is studied"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chooser->setMinimumContentsLength(20);
    connect(m_chooser, &QComboBox::currentIndexChanged, this, &StudyCard::choose);
    m_words = wrappedLabel(body);
    m_figures = makeFigures(body);
    column->addWidget(m_chooser);
    column->addWidget(m_words);
    column->addWidget(m_figures, 1);
    column->addStretch();
    return body;
}

QWidget* StudyCard::makeFigures(QWidget* parent)
{
    auto* figures = new QWidget(parent);
    auto* column = new QVBoxLayout(figures);
    column->setContentsMargins({});
    column->setSpacing(4);
    m_fan = new FanChart(figures);
    m_spanTable = new PlainTable(m_spans, figures);
    m_spanTable->setAccessibleName(tr("What followed within each span"));
    m_spanTable->setDenseRows();
    m_spanTable->setSortingEnabled(false); // the spans have their order
    m_spanTable->horizontalHeader()->setMinimumSectionSize(narrowestSpanColumn);
    m_spanTable->setRowsShown(static_cast<int>(studySpans.size()));
    m_spanTable->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addWidget(m_fan, 1);
    column->addWidget(m_spanTable);
    return figures;
}

QWidget* StudyCard::makeCases()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(6);
    m_casesTitle = wrappedLabel(page);
    m_caseTable = new PlainTable(m_cases, page);
    m_caseTable->setAccessibleName(tr("Each time it happened"));
    connect(m_caseTable, &PlainTable::timeActivated, this, &Card::timeActivated);
    column->addWidget(m_casesTitle);
    column->addWidget(m_caseTable, 1);
    return page;
}

void StudyCard::setData(const CardData& data)
{
    m_isReconstruction = data.isReconstruction;
    m_zone = zoneByName(data.zone);
    m_year = dateIn(data.at, m_zone).year();
    m_cases.setMoment(m_zone, m_year);
    setChoices(studyChoices(data));
    setEmpty(m_choices.empty());
    ask(basisOf(data));
}

/// The one that is chosen stays, where it is still there.
void StudyCard::setChoices(std::vector<StudyChoice> choices)
{
    int chosen = 0;
    QStringList titles;
    for (const StudyChoice& choice : choices) {
        if (m_asked && isSameChoice(*m_asked, choice.question))
            chosen = static_cast<int>(titles.size());
        titles.append(choice.title);
    }
    m_choices = std::move(choices);
    const QSignalBlocker silence(m_chooser);
    m_chooser->clear();
    m_chooser->addItems(titles);
    m_chooser->setCurrentIndex(m_choices.empty() ? -1 : chosen);
}

void StudyCard::choose(int choice)
{
    if (choice < 0 || choice >= static_cast<int>(m_choices.size()))
        return;
    m_chooser->setCurrentIndex(choice);
    ask(m_basis);
}

QString StudyCard::choice() const
{
    return m_chooser->currentIndex() > 0 ? m_chooser->currentText() : QString();
}

void StudyCard::setChoice(const QString& words)
{
    choose(m_chooser->findText(words));
}

/// What is shown stays until the answer comes, unless it is of something else or tells more than was known.
void StudyCard::ask(const StudyBasis& basis)
{
    if (m_choices.empty()) {
        m_asked.reset();
        m_answered.reset();
        return showStudy();
    }
    const StudyQuestion wanted = m_choices[static_cast<std::size_t>(m_chooser->currentIndex())].question;
    const bool isSameBasis = basis == m_basis;
    const bool isAsked = isSameBasis && m_asked && answersStill(*m_asked, wanted);
    const bool isFit =
        isSameBasis && m_answered && isSameChoice(*m_answered, wanted) && m_answered->asOf <= wanted.asOf;
    if (!isFit)
        m_answered.reset();
    m_basis = basis;
    if (!isAsked)
        m_asked = wanted;
    showStudy();
    if (!isAsked)
        emit studyRequested(wanted);
}

void StudyCard::setStudy(const StudyQuestion& question, const Result<EventStudy>& study)
{
    if (m_asked != question)
        return;
    m_answered = question;
    m_study = study.hasValue() ? study.value() : EventStudy{};
    m_refusal = study.hasValue() ? QString() : study.error().message;
    showStudy();
}

void StudyCard::showStudy()
{
    const EventStudy shown = m_answered ? m_study : EventStudy{};
    m_words->setText(words());
    m_figures->setVisible(!shown.rows.empty());
    m_fan->setFan(shown.fan);
    m_spans.setStudy(shown);
    m_cases.setStudy(shown);
    m_casesTitle->setText(m_chooser->currentText());
    m_spanTable->updateGeometry();
    if (!isEmpty())
        setNote(note());
}

QString StudyCard::words() const
{
    if (!m_answered)
        return tr("Looking through what is stored…");
    return m_refusal.isEmpty() ? countSentence(m_study) : m_refusal;
}

QString StudyCard::note() const
{
    QStringList parts;
    if (m_answered)
        parts.append(tr("as known on %1").arg(dayTimeText(m_answered->asOf, m_zone, m_year)));
    if (m_asked)
        parts.append(tr("price of %1 from the first full hour after it was known").arg(m_asked->instrument));
    if (m_isReconstruction)
        parts.append(tr("reconstruction"));
    return parts.join(QStringLiteral(" · "));
}

void StudyCard::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_fan->setTheme(theme);
    m_spanTable->setTheme(theme);
    m_caseTable->setTheme(theme);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, theme.dim);
    m_casesTitle->setPalette(quiet);
}

} // namespace holdline
