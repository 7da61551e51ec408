// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/childprocess.h"

#include <QByteArrayList>
#include <QFile>

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char** environ;

namespace holdline::bench {

namespace {

/// Null-terminated, and valid as long as the texts are.
std::vector<char*> pointersTo(QByteArrayList& texts)
{
    std::vector<char*> pointers;
    for (QByteArray& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

double milliseconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000;
}

} // namespace

ChildProcess::ChildProcess(const QString& program, const QStringList& arguments,
                           const QStringList& environment)
{
    QByteArrayList words{program.toLocal8Bit()};
    for (const QString& argument : arguments)
        words.append(argument.toLocal8Bit());
    QByteArrayList settings;
    for (const QString& setting : environment)
        settings.append(setting.toLocal8Bit());
    for (char** setting = environ; *setting; ++setting)
        settings.append(*setting);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t id = -1;
    const auto arguments_ = pointersTo(words);
    const auto environment_ = pointersTo(settings);
    if (posix_spawn(&id, words.front().constData(), &actions, nullptr, arguments_.data(),
                    environment_.data()) == 0)
        m_id = id;
    posix_spawn_file_actions_destroy(&actions);
}

ChildProcess::~ChildProcess()
{
    if (m_id < 0)
        return;
    ::kill(m_id, SIGKILL);
    static_cast<void>(wait());
}

double ChildProcess::cpuMs() const
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(m_id));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' '); // from the third of proc(5) on
    const double ticks = fields.value(11).toDouble() + fields.value(12).toDouble();
    return ticks * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

void ChildProcess::terminate()
{
    if (m_id >= 0)
        ::kill(m_id, SIGTERM);
}

Usage ChildProcess::wait()
{
    Usage usage;
    if (m_id < 0)
        return usage;
    int status = 0;
    rusage used{};
    if (wait4(m_id, &status, 0, &used) == m_id) {
        usage.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        usage.cpuMs = milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
        usage.peakBytes = static_cast<qint64>(used.ru_maxrss) * 1024;
    }
    m_id = -1;
    return usage;
}

} // namespace holdline::bench
