// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/piecefile.h"

#include <QFile>
#include <QtGlobal>

#include <cerrno>
#include <cstring>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <fcntl.h>
#include <io.h>
#include <sys/stat.h>
#endif

namespace holdline {

namespace {

constexpr qsizetype pieceBytes = 1 << 20;
/// How soon a wait notices that it was stopped.
constexpr int patienceMs = 100;

#ifdef Q_OS_UNIX

int openFile(const QString& path)
{
    // Opening a pipe would wait for its writer, and nothing could stop it.
    return ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
}

qint64 readSome(int descriptor, char* to, const std::atomic<bool>& cancelled)
{
    while (!cancelled) {
        pollfd ready{descriptor, POLLIN, 0};
        const int events = ::poll(&ready, 1, patienceMs);
        if (events < 0 && errno != EINTR)
            return -1;
        if (events <= 0)
            continue;
        const auto count = ::read(descriptor, to, static_cast<std::size_t>(pieceBytes));
        if (count >= 0 || (errno != EAGAIN && errno != EINTR))
            return count;
    }
    return 0;
}

void closeFile(int descriptor)
{
    ::close(descriptor);
}

/// -1 for what is neither a file nor a pipe.
qint64 sizeOf(int descriptor)
{
    struct stat about {};
    if (::fstat(descriptor, &about) != 0)
        return -1;
    if (S_ISDIR(about.st_mode)) {
        errno = EISDIR;
        return -1;
    }
    return S_ISREG(about.st_mode) ? static_cast<qint64>(about.st_size) : 0;
}

#else

int openFile(const QString& path)
{
    return ::_wopen(reinterpret_cast<const wchar_t*>(path.utf16()), _O_RDONLY | _O_BINARY);
}

qint64 readSome(int descriptor, char* to, const std::atomic<bool>&)
{
    return ::_read(descriptor, to, static_cast<unsigned>(pieceBytes));
}

void closeFile(int descriptor)
{
    ::_close(descriptor);
}

qint64 sizeOf(int descriptor)
{
    return ::_filelengthi64(descriptor);
}

#endif

} // namespace

PieceFile::PieceFile(const QString& path) : m_descriptor(openFile(path))
{
    if (m_descriptor >= 0)
        m_total = sizeOf(m_descriptor);
    if (m_descriptor < 0 || m_total < 0)
        refuse();
    else
        m_buffer.resize(pieceBytes);
}

PieceFile::~PieceFile()
{
    if (m_descriptor >= 0)
        closeFile(m_descriptor);
}

void PieceFile::refuse()
{
    m_refusal = Refusal{QString::fromLocal8Bit(std::strerror(errno)), errno == EACCES || errno == EPERM};
    m_total = 0;
}

QByteArrayView PieceFile::next(const std::atomic<bool>& cancelled)
{
    if (m_refusal || cancelled)
        return {};
    const qint64 count = readSome(m_descriptor, m_buffer.data(), cancelled);
    if (count < 0) {
        refuse();
        return {};
    }
    return QByteArrayView(m_buffer).first(static_cast<qsizetype>(count));
}

} // namespace holdline
