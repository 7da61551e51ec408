// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/levelsfile.h"

#include "models/levels/leveljson.h"
#include "models/levels/leveltext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace holdline {

namespace {

QStringList columns()
{
    return {QStringLiteral("id"),        QStringLiteral("instrument"), QStringLiteral("name"),
            QStringLiteral("low"),       QStringLiteral("high"),       QStringLiteral("role"),
            QStringLiteral("validFrom"), QStringLiteral("validTo"),    QStringLiteral("origin"),
            QStringLiteral("source"),    QStringLiteral("definition"), QStringLiteral("note")};
}

Error malformed(const QString& message)
{
    return {Error::Kind::Malformed, message};
}

/// Takes levels one by one and turns away an id that came before.
class LevelTaker final {
public:
    void take(const QJsonObject& object, qint64 line)
    {
        auto level = levelFromJson(object);
        if (level.hasError()) {
            m_file.rejects.push_back({line, level.error().message});
        } else if (m_ids.contains(level.value().id)) {
            m_file.rejects.push_back({line, QStringLiteral("the id %1 occurs twice").arg(level.value().id)});
        } else {
            m_ids.insert(level.value().id);
            m_file.levels.push_back(std::move(level.value()));
        }
    }
    void reject(qint64 line, const QString& reason) { m_file.rejects.push_back({line, reason}); }
    [[nodiscard]] LevelsFile file() { return std::move(m_file); }

private:
    LevelsFile m_file;
    QSet<QString> m_ids;
};

/// Lines on which the elements of the outermost array begin.
std::vector<qint64> elementLines(const QByteArray& json)
{
    std::vector<qint64> lines;
    qint64 line = 1;
    int depth = 0;
    int arrayDepth = 0;
    bool isInText = false;
    bool expectsElement = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        line += c == '\n';
        if (isInText) {
            i += c == '\\';
            isInText = c != '"';
            continue;
        }
        const bool isSpace = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (expectsElement && !isSpace && c != ']') {
            lines.push_back(line);
            expectsElement = false;
        }
        isInText = c == '"';
        depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        if (c == '[' && arrayDepth == 0) {
            arrayDepth = depth;
            expectsElement = true;
        }
        if (c == ',' && arrayDepth != 0 && depth == arrayDepth)
            expectsElement = true;
        if (c == ']' && depth < arrayDepth)
            break;
    }
    return lines;
}

/// Text in front of the array of levels, so that lines are counted from there.
qsizetype arrayStart(const QByteArray& json, bool isBare)
{
    return isBare ? 0 : std::max<qsizetype>(json.indexOf("\"levels\""), 0);
}

Result<LevelsFile> readJson(const QByteArray& bytes)
{
    QJsonParseError flaw;
    const auto document = QJsonDocument::fromJson(bytes, &flaw);
    if (document.isNull())
        return malformed(QStringLiteral("line %1 is not JSON: %2")
                             .arg(bytes.first(std::min<qsizetype>(flaw.offset, bytes.size())).count('\n') + 1)
                             .arg(flaw.errorString()));
    const QJsonValue value =
        document.isArray() ? QJsonValue(document.array()) : document.object().value(u"levels");
    if (!value.isArray())
        return malformed(QStringLiteral("there is no array of levels"));
    const qsizetype start = arrayStart(bytes, document.isArray());
    const qint64 before = bytes.first(start).count('\n');
    const auto lines = elementLines(bytes.sliced(start));
    LevelTaker taker;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const qint64 line =
            static_cast<std::size_t>(i) < lines.size() ? before + lines[static_cast<std::size_t>(i)] : 0;
        if (array[i].isObject())
            taker.take(array[i].toObject(), line);
        else
            taker.reject(line, QStringLiteral("it is not an object"));
    }
    return taker.file();
}

struct CsvRow {
    qint64 line = 0;
    QStringList fields;
};

/// Fields of RFC 4180; lines without any text are left out.
std::vector<CsvRow> csvRows(const QString& text)
{
    std::vector<CsvRow> rows;
    CsvRow row{.line = 1, .fields = {}};
    QString field;
    bool isQuoted = false;
    qint64 line = 1;
    const auto endRow = [&] {
        row.fields.append(std::exchange(field, {}));
        if (row.fields.size() > 1 || !row.fields.first().trimmed().isEmpty())
            rows.push_back(row);
        row = {line, {}};
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        line += c == u'\n';
        if (isQuoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            field += c;
            ++i;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (isQuoted || (c != u',' && c != u'\n' && c != u'\r')) {
            field += c;
        } else if (c == u',') {
            row.fields.append(std::exchange(field, {}));
        } else if (c == u'\n') {
            endRow();
        }
    }
    endRow();
    return rows;
}

QString plainKey(QString key)
{
    return key.trimmed().toLower().remove(u'_').remove(u'-');
}

/// The known key that a column means, or its own text.
QString keyOf(const QString& header)
{
    for (const QString& column : columns()) {
        if (plainKey(header) == plainKey(column))
            return column;
    }
    return header.trimmed();
}

Result<LevelsFile> readCsv(const QByteArray& bytes)
{
    const auto rows = csvRows(QString::fromUtf8(bytes));
    QStringList keys;
    for (const QString& header : rows.empty() ? QStringList{} : rows.front().fields)
        keys.append(keyOf(header));
    if (!keys.contains(QStringLiteral("name")) || !keys.contains(QStringLiteral("low")))
        return malformed(QStringLiteral(
            "line 1 is neither JSON nor a header of levels: it lacks the columns name and low"));
    LevelTaker taker;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
        if (row->fields.size() > keys.size()) {
            taker.reject(row->line, QStringLiteral("there are more fields than columns"));
            continue;
        }
        QJsonObject object;
        for (qsizetype i = 0; i < row->fields.size(); ++i) {
            if (const QString text = row->fields[i].trimmed(); !text.isEmpty())
                object.insert(keys[i], text);
        }
        taker.take(object, row->line);
    }
    return taker.file();
}

QByteArray csvText(const QString& text)
{
    QByteArray field = text.toUtf8();
    const bool needsQuotes = std::any_of(
        field.begin(), field.end(), [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; });
    return needsQuotes ? '"' + field.replace("\"", "\"\"") + '"' : field;
}

QByteArray csvTime(const std::optional<UtcTime>& time)
{
    return time ? toIso(*time).toLatin1() : QByteArray();
}

} // namespace

Result<LevelsFile> readLevels(const QByteArray& bytes)
{
    QByteArray text = bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes;
    const QByteArray begun = text.left(200).trimmed();
    if (begun.isEmpty() && text.trimmed().isEmpty())
        return malformed(QStringLiteral("the file is empty"));
    return begun.startsWith('{') || begun.startsWith('[') ? readJson(text) : readCsv(text);
}

QByteArray levelsToCsv(std::span<const Level> levels)
{
    QByteArray csv = columns().join(u',').toLatin1() + '\n';
    for (const Level& level : levels) {
        const QList<QByteArray> fields{
            csvText(level.id),        csvText(level.instrument), csvText(level.name),
            level.low.toText(),       level.high.toText(),       toText(level.role).toLatin1(),
            csvTime(level.validFrom), csvTime(level.validTo),    toText(level.origin).toLatin1(),
            csvText(level.source),    csvText(level.definition), csvText(level.note)};
        csv += fields.join(',') + '\n';
    }
    return csv;
}

} // namespace holdline
