// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/exportoptions.h"

#include "app/commands/command.h"
#include "app/commands/exportrange.h"
#include "app/commands/exportwriter.h"
#include "app/contentname.h"
#include "app/exportcontent.h"
#include "app/templatefile.h"
#include "app/viewfile.h"
#include "app/viewfolder.h"
#include "models/views/panecatalog.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace holdline {

namespace {

constexpr int mostPixels = 20000; ///< a side, after scaling

Result<QSize> readSize(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,5})[xX×](\\d{1,5})$"));
    const auto match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.width() < 200 || size.height() < 150)
        return badUsage(
            QStringLiteral("--size: “%1” is not a size; write 1920x1080 (200x150 or more)").arg(text));
    return size;
}

Result<double> readScale(const QString& text)
{
    bool isNumber = false;
    const double scale = text.toDouble(&isNumber);
    if (!isNumber || !(scale >= 1 && scale <= 4))
        return badUsage(QStringLiteral("--scale: “%1” is not a number from 1 to 4").arg(text));
    return scale;
}

Result<std::vector<PaneSpec>> readPanes(const QString& text)
{
    std::vector<PaneSpec> panes;
    for (const QString& kind : text.split(QLatin1Char(','))) {
        const PaneKind* const known = findPaneKind(kind.trimmed());
        if (!known) {
            QStringList names;
            for (const PaneKind& each : paneCatalog())
                names.append(each.kind);
            return badUsage(QStringLiteral("--panes: there is no pane “%1”; there are %2")
                                .arg(kind, names.join(QStringLiteral(", "))));
        }
        panes.push_back({.kind = known->kind, .weight = known->weight});
    }
    return panes;
}

/// Each option that is set changes the view; the first bad one is the error.
class OptionReader final {
public:
    explicit OptionReader(const QCommandLineParser& parser) : m_parser(parser) {}

