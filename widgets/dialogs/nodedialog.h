// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace holdline {

/// What is typed about a node.
struct NodeWish {
    enum class Login { Cookie, Password };
    enum class Source {
        Kept, ///< on from what is kept here
        Dump, ///< the node writes a snapshot
        File, ///< a snapshot that is there
    };
    QString address; ///< `http://127.0.0.1:8332`
    Login login = Login::Cookie;
    QString cookieFile; ///< empty: where the node keeps it usually
    QString user;
    QString password;
    Source source = Source::Kept;
    QString folder; ///< of Dump
    QString file;   ///< of File
    bool follows = true;
};

/// What a node answered, for a person who decides what to ask of it.
struct NodeOffer {
    QString place; ///< `127.0.0.1:8332`
    QString version;
    QString network;
    quint32 height = 0;
    bool isDownloading = false;
    std::optional<quint32> keptHeight = {};
    QString prices;           ///< series; empty: none is stored
    qint64 dumpBytes = 0;     ///< of a snapshot, about; 0: not known
    qint64 dumpFreeBytes = 0; ///< that must be free for it
};

/// Leads to cost bases from one's own Bitcoin node: asks it who it is, says what will be asked of it, how
/// long that takes and how much disk, and shows how far it is. It does nothing itself.
class NodeDialog final : public QDialog {
    Q_OBJECT

public:
    explicit NodeDialog(const NodeWish& wish, QWidget* parent = nullptr);

    /// As typed now.
    [[nodiscard]] NodeWish wish() const;
    void showOffer(const NodeOffer& offer);
    /// Only Stop can be pressed while it works.
    void setWorking(bool isWorking);
    /// `total` 0: not known.
    void showProgress(const QString& words, qint64 done, qint64 total);
    void showSentence(const QString& sentence);
    /// The same where nothing moves: a tip, a failure.
    void showStill(const QString& sentence);

signals:
    void lookRequested();
    void startRequested();
    void stopRequested();

private:
    void buildNode(QVBoxLayout& column, const NodeWish& wish);
    void buildSources(QVBoxLayout& column, const NodeWish& wish);
    void buildEnd(QVBoxLayout& column, const NodeWish& wish);
    void showLogin();
    void showSource();
    void enable();
    void fit();
    [[nodiscard]] NodeWish::Source source() const;
    [[nodiscard]] QString demandOfDump() const;
    [[nodiscard]] QString demandOfFile() const;
    [[nodiscard]] QString demandOfKept() const;

    std::optional<NodeOffer> m_offer;
    bool m_isWorking = false;
    QFormLayout* m_form = nullptr;
    QLineEdit* m_address = nullptr;
    QComboBox* m_login = nullptr;
    QLineEdit* m_cookie = nullptr;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_password = nullptr;
    QPushButton* m_look = nullptr;
    QLabel* m_facts = nullptr;
    QWidget* m_sources = nullptr;
    QComboBox* m_source = nullptr;
    QLineEdit* m_folder = nullptr;
    QLineEdit* m_file = nullptr;
    QLabel* m_demand = nullptr;
    QCheckBox* m_follows = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_words = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_stop = nullptr;
};

} // namespace holdline
