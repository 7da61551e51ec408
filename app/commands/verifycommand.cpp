// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/verifycommand.h"

#include "app/commands/exportfiles.h"
#include "app/datasource.h"
#include "models/foundation/jsontext.h"
#include "models/views/numberchanges.h"
#include "models/views/recordcarrier.h"

#include <QFile>
#include <QImage>
#include <QRegularExpression>

#include <algorithm>

namespace holdline {

namespace {

constexpr qint64 mostFileBytes = qint64{512} << 20;
constexpr std::size_t mostListed = 1000;

/// A file that is being checked.
struct CheckedFile {
    QByteArray bytes;
    QString format; ///< as in exportFormats()
    ReportRecord record;
};

/// What became of it; changes are those of numbers.
struct Verdict {
    bool isSame = false;
    std::vector<NumberChange> changes;
};

/// Qt and libpng tell of damage in words of their own, which the command says in a sentence.
class WithoutLibraryWords final {
public:
    WithoutLibraryWords() : m_before(qInstallMessageHandler(ignore)) {}
    ~WithoutLibraryWords() { qInstallMessageHandler(m_before); }
    Q_DISABLE_COPY_MOVE(WithoutLibraryWords)

private:
    static void ignore(QtMsgType, const QMessageLogContext&, const QString&) {}
    QtMessageHandler m_before;
};

Result<QByteArray> bytesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Unavailable, file.errorString()};
    if (file.size() > mostFileBytes)
        return malformed(QStringLiteral("it is larger than any file that export writes"));
    return file.readAll();
}

Result<CheckedFile> readChecked(const QString& path)
{
    const WithoutLibraryWords quiet;
    auto bytes = bytesOf(path);
    if (bytes.hasError())
        return bytes.error();
    const auto text = recordTextIn(bytes.value());
    if (text.hasError())
        return text.error();
    auto record = recordFromText(text.value());
    if (record.hasError())
        return record.error();
    const QString format = carrierFormat(bytes.value());
    return CheckedFile{std::move(bytes).value(), format, std::move(record).value()};
}

Verdict verdictOf(const ReportRecord& record, const QByteArray& now)
{
    Verdict verdict;
    verdict.isSame = numbersDigest(now) == record.digest;
    if (verdict.isSame || !record.numbers)
        return verdict;
    verdict.changes = numberChanges(*record.numbers, now);
    verdict.isSame = verdict.changes.empty();
    return verdict;
}

/// A number as it is written, a time or what else stands there in quotes, null where there is nothing.
QByteArray jsonField(const std::optional<QByteArray>& text)
{
    static const QRegularExpression number(QStringLiteral("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$"));
    if (!text || text->isEmpty())
        return "null";
    const QString words = QString::fromUtf8(*text);
    return number.match(words).hasMatch() ? *text : jsonText(words);
}

QByteArray jsonOf(const NumberChange& change)
{
    return "{\"series\":" + jsonText(QString::fromUtf8(change.series)) +
           ",\"at\":" + jsonText(QString::fromUtf8(change.at)) +
           ",\"field\":" + jsonText(QString::fromUtf8(change.field)) + ",\"was\":" + jsonField(change.was) +
           ",\"is\":" + jsonField(change.is) + "}";
}

QByteArray jsonOf(const Verdict& verdict)
{
    QByteArrayList changes;
    for (std::size_t i = 0; i < std::min(verdict.changes.size(), mostListed); ++i)
        changes.append(jsonOf(verdict.changes[i]));
    return QByteArray("{\"same\":") + (verdict.isSame ? "true" : "false") + ",\"changed\":[" +
           changes.join(',') + "]}\n";
}

/// Pictures of one size whose pixels are the same may have been packed by different libraries.
bool hasSamePixels(const QByteArray& one, const QByteArray& other)
{
    const WithoutLibraryWords quiet;
    const QImage image = QImage::fromData(one, "png");
    return !image.isNull() && image == QImage::fromData(other, "png");
}

