// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/reporttemplate.h"

#include "models/foundation/duration.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

/// Takes keys out of an object one by one, remembering the first that is not what it should be.
class TemplateKeys final {
public:
    explicit TemplateKeys(QJsonObject object) : m_rest(std::move(object)) {}

    QString text(const QString& key) { return taken(key, QJsonValue::String).toString(); }
    bool flag(const QString& key) { return taken(key, QJsonValue::Bool).toBool(); }
    QJsonObject object(const QString& key) { return taken(key, QJsonValue::Object).toObject(); }
    QJsonArray array(const QString& key) { return taken(key, QJsonValue::Array).toArray(); }
    double number(const QString& key, double fallback, double least, double greatest)
    {
        const QJsonValue value = taken(key, QJsonValue::Double);
        const double number = value.toDouble(fallback);
        if (!(number >= least && number <= greatest))
            refuse(key, u"is not a number from %1 to %2"_s.arg(least).arg(greatest));
        return number;
    }
    void refuse(const QString& key, const QString& reason = u"is not what it should be"_s)
    {
        if (m_wrong.isEmpty())
            m_wrong = u"“%1” %2"_s.arg(key, reason);
    }
    void take(const TemplateKeys& inner)
    {
        if (m_wrong.isEmpty())
            m_wrong = inner.m_wrong;
    }
    [[nodiscard]] const QString& wrong() const { return m_wrong; }
    [[nodiscard]] const QJsonObject& rest() const { return m_rest; }

private:
    QJsonValue taken(const QString& key, QJsonValue::Type type)
    {
        const QJsonValue value = m_rest.take(key);
        if (!value.isUndefined() && value.type() != type)
            refuse(key);
        return value;
    }
    QJsonObject m_rest;
    QString m_wrong;
};

void readSpan(TemplateKeys& keys, ReportBlock& block)
{
    const QString text = keys.text(u"span"_s);
    if (text.isEmpty())
        return;
    block.span = parseDuration(text);
    if (!block.span || *block.span < std::chrono::minutes{1})
        keys.refuse(u"span"_s, u"is not a duration such as 36h, 30d"_s);
}

void readFigures(TemplateKeys& keys, ReportBlock& block)
{
    for (const QJsonValue& value : keys.array(u"figures"_s)) {
        TemplateKeys inner(value.toObject());
        block.figures.push_back({inner.text(u"id"_s), inner.text(u"label"_s)});
        if (block.figures.back().id.isEmpty() || !inner.wrong().isEmpty())
            keys.refuse(u"figures"_s);
    }
}

ReportBlock readBlock(const QJsonValue& value, TemplateKeys& outer)
{
    TemplateKeys keys(value.toObject());
    ReportBlock block{.kind = keys.text(u"kind"_s)};
    if (!reportBlockKinds().contains(block.kind))
        keys.refuse(u"kind"_s, u"is “%1”, and there are %2"_s.arg(block.kind.left(40),
                                                                  reportBlockKinds().join(u", "_s)));
    block.text = keys.text(u"text"_s);
    block.changes = keys.object(u"view"_s);
    readSpan(keys, block);
    block.height = keys.number(u"height"_s, 0, 0, 1);
    block.most = static_cast<int>(keys.number(u"most"_s, block.most, 1, 1000));
    readFigures(keys, block);
    block.unknown = keys.rest();
    outer.take(keys);
    return block;
}

QJsonObject blockJson(const ReportBlock& block)
{
    QJsonObject object = block.unknown;
    object.insert(u"kind"_s, block.kind);
    if (!block.text.isEmpty())
        object.insert(u"text"_s, block.text);
    if (!block.changes.isEmpty())
        object.insert(u"view"_s, block.changes);
    if (block.span)
        object.insert(u"span"_s, durationText(*block.span));
    if (block.height > 0)
        object.insert(u"height"_s, block.height);
    if (block.most != ReportBlock{}.most)
        object.insert(u"most"_s, block.most);
    QJsonArray figures;
    for (const ReportFigure& figure : block.figures)
        figures.append(QJsonObject{{u"id"_s, figure.id}, {u"label"_s, figure.label}});
    if (!figures.isEmpty())
        object.insert(u"figures"_s, figures);
    return object;
}

