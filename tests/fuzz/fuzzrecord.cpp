// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/numberchanges.h"
#include "models/views/recordcarrier.h"
#include "models/views/reportrecord.h"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace holdline;

[[noreturn]] void stop(const char* flaw)
{
    std::fprintf(stderr, "%s\n", flaw);
    std::abort();
}

void silent(QtMsgType, const QMessageLogContext&, const QString&) {}

/// What is read can be written, and read again as the same.
void check(const ReportRecord& record)
{
    if (record.view.range.isEmpty())
        stop("a record of no time");
    const auto again = recordFromText(toText(record));
    if (again.hasError() || again.value() != record)
        stop("a record is not the same again");
}

void checkChanges(const QByteArray& was, const QByteArray& is)
{
    const auto there = numberChanges(was, is);
    const auto back = numberChanges(is, was);
    if (there.size() != back.size() || !numberChanges(was, was).empty())
        stop("changes that are none, or only one way");
}

} // namespace

/// The bytes as a file; as the text of a record in each kind of file; and, in two halves, as numbers.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    static const auto before = qInstallMessageHandler(silent);
    static_cast<void>(before);
    const QByteArray file(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto text = recordTextIn(file);
    const auto record = recordFromText(text.hasValue() ? text.value() : file);
    if (record.hasValue())
        check(record.value());
    const auto header = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptV");
    const auto carried = recordTextIn(pngWithRecord(header, file));
    if (carried.hasError() || carried.value() != file)
        stop("a picture does not give back what it carries");
    const auto middle = file.size() / 2;
    checkChanges(file.left(middle), file.mid(middle));
    return 0;
}
