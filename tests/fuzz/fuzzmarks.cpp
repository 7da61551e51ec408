// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/jsontext.h"
#include "models/levels/alertjson.h"
#include "models/levels/drawing.h"
#include "models/levels/leveljson.h"

#include <QJsonDocument>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace holdline;

QByteArray written(const Level& level)
{
    return levelToJson(level);
}
QByteArray written(const Drawing& drawing)
{
    return drawingToJson(drawing);
}
QByteArray written(const Alert& alert)
{
    return jsonText(alertToJson(alert));
}

/// What is read can be written, and read again as the same.
template <typename Mark>
void check(const QJsonObject& object, Result<Mark> (*read)(const QJsonObject&), const char* kind)
{
    const auto first = read(object);
    if (first.hasError())
        return;
    const QByteArray text = written(first.value());
    const auto second = read(QJsonDocument::fromJson(text).object());
    if (second.hasValue() && second.value() == first.value())
        return;
    std::fprintf(stderr, "a %s is not the same again: %s\n", kind, text.constData());
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    check(object, levelFromJson, "level");
    check(object, drawingFromJson, "drawing");
    check(object, alertFromJson, "alert");
    return 0;
}
