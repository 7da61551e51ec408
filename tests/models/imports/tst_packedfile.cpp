// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/crc32.h"
#include "models/imports/packedfile.h"
#include "tests/support/failonwarning.h"

#include <QFile>
#include <QTemporaryDir>

#include <archive.h>
#include <archive_entry.h>

using namespace holdline;
using namespace holdline::testing;

namespace {

enum class Kind { Plain, Gzip, Zstd, Zip };

void pack(const QString& path, Kind kind, const QByteArrayList& members)
{
    archive* a = archive_write_new();
    if (kind == Kind::Zip)
        archive_write_set_format_zip(a);
    else
        archive_write_set_format_raw(a);
    if (kind == Kind::Gzip)
        archive_write_add_filter_gzip(a);
    if (kind == Kind::Zstd)
        archive_write_add_filter_zstd(a);
    archive_write_open_filename(a, qPrintable(path));
    int number = 0;
    for (const auto& bytes : members) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, qPrintable(QStringLiteral("m%1.csv").arg(++number)));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, bytes.size());
        archive_write_header(a, entry);
        archive_write_data(a, bytes.constData(), static_cast<std::size_t>(bytes.size()));
        archive_entry_free(entry);
    }
    archive_write_close(a);
    archive_write_free(a);
}

QByteArray someLines()
{
    QByteArray text;
    for (int i = 0; i < 400'000; ++i)
        text += QByteArray::number(i * 7919LL) + ",x\n";
    return text;
}

Result<QByteArray> unpack(const QString& path, std::size_t member = 0)
{
    const auto packed = PackedFile::look(path);
    if (packed.hasError())
        return packed.error();
    const auto source = packed.value().open(member);
    return readWhole(*source, 1'000'000'000);
}

} // namespace

class TestPackedFile : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void everyPacking_data() { packings(); }
    void everyPacking();
    void aCutArchiveIsAnError_data() { packings(); }
    void aCutArchiveIsAnError();
    void aChangedByteIsAnError();
    void membersOfAZip();
    void whatIsNoFile();
    void checksum();

private:
    QTemporaryDir m_folder;

    static void packings()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("gzip") << static_cast<int>(Kind::Gzip);
        QTest::newRow("zstd") << static_cast<int>(Kind::Zstd);
        QTest::newRow("zip") << static_cast<int>(Kind::Zip);
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("file")); }
};

void TestPackedFile::everyPacking()
{
    QFETCH(int, kind);
    const QByteArray text = someLines();
    pack(path(), static_cast<Kind>(kind), {text});
    const auto unpacked = unpack(path());
    QVERIFY(unpacked.hasValue());
    QVERIFY(unpacked.value() == text);
}

void TestPackedFile::aCutArchiveIsAnError()
{
    QFETCH(int, kind);
    pack(path(), static_cast<Kind>(kind), {someLines()});
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    const qsizetype size = whole.size();
    for (const qsizetype kept :
         {qsizetype{6}, qsizetype{20}, size / 3, size / 2, size - 9, size - 3, size - 1}) {
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(whole.first(kept));
        file.close();
        const auto unpacked = unpack(path());
        QVERIFY2(unpacked.hasError(), qPrintable(QString::number(kept)));
        QVERIFY2(unpacked.error().message.contains(QStringLiteral("cut off or damaged")),
                 qPrintable(unpacked.error().message));
    }
}

void TestPackedFile::aChangedByteIsAnError()
{
    pack(path(), Kind::Gzip, {someLines()});
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(file.size() - 6);
    const char crc = file.read(1)[0];
    file.seek(file.size() - 6);
    const char changed = static_cast<char>(crc ^ 1);
    file.write(&changed, 1);
    file.close();
    QVERIFY(unpack(path()).hasError());
}

void TestPackedFile::membersOfAZip()
{
    pack(path(), Kind::Zip, {"a,b\n1,2\n", "c\n"});
    const auto packed = PackedFile::look(path());
    QVERIFY(packed.hasValue());
    QCOMPARE(packed.value().members(),
             (std::vector<QString>{QStringLiteral("m1.csv"), QStringLiteral("m2.csv")}));
    QCOMPARE(unpack(path(), 1).value(), QByteArray("c\n"));
}

void TestPackedFile::whatIsNoFile()
{
    QVERIFY(PackedFile::look(m_folder.path()).error().message.contains(QStringLiteral("folder")));
    QVERIFY(PackedFile::look(m_folder.filePath(QStringLiteral("none")))
                .error()
                .message.contains(QStringLiteral("no such")));
    QFile empty(path());
    QVERIFY(empty.open(QIODevice::WriteOnly | QIODevice::Truncate));
    empty.close();
    QVERIFY(PackedFile::look(path()).error().message.contains(QStringLiteral("empty")));
    for (const QByteArray& comment : {QByteArray(), QByteArray("\x03\0abc", 5)}) {
        QFile zip(path()); // of no members: an end record alone
        QVERIFY(zip.open(QIODevice::WriteOnly | QIODevice::Truncate));
        zip.write("PK\x05\x06" + QByteArray(16, '\0') + (comment.isEmpty() ? QByteArray(2, '\0') : comment));
        zip.close();
        QCOMPARE(PackedFile::look(path()).error().message, QStringLiteral("the zip file holds no files"));
    }
}

void TestPackedFile::checksum()
{
    Crc32 crc;
    crc.add("1234");
    crc.add("56789");
    QCOMPARE(crc.value(), 0xCBF43926U); // the check value of CRC-32
}

QTEST_GUILESS_MAIN(TestPackedFile)
#include "tst_packedfile.moc"
