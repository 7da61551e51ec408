// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/undofolder.h"

#include "models/cohorts/cohorterror.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

/// Core's undo files are a sixth of its block files, which have 128 MiB; one is in memory at a time.
constexpr qint64 mostUndoBytes = qint64{1} << 30;

Error undoAbsent(const QString& sentence)
{
    return cohortError(CohortFault::UndoAbsent, sentence);
}

/// Of the block files, ascending.
std::vector<quint32> fileNumbers(const QDir& folder)
{
    static const QRegularExpression form(u"^blk(\\d{5,9})\\.dat$"_s);
    std::vector<quint32> numbers;
    for (const QString& name : folder.entryList({u"blk*.dat"_s}, QDir::Files)) {
        if (const auto match = form.match(name); match.hasMatch())
            numbers.push_back(match.captured(1).toUInt());
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Result<FileKey> keyOf(const QDir& folder)
{
    const QString path = folder.filePath(u"xor.dat"_s);
    if (!QFile::exists(path))
        return FileKey{};
    QFile file(path);
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return undoAbsent(u"%1 cannot be read."_s.arg(path));
    return fileKey(file.read(1024));
}

} // namespace

UndoFolder::UndoFolder(QString path, BitcoinNetwork network, HeaderChain chain)
    : m_path(std::move(path)),
      m_network(network),
      m_chain(std::move(chain)),
      m_byHash(m_chain.hashes.size()),
      m_fileOf(m_chain.hashes.size())
{
    std::iota(m_byHash.begin(), m_byHash.end(), 0U);
    std::sort(m_byHash.begin(), m_byHash.end(),
              [this](quint32 a, quint32 b) { return m_chain.hashes[a] < m_chain.hashes[b]; });
}

Result<UndoFolder> UndoFolder::open(const QString& path, BitcoinNetwork network, HeaderChain chain)
{
    const QDir directory(path);
    if (!directory.exists())
        return undoAbsent(u"%1 is no folder."_s.arg(path));
    UndoFolder folder(path, network, std::move(chain));
    folder.m_numbers = fileNumbers(directory);
    if (folder.m_numbers.empty())
        return undoAbsent(
            u"%1 holds no blk*.dat; name the folder “blocks” of Bitcoin Core's data directory."_s.arg(path));
    const auto key = keyOf(directory);
    if (key.hasError())
        return key.error();
    folder.m_key = key.value();
    return folder;
}

Result<BlockChange> UndoFolder::blockChange(quint32 height, const Progress& progress)
{
    Q_ASSERT(height > 0 && height < m_fileOf.size());
    if (const auto found = findFile(height, progress); found.hasError())
        return found.error();
    const quint32 number = *m_fileOf[height];
    if (const auto read = readUndo(number); read.hasError())
        return read.error();
    auto change = m_changes.extract(height);
    if (change.empty())
        return undoAbsent(
            u"%1 does not say what block %2 spent: it is not written yet, or the file is damaged."_s
                .arg(filePath("rev", number))
                .arg(height));
    return std::move(change.mapped());
}

Result<Done> UndoFolder::findFile(quint32 height, const Progress& progress)
{
    while (!progress.cancelled && !m_fileOf[height] && !m_numbers.empty()) {
        const quint32 number = m_numbers.back();
        m_numbers.pop_back();
        if (const auto looked = lookInto(number); looked.hasError())
            return looked;
    }
    if (progress.cancelled)
        return Error{Error::Kind::Cancelled, u"Stopped."_s};
    return m_fileOf[height] ? Result<Done>(Done{}) : nowhere(height);
}

Result<Done> UndoFolder::lookInto(quint32 number)
{
    const auto blocks = readBlockFile(filePath("blk", number), m_key, m_network);
    if (blocks.hasError())
        return blocks.error();
    std::vector<UndoCandidate>& candidates = m_unread[number];
    for (const StoredBlock& block : blocks.value()) {
        const auto height = heightOf(block.hash);
        if (!height || *height == 0)
            continue;
        m_fileOf[*height] = number;
        candidates.push_back({*height, block.transactions});
    }
    std::sort(candidates.begin(), candidates.end(),
              [](const UndoCandidate& a, const UndoCandidate& b) { return a.height < b.height; });
    return Done{};
}

Result<Done> UndoFolder::readUndo(quint32 number)
{
    const auto candidates = m_unread.extract(number);
    if (candidates.empty())
        return Done{};
    const QString path = filePath("rev", number);
    QFile file(path);
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return undoAbsent(u"%1 is missing or cannot be read."_s.arg(path));
    if (file.size() > mostUndoBytes)
        return cohortError(CohortFault::UndoFile, u"%1 is too large for an undo file."_s.arg(path));
    QByteArray bytes = file.readAll();
    unhide(bytes, 0, m_key);
    auto blocks = readUndoFile(bytes, m_network, m_chain, candidates.mapped());
    if (blocks.hasError())
        return Error{blocks.error().kind, path + u": "_s + blocks.error().message, blocks.error().detail};
    m_changes.merge(blocks.value().blocks);
    return Done{};
}

std::optional<quint32> UndoFolder::heightOf(const BlockHash& hash) const
{
    const auto found = std::lower_bound(
        m_byHash.begin(), m_byHash.end(), hash,
        [this](quint32 height, const BlockHash& wanted) { return m_chain.hashes[height] < wanted; });
    return found != m_byHash.end() && m_chain.hashes[*found] == hash ? std::optional(*found) : std::nullopt;
}

QString UndoFolder::filePath(const char* kind, quint32 number) const
{
    return QDir(m_path).filePath(
        u"%1%2.dat"_s.arg(QString::fromLatin1(kind)).arg(number, 5, 10, QLatin1Char('0')));
}

Error UndoFolder::nowhere(quint32 height) const
{
    const bool hasSome = std::any_of(m_fileOf.begin(), m_fileOf.end(),
                                     [](std::optional<quint32> file) { return file.has_value(); });
    if (!hasSome)
        return undoAbsent(
            u"%1 holds no block of this chain (network “%2”)."_s.arg(m_path, chainName(m_network)));
    return undoAbsent(
        u"No file of %1 holds block %2: the node has pruned it, or not written it yet."_s.arg(m_path).arg(
            height));
}

} // namespace holdline
