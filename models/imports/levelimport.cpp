// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/levelimport.h"

#include "models/imports/jsonelements.h"
#include "models/levels/leveljson.h"

#include <QJsonObject>
#include <QSet>

#include <array>

namespace holdline {

namespace {

bool recognisesLevelImport(const FileHead& head, const ImportOptions& options)
{
    if (options.kind == QStringLiteral("levels"))
        return head.shape == FileHead::Shape::Json || (head.hasColumn("low") && head.hasColumn("name"));
    const bool tells = head.hasColumn("role") || head.hasColumn("origin") ||
                       head.columnNamed({"valid_from", "valid-from", "validfrom"}) >= 0;
    return head.hasColumn("low") && head.columnNamed({"name", "id"}) >= 0 && tells && !head.hasColumn("open");
}

/// Takes levels one by one and turns away an id that came before.
class LevelTaker final {
public:
    LevelTaker(const ImportOptions& options, ImportSink& sink) : m_options(options), m_sink(sink) {}

    void take(QJsonObject object, qint64 line, bool isOfTable = false)
    {
        if (!m_options.instrument.isEmpty())
            object.insert(QStringLiteral("instrument"), m_options.instrument);
        const auto level = levelFromJson(object);
        if (level.hasError())
            return m_sink.reject(line, level.error().message);
        const QString& id = level.value().id;
        if (m_ids.contains(id))
            return m_sink.reject(line, QStringLiteral("the id %1 occurs twice").arg(id));
        m_ids.insert(id);
        if (isOfTable)
            m_sink.levelOfTable(level.value());
        else
            m_sink.level(level.value());
    }

private:
    const ImportOptions& m_options;
    ImportSink& m_sink;
    QSet<QString> m_ids;
};

QString plainKey(QString key)
{
    return key.trimmed().toLower().remove(u'_').remove(u'-').remove(u' ');
}

/// The known key that a column means, or its own text.
QString levelKeyOf(QByteArrayView column)
{
    static constexpr std::array<QStringView, 12> keys{u"id",     u"instrument", u"name",       u"low",
                                                      u"high",   u"role",       u"validFrom",  u"validTo",
                                                      u"origin", u"source",     u"definition", u"note"};
    const QString written = QString::fromUtf8(column);
    for (const QStringView key : keys) {
        if (plainKey(written) == plainKey(key.toString()))
            return key.toString();
    }
    return written.trimmed();
}

Result<Done> readRecords(const QByteArray& text, LevelTaker& taker, ImportSink& sink)
{
    const auto elements = jsonElements(text, QStringLiteral("levels"));
    if (elements.hasError())
        return elements.error();
    for (const auto& [value, line] : elements.value()) {
        if (sink.shouldStop())
            break;
        if (value.isObject())
            taker.take(value.toObject(), line);
        else
            sink.reject(line, QStringLiteral("it is not an object"));
    }
    return Done{};
}

Result<Done> readRows(Table& table, LevelTaker& taker, ImportSink& sink)
{
    QStringList keys;
    for (const QByteArray& column : table.columns())
        keys.append(levelKeyOf(column));
    TableRow row;
    while (table.next(row) && !sink.shouldStop()) {
        if (!row.fault.isEmpty()) {
            sink.reject(row.line, row.fault);
            continue;
        }
        QJsonObject object;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (!row.cells[i].isEmpty())
                object.insert(keys[static_cast<qsizetype>(i)], QString::fromUtf8(row.cells[i]));
        }
        taker.take(object, row.line, true);
    }
    const auto error = table.error();
    return error ? Result<Done>(*error) : Done{};
}

Result<Done> readLevelImport(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    LevelTaker taker(options, sink);
    if (file.head().shape == FileHead::Shape::Json)
        return readRecords(file.text(), taker, sink);
    return readRows(*file.takeTable(), taker, sink);
}

} // namespace

ImportDialect levelImportDialect()
{
    return {.name = QStringLiteral("levels"),
            .kind = QStringLiteral("levels"),
            .recognises = recognisesLevelImport,
            .read = readLevelImport,
            .mayBeEmpty = true};
}

} // namespace holdline