    template <typename Read, typename Take>
    void value(const QString& name, Read read, Take take)
    {
        if (m_error || !m_parser.isSet(name))
            return;
        auto result = read(m_parser.value(name));
        if (result.hasError())
            m_error = result.error();
        else
            take(std::move(result).value());
    }
    void text(const QString& name, QString& target)
    {
        if (m_parser.isSet(name))
            target = m_parser.value(name);
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    const QCommandLineParser& m_parser;
    std::optional<Error> m_error;
};

Result<QString> readTheme(const QString& name)
{
    static const QStringList themes{QStringLiteral("dark"), QStringLiteral("light"), QStringLiteral("print")};
    if (!themes.contains(name))
        return badUsage(QStringLiteral("--theme: “%1” is not one of dark, light, print").arg(name));
    return name;
}

Result<QString> readZone(const QString& name)
{
    if (!QTimeZone::isTimeZoneIdAvailable(name.toUtf8()))
        return badUsage(QStringLiteral("--zone: “%1” is not an IANA time zone such as Asia/Tokyo").arg(name));
    return name;
}

Result<Interval> namedInterval(const QString& option, const QString& name)
{
    const auto interval = parseInterval(name);
    if (!interval)
        return badUsage(QStringLiteral("--%1: “%2” is not one of 1m 5m 15m 1h 4h 1d 1w").arg(option, name));
    return *interval;
}

Result<Interval> readInterval(const QString& name)
{
    return namedInterval(QStringLiteral("interval"), name);
}

Result<Interval> readStep(const QString& name)
{
    return namedInterval(QStringLiteral("every"), name);
}

Result<Paper> readPaper(const QString& name)
{
    const auto paper = parsePaper(name);
    if (!paper)
        return badUsage(QStringLiteral("--page: “%1” is not one of a4, letter").arg(name));
    return *paper;
}

Result<QString> readContent(const QString& name)
{
    auto content = parseContentName(name);
    if (!content)
        return badUsage(QStringLiteral("--content: there is no “%1”; there are %2")
                            .arg(name, contentNames().join(QStringLiteral(", "))));
    return std::move(*content);
}

Result<Done> checkFiles(const QStringList& files)
{
    if (files.isEmpty())
        return badUsage(QStringLiteral("name the file to write: -o FILE (.png, .svg, .pdf, .csv or .json)"));
    for (const QString& file : files)
        if (!exportFormats().contains(QFileInfo(file).suffix().toLower()))
            return badUsage(
                QStringLiteral("%1: the name must end in .png, .svg, .pdf, .csv or .json").arg(file));
    return Done{};
}

/// A file named in front of the first -o is more likely meant to be read than to be replaced.
QString wordBeforeOutput(const QStringList& arguments)
{
    const auto output = std::find_if(arguments.begin(), arguments.end(), [](const QString& argument) {
        return argument.startsWith(QStringLiteral("-o")) || argument.startsWith(QStringLiteral("--output"));
    });
    QCommandLineParser before;
    addExportOptions(before);
    before.parse(QStringList(arguments.begin(), output));
    return before.positionalArguments().value(0);
}

Result<QStringList> readFormats(const QCommandLineParser& parser)
{
    QStringList formats;
    for (const QString& format :
         parser.values(QStringLiteral("format")).join(u',').split(u',', Qt::SkipEmptyParts)) {
        const QString name = format.trimmed().toLower();
        if (!exportFormats().contains(name))
            return badUsage(
                QStringLiteral("--format: “%1” is not one of png, svg, pdf, csv, json").arg(format));
        if (!formats.contains(name))
            formats.append(name);
    }
    return formats.isEmpty() ? QStringList{QStringLiteral("png")} : formats;
}

/// Options that cannot stand together, each with what they would both say.
Result<Done> checkTogether(const QCommandLineParser& parser)
{
    static const std::array<std::array<const char*, 3>, 8> apart{{
        {"template", "content", "a report and pictures of the timeline, or a card"},
        {"views", "view", "a folder of views or one view"},
        {"views", "every", "a folder of views or the steps of one"},
        {"every", "at", "each step is at its own time"},
        {"every", "as-of", "each step is as known at its own time"},
        {"at", "as-of", "--at says as of when"},
        {"at", "from", "--at says what the range is"},
        {"at", "to", "--at says what the range is"},
    }};
    for (const auto& [one, other, reason] : apart)
        if (parser.isSet(QLatin1String(one)) && parser.isSet(QLatin1String(other)))
            return badUsage(QStringLiteral("--%1 and --%2 do not go together: %3")
                                .arg(QLatin1String(one), QLatin1String(other), QLatin1String(reason)));
    return Done{};
}

Result<Done> checkFolder(const QCommandLineParser& parser, const ExportOutput& output)
{
    if (output.files.size() != 1)
        return badUsage(QStringLiteral("name one folder to write into: -o DIR"));
    const QFileInfo views(parser.value(QStringLiteral("views")));
    const bool wouldReplace =
        views.exists() && output.formats.contains(QStringLiteral("json")) &&
        views.canonicalFilePath() == QFileInfo(output.files.first()).canonicalFilePath();
    if (parser.isSet(QStringLiteral("views")) && wouldReplace)
        return badUsage(QStringLiteral("-o: the documents would replace the views; name another folder"));
    return Done{};
}

Result<Done> readLook(const QCommandLineParser& parser, View& view)
{
    OptionReader reader(parser);
    reader.text(QStringLiteral("episode"), view.episode);
    reader.text(QStringLiteral("instrument"), view.instrument);
    reader.text(QStringLiteral("title"), view.title);
    reader.text(QStringLiteral("subtitle"), view.subtitle);
    reader.text(QStringLiteral("caption"), view.caption);
    reader.value(QStringLiteral("interval"), readInterval, [&](Interval value) { view.interval = value; });
    reader.value(QStringLiteral("size"), readSize, [&](QSize value) { view.size = value; });
    reader.value(QStringLiteral("scale"), readScale, [&](double value) { view.scale = value; });
    reader.value(QStringLiteral("theme"), readTheme, [&](const QString& value) { view.theme = value; });
    reader.value(QStringLiteral("zone"), readZone, [&](const QString& value) { view.zone = value; });
    reader.value(QStringLiteral("panes"), readPanes,
                 [&](std::vector<PaneSpec> value) { view.panes = std::move(value); });
    if (reader.error())
        return *reader.error();
    if (!isDrawable(view))
        return badUsage(
            QStringLiteral("the picture would be wider or higher than %1 pixels").arg(mostPixels));
    return Done{};
}

Result<Done> readTimes(const QCommandLineParser& parser, ExportQuestion& question)
{
    const auto from = timeOption(parser, QStringLiteral("from"));
    const auto to = timeOption(parser, QStringLiteral("to"));
    const auto asOf = timeOption(parser, QStringLiteral("as-of"));
    const auto at = timeOption(parser, QStringLiteral("at"));
    for (const auto* time : {&from, &to, &asOf, &at})
        if (time->hasError())
            return time->error();
    if (at.value())
        question.view = viewAt(question.view, *at.value());
    const TimeRange range = question.view.range;
    question.from = from.value() ? from.value() : range.isEmpty() ? std::nullopt : std::optional(range.from);
    question.to = to.value() ? to.value() : range.isEmpty() ? std::nullopt : std::optional(range.to);
    if (question.from && question.to && *question.from >= *question.to)
        return badUsage(QStringLiteral("--from must be earlier than --to"));
    if (asOf.value())
        question.view.asOf = asOf.value();
    return Done{};
}

/// What the template says of the view comes before the options, which may say otherwise.
Result<Done> readTemplate(const QCommandLineParser& parser, const QString& dataDir, ExportQuestion& question)
{
    if (!parser.isSet(QStringLiteral("template")))
        return Done{};
    auto pattern = findTemplate(parser.value(QStringLiteral("template")), dataDir);
    if (pattern.hasError())
        return pattern.error();
    auto view = changedView(question.view, pattern.value().changes);
    if (view.hasError())
        return Error{view.error().kind,
                     QStringLiteral("template %1: ").arg(pattern.value().name) + view.error().message};
    question.view = std::move(view).value();
    if (!pattern.value().hasPages())
        return Done{};
    if (parser.isSet(QStringLiteral("page")))
        pattern.value().page = parser.value(QStringLiteral("page"));
    question.pattern = std::move(pattern).value();
    return Done{};
}

} // namespace

