// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/placeholders.h"
#include "models/views/viewdata.h"
#include "widgets/dialogs/picturewordsdialog.h"

#include <QPointer>

namespace holdline {

class NoticeBar;
class TimelineWidget;
class ViewHistory;

/// The words of a picture in the window: title, subtitle and caption, which a dialog asks for, and callouts,
/// which stand on the timeline. All are typed with placeholders and filled from the brief that is shown.
class WordsController final : public QObject {
    Q_OBJECT

public:
    WordsController(QString dataDir, TimelineWidget& timeline, ViewHistory& history, NoticeBar& notice,
                    QWidget& window);

    /// The readings of what is shown, or null.
    void setBrief(std::shared_ptr<const Brief> brief);
    /// Fills the callouts of the view again: other data are shown.
    void refill();
    PictureWordsDialog* show();

private:
    [[nodiscard]] PlaceholderFacts facts() const;
    [[nodiscard]] WordsPreview preview(const TypedWords& words) const;
    void take(const TypedWords& words, const PictureMaker& maker);
    [[nodiscard]] Result<Done> keep(const PictureMaker& maker);
    void add(Callout callout);
    void edit(std::size_t index);
    void showCalloutMenu(std::size_t index, QPoint at);
    /// Asks for the text of a callout; absent when it was given up.
    [[nodiscard]] std::optional<QString> askForText(const QString& before);

    QString m_dataDir;
    TimelineWidget& m_timeline;
    NoticeBar& m_notice;
    QWidget& m_window;
    std::shared_ptr<const Brief> m_brief;
    PictureMaker m_maker; ///< as it was when the dialog opened
    QPointer<PictureWordsDialog> m_dialog;
};

} // namespace holdline