/// Also where there is no range to draw. A file of another version may look otherwise: that is said alone.
bool looksTheSame(const CheckedFile& file, const ExportFiles& files, const CommandContext& context)
{
    if (!isDrawable(file.record.view))
        return true;
    const auto now = files.make(file.format);
    if (now.hasValue() && (now.value() == file.bytes || hasSamePixels(now.value(), file.bytes)))
        return true;
    if (file.record.program == QStringLiteral(HOLDLINE_VERSION)) {
        context.say(
            QStringLiteral("The numbers are the same. The file differs elsewhere: in levels, drawings, "
                           "events, coverage or fonts, or someone has changed it."));
        return false;
    }
    context.say(QStringLiteral("The numbers are the same. The file differs elsewhere: Holdline %1 wrote it, "
                               "this is %2.")
                    .arg(file.record.program.left(40), QStringLiteral(HOLDLINE_VERSION)));
    return true;
}

Result<ExportFiles> rebuilt(Store& store, const CheckedFile& file, const CommandContext& context)
{
    const auto question = questionOf(file.record);
    if (question.hasError())
        return question.error();
    const Paper paper = parsePaper(file.record.paper).value_or(Paper::A4);
    return exportFiles(store, question.value(), {file.format}, paper, context);
}

/// Whether every difference came about after the file was written.
bool wasSameThen(Store& store, CheckedFile file, const CommandContext& context)
{
    if (!file.record.numbers)
        return false;
    file.record.view.asOf = file.record.asOf;
    const auto then = rebuilt(store, file, context);
    if (then.hasError())
        return false;
    const auto changes = numberChanges(*file.record.numbers, then.value().recorded);
    return std::all_of(changes.begin(), changes.end(),
                       [](const NumberChange& change) { return change.field == "known_at"; });
}

void sayWhatDiffers(Store& store, const CheckedFile& file, const Verdict& verdict,
                    const CommandContext& context)
{
    const ReportRecord& record = file.record;
    if (!record.numbers)
        context.say(QStringLiteral("Which numbers changed cannot be told: they were too many to go along."));
    if (verdict.changes.size() > mostListed)
        context.say(
            QStringLiteral("%1 more changes are not listed.").arg(verdict.changes.size() - mostListed));
    if (!record.view.asOf && wasSameThen(store, file, context))
        context.say(QStringLiteral("As known at %1 they are the same: what differs became known later.")
                        .arg(toIso(record.asOf)));
}

Result<bool> verify(const QString& path, const CommandContext& context)
{
    const auto file = readChecked(path);
    if (file.hasError())
        return file.error();
    const ReportRecord& record = file.value().record;
    const auto store = openData(context, record.view.episode);
    if (store.hasError())
        return store.error();
    const auto files = rebuilt(*store.value(), file.value(), context);
    if (files.hasError())
        return files.error();
    Verdict verdict = verdictOf(record, files.value().recorded);
    if (verdict.isSame)
        verdict.isSame = looksTheSame(file.value(), files.value(), context);
    else
        sayWhatDiffers(*store.value(), file.value(), verdict, context);
    context.print(jsonOf(verdict));
    return verdict.isSame;
}

int runVerify(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Compares an exported file with what is stored now, and names the numbers that changed."));
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("A .png, .svg, .pdf or .json that export wrote."));
    if (const auto exit = parseArguments(parser, arguments, context))
        return *exit;
    if (parser.positionalArguments().size() != 1)
        return context.fail(badUsage(QStringLiteral("name the file to verify: holdline verify FILE")));
    const QString path = parser.positionalArguments().first();
    const auto isSame = verify(path, context);
    if (isSame.hasError())
        return context.fail({isSame.error().kind, path + QStringLiteral(": ") + isSame.error().message});
    return isSame.value() ? ExitDone : ExitCouldNot;
}

} // namespace

Command verifyCommand()
{
    return {.name = QStringLiteral("verify"),
            .summary = QStringLiteral("compares an exported file with what is stored now"),
            .needs = Command::Needs::Widgets, // cards are painted by theirs
            .run = runVerify};
}

} // namespace holdline