bool isDrawable(const View& view)
{
    return std::max(view.size.width(), view.size.height()) * view.scale <= mostPixels;
}

void addExportOptions(QCommandLineParser& parser)
{
    const auto add = [&](const QStringList& names, const char* words, const char* value) {
        parser.addOption(QCommandLineOption(names, QLatin1String(words), QLatin1String(value)));
    };
    add({QStringLiteral("o"), QStringLiteral("output")},
        "Writes this file, and those named behind it: .png, .svg, .pdf, .csv, .json.", "FILE");
    add({QStringLiteral("view")}, "Shows what this file or saved view says; other options change it.",
        "FILE|NAME");
    add({QStringLiteral("episode")}, "Shows the bundled episode.", "NAME");
    add({QStringLiteral("from")}, "Beginning of the range (default: twelve days before its end).", "T");
    add({QStringLiteral("to")}, "End of the range, itself not in it.", "T");
    add({QStringLiteral("as-of")}, "Shows only what was known then.", "T");
    add({QStringLiteral("interval")}, "Of the candles: 1m 5m 15m 1h 4h 1d 1w.", "I");
    add({QStringLiteral("instrument")}, "Such as binance:BTCUSDT.", "ID");
    add({QStringLiteral("size")}, "Of the picture (default 1920x1080).", "WxH");
    add({QStringLiteral("scale")}, "Pixels in one of those, 1 to 4.", "S");
    add({QStringLiteral("theme")}, "dark, light or print.", "NAME");
    add({QStringLiteral("panes")},
        "Comma-separated (default: the first five): price, liquidations, taker, deposits, etf, options, "
        "skew, volatility, "
        "momentum, jgb, correlation.",
        "LIST");
    add({QStringLiteral("title")},
        "Stands in the header. Here and in the next two {price.last} stands for that reading, as brief "
        "--json "
        "names them.",
        "TEXT");
    add({QStringLiteral("subtitle")}, "Stands below the title.", "TEXT");
    add({QStringLiteral("caption")}, "Stands below the picture; a line feed begins a paragraph.", "TEXT");
    add({QStringLiteral("zone")}, "Of the times shown, such as Asia/Tokyo.", "IANA");
    add({QStringLiteral("content")}, "timeline (default), brief, or card:ID, such as card:etf-flow.", "NAME");
    add({QStringLiteral("page")}, "Of a PDF: a4 (default) or letter.", "NAME");
    add({QStringLiteral("template")},
        "Shapes the picture (wide, square, tall), or makes a report with pages (a4, letter), or what such a "
        "file "
        "says.",
        "NAME|FILE");
    add({QStringLiteral("at")}, "Shows the time up to T, as known then.", "T");
    add({QStringLiteral("views")}, "Writes each view of this folder into the folder of -o.", "DIR");
    add({QStringLiteral("every")},
        "Writes a picture per step of the range, as known then, into the folder of -o.", "I");
    add({QStringLiteral("format")}, "Of what --views and --every write: png (default), svg, pdf, csv, json.",
        "LIST");
    add({QStringLiteral("webhook")},
        "Sends each file that is written to this address by POST, https only; may be given again.", "URL");
}

