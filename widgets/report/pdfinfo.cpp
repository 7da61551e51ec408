// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/pdfinfo.h"

#include "widgets/report/svgtext.h"

#define POINTERHOLDER_TRANSITION 4 // of qpdf 11: its own pointers are those of the standard library
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace holdline {

namespace {

/// `D:20260122120000Z`
std::string pdfDate(UtcTime time)
{
    const QByteArray iso = toIso(time).left(19).toLatin1();
    return "D:" + QByteArray(iso).replace("-", "").replace("T", "").replace(":", "").toStdString() + 'Z';
}

QPDFObjectHandle textOfPdf(const QString& text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

void setPdfInfo(QPDF& pdf, const PdfInfo& info)
{
    QPDFObjectHandle entries = pdf.getTrailer().getKey("/Info");
    if (!entries.isDictionary())
        entries = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    entries.replaceKey("/Title", textOfPdf(info.title));
    entries.replaceKey("/Author", textOfPdf(info.author));
    entries.replaceKey("/Subject", textOfPdf(info.subject));
    entries.replaceKey("/Creator", textOfPdf(info.creator));
    entries.replaceKey("/CreationDate", QPDFObjectHandle::newString(pdfDate(info.created)));
    pdf.getTrailer().replaceKey("/Info", entries);
}

/// ISO 32000-1, 12.3.2.2: the page, and the height that is to stand at the window's upper edge.
QPDFObjectHandle destinationOf(const PdfBookmark& bookmark, const std::vector<QPDFObjectHandle>& pages)
{
    QPDFObjectHandle page = pages.at(static_cast<std::size_t>(bookmark.page));
    const double height = page.getKey("/MediaBox").getArrayItem(3).getNumericValue();
    return QPDFObjectHandle::newArray({page, QPDFObjectHandle::newName("/XYZ"), QPDFObjectHandle::newNull(),
                                       QPDFObjectHandle::newReal(height * (1 - bookmark.top), 1),
                                       QPDFObjectHandle::newNull()});
}

/// ISO 32000-1, 12.3.3: a list of items, each of which knows its neighbours.
void setOutlines(QPDF& pdf, const std::vector<PdfBookmark>& bookmarks)
{
    const std::vector<QPDFObjectHandle> pages = pdf.getAllPages();
    QPDFObjectHandle outlines = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    QPDFObjectHandle last;
    for (const PdfBookmark& bookmark : bookmarks) {
        QPDFObjectHandle item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", textOfPdf(bookmark.title));
        item.replaceKey("/Parent", outlines);
        item.replaceKey("/Dest", destinationOf(bookmark, pages));
        if (last.isInitialized()) {
            last.replaceKey("/Next", item);
            item.replaceKey("/Prev", last);
        } else {
            outlines.replaceKey("/First", item);
        }
        last = item;
    }
    outlines.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    outlines.replaceKey("/Last", last);
    outlines.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(bookmarks.size())));
    pdf.getRoot().replaceKey("/Outlines", outlines);
    pdf.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

QByteArray bytesOfPdf(QPDF& pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setCompressStreams(false);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
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

QByteArray withInfo(const QByteArray& pdf, const PdfInfo& info, const std::vector<PdfBookmark>& bookmarks)
{
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("PDF", pdf.constData(), static_cast<std::size_t>(pdf.size()));
        setPdfInfo(document, info);
        document.getRoot().replaceKey("/Lang", QPDFObjectHandle::newString("en"));
        if (!bookmarks.empty())
            setOutlines(document, bookmarks);
        return bytesOfPdf(document);
    } catch (const std::exception&) {
        return pdf;
    }
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
