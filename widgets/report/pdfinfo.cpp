// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/pdfinfo.h"

#include "widgets/report/svgtext.h"

namespace holdline {

namespace {

/// A text string of ISO 32000-1, 7.9.2.2: UTF-16, here in hexadecimal digits, which need no escapes.
QByteArray pdfText(const QString& text)
{
    QByteArray hex = "<FEFF";
    for (const QChar c : text)
        hex += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    return hex + '>';
}

/// `D:20260122120000Z`
QByteArray pdfDate(UtcTime time)
{
    const QByteArray iso = toIso(time).left(19).toLatin1();
    return "D:" + QByteArray(iso).replace("-", "").replace("T", "").replace(":", "") + 'Z';
}

QByteArray infoEntries(const PdfInfo& info)
{
    return "/Title " + pdfText(info.title) + "\n/Author " + pdfText(info.author) + "\n/Subject " +
           pdfText(info.subject) + "\n/Creator " + pdfText(info.creator) + "\n/CreationDate (" +
           pdfDate(info.created) + ")\n";
}

/// Sets right what the table of objects and the pointer to it say, after bytes were put in at a place
/// (ISO 32000-1, 7.5.4: an entry has twenty bytes, the first ten being the offset).
void moveOffsets(QByteArray& pdf, qsizetype place, qsizetype moved)
{
    constexpr qsizetype entryBytes = 20;
    const auto pointer = pdf.lastIndexOf("startxref\n") + 10;
    const auto pointerEnd = pdf.indexOf('\n', pointer);
    const auto table = pdf.mid(pointer, pointerEnd - pointer).trimmed().toLongLong() + moved;
    pdf.replace(pointer, pointerEnd - pointer, QByteArray::number(table));
    auto entry = pdf.indexOf('\n', pdf.indexOf('\n', table) + 1) + 1;
    for (; entry + entryBytes <= pdf.size() && pdf[entry + 10] == ' '; entry += entryBytes) {
        const auto offset = pdf.mid(entry, 10).toLongLong();
        if (offset > place)
            pdf.replace(entry, 10, QByteArray::number(offset + moved).rightJustified(10, '0'));
    }
}

QByteArray xmlText(const QString& text)
{
    return withoutForbidden(text.toHtmlEscaped().toUtf8());
}

QByteArray languageAlternative(const char* name, const QString& text)
{
    return QByteArray("<dc:") + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xmlText(text) +
           "</rdf:li></rdf:Alt></dc:" + name + ">\n";
}

} // namespace

QByteArray withInfo(QByteArray pdf, const PdfInfo& info)
{
    const auto begin = pdf.indexOf("/Title (");
    const auto end = pdf.indexOf(">>\nendobj", begin);
    if (begin < 0 || end < 0)
        return pdf;
    const QByteArray entries = infoEntries(info);
    pdf.replace(begin, end - begin, entries);
    moveOffsets(pdf, begin, entries.size() - (end - begin));
    return pdf;
}

QByteArray xmpOf(const PdfInfo& info, const QByteArray& element)
{
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n" +
           languageAlternative("title", info.title) + languageAlternative("description", info.subject) +
           "<dc:creator><rdf:Seq><rdf:li>" + xmlText(info.author) +
           "</rdf:li></rdf:Seq></dc:creator>\n<xmp:CreatorTool>" + xmlText(info.creator) +
           "</xmp:CreatorTool>\n<xmp:CreateDate>" + toIso(info.created).toLatin1() + "</xmp:CreateDate>\n" +
           element + "\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

} // namespace holdline