Result<Done> checkTemplateVersion(const QJsonObject& object)
{
    const QJsonValue version = object.value(u"template"_s);
    if (!version.isDouble())
        return malformed(u"this is not a template: it has no “template”: %1"_s.arg(templateVersion));
    if (version.toDouble() > templateVersion)
        return Error{Error::Kind::Unavailable,
                     u"this template was written by a newer Holdline (version %1; this one reads %2)"_s
                         .arg(version.toDouble())
                         .arg(templateVersion)};
    return Done{};
}

ReportTemplate bundledTemplate(const QString& name)
{
    QFile file(u":/holdline/templates/%1.json"_s.arg(name));
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    const auto pattern = templateFromJson(QJsonDocument::fromJson(file.readAll()).object());
    Q_ASSERT(pattern.hasValue());
    return isThere && pattern.hasValue() ? pattern.value() : ReportTemplate{.name = name};
}

} // namespace

const QStringList& reportBlockKinds()
{
    static const QStringList kinds{u"heading"_s, u"text"_s,    u"figures"_s,  u"picture"_s, u"brief"_s,
                                   u"levels"_s,  u"sources"_s, u"coverage"_s, u"break"_s};
    return kinds;
}

QJsonObject toJson(const ReportTemplate& pattern)
{
    QJsonObject object = pattern.unknown;
    object.insert(u"template"_s, templateVersion);
    object.insert(u"name"_s, pattern.name);
    if (!pattern.title.isEmpty())
        object.insert(u"title"_s, pattern.title);
    if (!pattern.changes.isEmpty())
        object.insert(u"view"_s, pattern.changes);
    if (!pattern.hasPages())
        return object;
    object.insert(u"page"_s, pattern.page);
    if (pattern.isLandscape)
        object.insert(u"landscape"_s, true);
    QJsonArray blocks;
    for (const ReportBlock& block : pattern.blocks)
        blocks.append(blockJson(block));
    object.insert(u"blocks"_s, blocks);
    return object;
}

Result<ReportTemplate> templateFromJson(const QJsonObject& object)
{
    if (const auto done = checkTemplateVersion(object); done.hasError())
        return done.error();
    TemplateKeys keys(object);
    keys.number(u"template"_s, templateVersion, 1, templateVersion);
    ReportTemplate pattern{.name = keys.text(u"name"_s), .title = keys.text(u"title"_s)};
    pattern.page = keys.text(u"page"_s);
    if (!pattern.page.isEmpty() && pattern.page != u"a4"_s && pattern.page != u"letter"_s)
        keys.refuse(u"page"_s, u"is not one of a4, letter"_s);
    pattern.isLandscape = keys.flag(u"landscape"_s);
    pattern.changes = keys.object(u"view"_s);
    const QJsonArray blocks = keys.array(u"blocks"_s);
    if (static_cast<std::size_t>(blocks.size()) > mostBlocks)
        keys.refuse(u"blocks"_s, u"are more than %1"_s.arg(mostBlocks));
    if (pattern.hasPages() == blocks.isEmpty())
        keys.refuse(u"blocks"_s, pattern.hasPages() ? u"are missing"_s : u"need a “page”: a4 or letter"_s);
    for (const QJsonValue& block : blocks)
        pattern.blocks.push_back(readBlock(block, keys));
    if (!keys.wrong().isEmpty())
        return malformed(u"this template's "_s + keys.wrong());
    pattern.unknown = keys.rest();
    return pattern;
}

Result<View> changedView(const View& view, const QJsonObject& changes)
{
    if (changes.isEmpty())
        return view;
    QJsonObject object = toJson(view);
    for (auto key = changes.begin(); key != changes.end(); ++key)
        object.insert(key.key(), key.value());
    return viewFromJson(object);
}

const std::vector<ReportTemplate>& bundledTemplates()
{
    static const std::vector<ReportTemplate> templates{
        bundledTemplate(u"wide"_s), bundledTemplate(u"square"_s), bundledTemplate(u"tall"_s),
        bundledTemplate(u"a4"_s), bundledTemplate(u"letter"_s)};
    return templates;
}

} // namespace holdline
