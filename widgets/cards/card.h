// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/readings/eventstudy.h"
#include "models/readings/studyquestion.h"
#include "models/views/alertstate.h"
#include "models/views/carddata.h"
#include "models/views/livestate.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;

namespace holdline {

/// A standing figure beside the timeline: a title line (title left, unit or source right) and below it one
/// body, or a sentence that says what is missing and offers the one act that mends it.
class Card : public QWidget {
    Q_OBJECT

public:
    ~Card() override;

    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isEmpty() const;          ///< the sentence is shown
    [[nodiscard]] QString emptySentence() const; ///< plain text, also while data are shown
    [[nodiscard]] QString note() const;          ///< right of the title, as long as it is

    /// Without its title line and without the act that an empty one offers, for a picture; the margin in
    /// device-independent px.
    void setBare(int margin);

    /// Shows the data; what they lack is said, never drawn as zero.
    virtual void setData(const CardData& data) = 0;
    virtual void setTheme(const Theme& theme);
    /// Shows what the collector tells; most cards show nothing of it.
    virtual void setLive(const LiveState& live);
    /// Shows which marks are selected on the timeline; most cards show none.
    virtual void setSelection(const QStringList& ids);
    /// Shows alerts and what fired; most cards show nothing of it.
    virtual void setAlerts(const AlertState& state);
    /// What a study gave, or why it could not be made; most cards ask for none.
    virtual void setStudy(const StudyQuestion& question, const Result<EventStudy>& study);

    /// What is chosen of what the card can show, as words of one line: lengths, bands, a study. Empty: what
    /// it shows at first, or it shows one thing alone.
    [[nodiscard]] virtual QString choice() const;
    /// Takes such words; others change nothing.
    virtual void setChoice(const QString& words);

    [[nodiscard]] const Theme& theme() const { return m_theme; }

signals:
    /// The act that an empty card offers: `import`, `alert`.
    void actRequested(const QString& act);
    /// A row that stands at a time was activated: the timeline may go there.
    void timeActivated(holdline::UtcTime time);
    /// Marks were chosen here: the timeline may show which.
    void marksSelected(const QStringList& ids);
    void levelEdited(const holdline::Level& level);
    void propertiesRequested(const QString& id);
    void deleteRequested(const QStringList& ids);
    void hideRequested(const QStringList& ids, bool hide);
    /// `#rrggbb` for a mark.
    void colourChosen(const QString& id, const QString& colour);
    /// `new`, `edit`, `arm`, `on`, `off`, `remove`.
    void alertActRequested(const QString& act, const QStringList& ids);
    /// A moment at which an alert fired is to be shown.
    void firingActivated(qint64 number);
    /// The answer comes back by setStudy().
    void studyRequested(const holdline::StudyQuestion& question);
    /// A sentence about what was done here and could not be.
    void refused(const QString& sentence);

protected:
    Card(const QString& title, const QString& emptySentence, QWidget* parent);

    /// The body, and its values as a table behind a switch in the title line (or none).
    void setBody(QWidget* body, QWidget* table = nullptr);
    /// Unit, source, definition: dim, right of the title. Shortened when there is no room.
    void setNote(const QString& note);
    void setEmpty(bool isEmpty);
    /// What an empty card offers, in place of importing a file.
    void setAct(const QString& act, const QString& words);

    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTitleLine();
    void addPage(QWidget* page);
    [[nodiscard]] std::size_t wantedPage() const;
    void elideNote();
    void updateSentence();

    Theme m_theme;
    QString m_emptySentence;
    QString m_act = QStringLiteral("import");
    QString m_actWords;
    QString m_note;
    QLabel* m_title = nullptr;
    QLabel* m_noteLabel = nullptr;
    QToolButton* m_tableSwitch = nullptr;
    QLabel* m_sentence = nullptr;
    std::vector<QWidget*> m_pages; ///< sentence, body, table; one of them is shown
    bool m_isEmpty = true;
    bool m_isBare = false;
};

} // namespace holdline
