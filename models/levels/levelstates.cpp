// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/levelstates.h"

namespace holdline {

namespace {

enum class Side { Below, Inside, Above };

/// What a role calls its regimes and the states in them.
struct RoleWords {
    QString near;    ///< the regime at the start
    QString far;     ///< the regime behind a confirmed run on the far side
    QString kept;    ///< near regime, near side
    QString pressed; ///< near regime, far side
    QString taken;   ///< far regime, far side
    QString back;    ///< far regime, near side
};

const RoleWords& supportWords()
{
    static const RoleWords words{QStringLiteral("held"),    QStringLiteral("given up"),
                                 QStringLiteral("holding"), QStringLiteral("breached"),
                                 QStringLiteral("lost"),    QStringLiteral("reclaimed")};
    return words;
}

const RoleWords& resistanceWords()
{
    static const RoleWords words{QStringLiteral("capped"),  QStringLiteral("broken"),
                                 QStringLiteral("capping"), QStringLiteral("breaking"),
                                 QStringLiteral("broken"),  QStringLiteral("rejected")};
    return words;
}

class LevelJudge final {
public:
    LevelJudge(const Level& level, const LevelEdges& edges, int confirmation)
        : m_edges(edges),
          m_confirmation(confirmation),
          m_words(level.role == LevelRole::Support ? supportWords() : resistanceWords()),
          m_farSide(level.role == LevelRole::Support ? Side::Below : Side::Above)
    {
    }

    void take(const JudgedClose& close)
    {
        const EdgeStep* const edges = edgesAt(m_edges, close.at);
        if (!edges)
            return;
        if (close.close)
            judge(close, sideOf(*close.close, *edges));
        else
            miss(close);
    }
    [[nodiscard]] std::vector<LevelState> rows() { return std::move(m_rows); }

private:
    [[nodiscard]] static Side sideOf(Price close, const EdgeStep& edges)
    {
        if (close < edges.low)
            return Side::Below;
        return close < edges.high ? Side::Inside : Side::Above;
    }
    void judge(const JudgedClose& close, Side side);
    void miss(const JudgedClose& close);
    void extendRun(Side side, UtcTime at);
    void confirm();
    [[nodiscard]] QString state() const;
    void addRow(LevelState row);

    const LevelEdges& m_edges;
    int m_confirmation;
    const RoleWords& m_words;
    Side m_farSide;
    bool m_isFar = false; ///< regime
    bool m_hasBegun = false;
    std::optional<Side> m_side; ///< of the present run
    int m_run = 0;
    UtcTime m_since;
    std::vector<LevelState> m_rows;
};

void LevelJudge::judge(const JudgedClose& close, Side side)
{
    if (!m_hasBegun)
        m_isFar = side == m_farSide;
    m_hasBegun = true;
    extendRun(side, close.at);
    confirm();
    addRow({close.at, state(), m_isFar ? m_words.far : m_words.near, m_since, close.close});
}

void LevelJudge::miss(const JudgedClose& close)
{
    m_side.reset();
    m_run = 0;
    addRow({close.at, QStringLiteral("unknown"), m_isFar ? m_words.far : m_words.near, {}, {}});
}

void LevelJudge::extendRun(Side side, UtcTime at)
{
    if (m_side != side) {
        m_side = side;
        m_since = at;
        m_run = 0;
    }
    ++m_run;
}

void LevelJudge::confirm()
{
    if (m_run < m_confirmation || m_side == Side::Inside)
        return;
    m_isFar = m_side == m_farSide;
}

QString LevelJudge::state() const
{
    if (m_side == Side::Inside)
        return QStringLiteral("testing");
    if (m_side == m_farSide)
        return m_isFar ? m_words.taken : m_words.pressed;
    return m_isFar ? m_words.back : m_words.kept;
}

void LevelJudge::addRow(LevelState row)
{
    if (m_rows.empty() || m_rows.back().state != row.state)
        m_rows.push_back(std::move(row));
}

bool isValidAt(const Level& level, UtcTime at)
{
    return (!level.validFrom || at >= *level.validFrom) && (!level.validTo || at <= *level.validTo);
}

} // namespace

std::vector<LevelState> judgeLevel(const Level& level, std::span<const JudgedClose> closes, int confirmation)
{
    return judgeLevel(level, fixedEdges(level), closes, confirmation);
}

std::vector<LevelState> judgeLevel(const Level& level, const LevelEdges& edges,
                                   std::span<const JudgedClose> closes, int confirmation)
{
    if (level.role == LevelRole::None)
        return {};
    LevelJudge judge(level, edges, confirmation);
    for (const JudgedClose& close : closes) {
        if (isValidAt(level, close.at))
            judge.take(close);
    }
    return judge.rows();
}

} // namespace holdline