Result<View> readExportView(const QCommandLineParser& parser, const QString& dataDir)
{
    if (parser.isSet(QStringLiteral("view"))) {
        const auto path = findViewFile(parser.value(QStringLiteral("view")), dataDir);
        return path.hasError() ? Result<View>(path.error()) : readViewFile(path.value());
    }
    View view;
    view.panes = defaultPanes();
    return view;
}

Result<ExportQuestion> readExportQuestion(const QCommandLineParser& parser, const View& view,
                                          const QString& dataDir)
{
    ExportQuestion question{.view = view, .from = {}, .to = {}};
    if (const auto done = readTemplate(parser, dataDir, question); done.hasError())
        return done.error();
    if (const auto done = readLook(parser, question.view); done.hasError())
        return done.error();
    if (const auto done = readTimes(parser, question); done.hasError())
        return done.error();
    OptionReader reader(parser);
    reader.value(QStringLiteral("content"), readContent,
                 [&](QString value) { question.content = std::move(value); });
    if (reader.error())
        return *reader.error();
    if (!question.content.isEmpty() && !parser.isSet(QStringLiteral("size")))
        question.view.size = {}; // that which suits it
    return question;
}

Result<ExportOutput> readExportOutput(const QCommandLineParser& parser, const QStringList& arguments)
{
    if (const auto done = checkTogether(parser); done.hasError())
        return done.error();
    if (const QString word = wordBeforeOutput(arguments); !word.isEmpty())
        return badUsage(QStringLiteral("“%1” is not an option; files to write stand behind -o").arg(word));
    ExportOutput output{.files = parser.values(QStringLiteral("o")) + parser.positionalArguments(),
                        .formats = {}};
    OptionReader reader(parser);
    reader.value(QStringLiteral("page"), readPaper, [&](Paper value) { output.paper = value; });
    reader.value(QStringLiteral("every"), readStep, [&](Interval value) { output.every = value; });
    if (reader.error())
        return *reader.error();
    const auto formats = readFormats(parser);
    if (formats.hasError())
        return formats.error();
    output.formats = formats.value();
    auto webhooks = readWebhooks(parser);
    if (webhooks.hasError())
        return webhooks.error();
    output.webhooks = std::move(webhooks).value();
    const bool isSeries = output.every || parser.isSet(QStringLiteral("views"));
    if (!isSeries && parser.isSet(QStringLiteral("format")))
        return badUsage(
            QStringLiteral("--format goes with --views and --every; a file's name says its format"));
    const auto done = isSeries ? checkFolder(parser, output) : checkFiles(output.files);
    if (done.hasError())
        return done.error();
    return output;
}

} // namespace holdline
