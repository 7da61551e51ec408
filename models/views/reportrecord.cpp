// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/reportrecord.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace holdline {

namespace {

constexpr int recordVersion = 1;
constexpr int mostRecordedCandles = 20000; ///< the widest picture, in pixels

/// Deflate packs to no less than a 1032nd (https://zlib.net/zlib_tech.html): a piece that lies about its size
/// unpacks to 66 MB at the most before it is refused.
constexpr qsizetype pieceBytes = 60000;
constexpr qsizetype mostPackedBytes = 64 * 1024;

Error damaged(const QString& what)
{
    return malformed(QStringLiteral("what Holdline wrote into it is damaged: %1").arg(what));
}

QJsonArray packed(const QByteArray& numbers)
{
    QJsonArray pieces;
    for (qsizetype at = 0; at < numbers.size(); at += pieceBytes)
        pieces.append(QString::fromLatin1(qCompress(numbers.mid(at, pieceBytes)).toBase64()));
    return pieces;
}

std::optional<QByteArray> unpackedPiece(const QJsonValue& piece)
{
    const QByteArray packed = QByteArray::fromBase64(piece.toString().toLatin1());
    constexpr qsizetype headBytes = 4; ///< the size, as qCompress() puts it in front
    if (packed.size() <= headBytes || packed.size() > mostPackedBytes)
        return std::nullopt;
    const quint32 size = qFromBigEndian<quint32>(packed.constData());
    if (size == 0 || size > static_cast<quint32>(pieceBytes))
        return std::nullopt;
    QByteArray bytes = qUncompress(packed);
    if (bytes.size() != static_cast<qsizetype>(size))
        return std::nullopt;
    return bytes;
}

Result<QByteArray> unpacked(const QJsonArray& pieces)
{
    QByteArray numbers;
    for (const QJsonValue& piece : pieces) {
        const auto bytes = unpackedPiece(piece);
        if (!bytes || numbers.size() + bytes->size() > mostRecordedBytes)
            return damaged(QStringLiteral("its numbers cannot be unpacked"));
        numbers += *bytes;
    }
    return numbers;
}

QJsonObject recordObject(const ReportRecord& record)
{
    QJsonObject object{{QStringLiteral("record"), recordVersion},
                       {QStringLiteral("holdline"), record.program},
                       {QStringLiteral("view"), toJson(record.view)},
                       {QStringLiteral("asOf"), toIso(record.asOf)},
                       {QStringLiteral("sha256"), QString::fromLatin1(record.digest)}};
    if (record.numbers)
        object.insert(QStringLiteral("numbers"), packed(*record.numbers));
    if (!record.paper.isEmpty())
        object.insert(QStringLiteral("paper"), record.paper);
    if (!record.content.isEmpty())
        object.insert(QStringLiteral("content"), record.content);
    if (!record.pattern.isEmpty())
        object.insert(QStringLiteral("template"), record.pattern);
    return object;
}

/// In a JSON text what is escaped here stands inside of strings alone.
QByteArray inPlainAscii(const QByteArray& json)
{
    QByteArray plain;
    plain.reserve(json.size());
    for (const QChar c : QString::fromUtf8(json)) {
        const bool isPlain = c.unicode() < 0x7f && c != u'<' && c != u'>' && c != u'&';
        plain += isPlain ? QByteArray(1, c.toLatin1())
                         : "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return plain;
}

Result<Done> checkVersion(const QJsonObject& object)
{
    const QJsonValue version = object.value(QStringLiteral("record"));
    if (!version.isDouble())
        return Error{
            Error::Kind::Unavailable,
            QStringLiteral("it holds no record of its numbers; an earlier version may have written it")};
    if (version.toDouble() > recordVersion)
        return Error{Error::Kind::Unavailable,
                     QStringLiteral("it was written by a newer Holdline (%1)")
                         .arg(object.value(QStringLiteral("holdline")).toString().left(40))};
    return Done{};
}

bool isDigest(const QByteArray& text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

Result<Done> readNumbers(const QJsonObject& object, ReportRecord& record)
{
    record.digest = object.value(QStringLiteral("sha256")).toString().toLatin1();
    if (!isDigest(record.digest))
        return damaged(QStringLiteral("its checksum is none"));
    const QJsonValue pieces = object.value(QStringLiteral("numbers"));
    if (!pieces.isArray())
        return Done{};
    auto numbers = unpacked(pieces.toArray());
    if (numbers.hasError())
        return numbers.error();
    if (numbersDigest(numbers.value()) != record.digest)
        return damaged(QStringLiteral("its numbers do not fit their checksum"));
    record.numbers = std::move(numbers).value();
    return Done{};
}

} // namespace

View recordedView(View view)
{
    constexpr std::array intervals{oneMinute, fiveMinutes, fifteenMinutes, oneHour,
                                   fourHours, oneDay,      oneWeek};
    for (const Interval& coarser : intervals)
        if (view.range.length() / view.interval.length > mostRecordedCandles && coarser > view.interval)
            view.interval = coarser;
    return view;
}

QByteArray numbersDigest(const QByteArray& numbers)
{
    return QCryptographicHash::hash(numbers, QCryptographicHash::Sha256).toHex();
}

ReportRecord reportRecord(const View& view, UtcTime asOf, const QByteArray& numbers)
{
    ReportRecord record{.program = QStringLiteral(HOLDLINE_VERSION),
                        .view = view,
                        .asOf = asOf,
                        .digest = numbersDigest(numbers),
                        .numbers = std::nullopt};
    if (numbers.size() <= mostRecordedBytes)
        record.numbers = numbers;
    return record;
}

QByteArray toText(const ReportRecord& record)
{
    return inPlainAscii(QJsonDocument(recordObject(record)).toJson(QJsonDocument::Compact));
}

QByteArray withRecord(const QByteArray& document, const ReportRecord& record)
{
    QJsonObject whole = QJsonDocument::fromJson(document).object();
    const QJsonObject added = recordObject(record);
    for (auto key = added.begin(); key != added.end(); ++key)
        whole.insert(key.key(), key.value());
    return QJsonDocument(whole).toJson(QJsonDocument::Indented);
}

QByteArray withRecordBehind(QByteArray document, const ReportRecord& record)
{
    QJsonObject added = recordObject(record);
    added.remove(QStringLiteral("asOf"));
    document.truncate(document.lastIndexOf('}'));
    return document + ",\n" + QJsonDocument(added).toJson(QJsonDocument::Compact).mid(1) + '\n';
}

Result<ReportRecord> recordFromText(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return damaged(QStringLiteral("it is cut off or no JSON"));
    const QJsonObject object = document.object();
    if (const auto done = checkVersion(object); done.hasError())
        return done.error();
    auto view = viewFromJson(object);
    if (view.hasError())
        return view.error();
    const auto asOf = parseIso(object.value(QStringLiteral("asOf")).toString().toLatin1());
    if (asOf.hasError() || view.value().range.isEmpty())
        return damaged(QStringLiteral("it does not say of what time it is"));
    ReportRecord record{.program = object.value(QStringLiteral("holdline")).toString(),
                        .view = std::move(view).value(),
                        .asOf = asOf.value(),
                        .digest = {},
                        .numbers = std::nullopt,
                        .paper = object.value(QStringLiteral("paper")).toString(),
                        .content = object.value(QStringLiteral("content")).toString(),
                        .pattern = object.value(QStringLiteral("template")).toObject()};
    if (const auto done = readNumbers(object, record); done.hasError())
        return done.error();
    return record;
}

} // namespace holdline
