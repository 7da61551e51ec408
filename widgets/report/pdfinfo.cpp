// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/pdfinfo.h"

#include "widgets/report/svgtext.h"

#include <qpdf/qpdf-c.h>

#include <memory>
#include <optional>
#include <type_traits>

namespace holdline {

namespace {

/// `D:20260122120000Z`
QByteArray pdfDate(UtcTime time)
{
    const QByteArray iso = toIso(time).left(19).toLatin1();
    return "D:" + QByteArray(iso).replace("-", "").replace("T", "").replace(":", "") + 'Z';
}

struct PdfEnd {
    void operator()(qpdf_data pdf) const { qpdf_cleanup(&pdf); }
};
using Pdf = std::unique_ptr<std::remove_pointer_t<qpdf_data>, PdfEnd>;

qpdf_oh textOfPdf(qpdf_data pdf, const QString& text)
{
    return qpdf_oh_new_unicode_string(pdf, text.toUtf8().constData());
}

void setPdfInfo(qpdf_data pdf, const PdfInfo& info)
{
    const qpdf_oh trailer = qpdf_get_trailer(pdf);
    qpdf_oh entries = qpdf_oh_get_key(pdf, trailer, "/Info");
    if (!qpdf_oh_is_dictionary(pdf, entries))
        entries = qpdf_make_indirect_object(pdf, qpdf_oh_new_dictionary(pdf));
    qpdf_oh_replace_key(pdf, entries, "/Title", textOfPdf(pdf, info.title));
    qpdf_oh_replace_key(pdf, entries, "/Author", textOfPdf(pdf, info.author));
    qpdf_oh_replace_key(pdf, entries, "/Subject", textOfPdf(pdf, info.subject));
    qpdf_oh_replace_key(pdf, entries, "/Creator", textOfPdf(pdf, info.creator));
    const QByteArray created = pdfDate(info.created);
    qpdf_oh_replace_key(pdf, entries, "/CreationDate", qpdf_oh_new_string(pdf, created.constData()));
    qpdf_oh_replace_key(pdf, trailer, "/Info", entries);
}

/// ISO 32000-1, 12.3.2.2: the page, and the height that is to stand at the window's upper edge.
qpdf_oh destinationOf(qpdf_data pdf, const PdfBookmark& bookmark)
{
    const qpdf_oh page = qpdf_get_page_n(pdf, static_cast<std::size_t>(bookmark.page));
    const qpdf_oh top = qpdf_oh_get_array_item(pdf, qpdf_oh_get_key(pdf, page, "/MediaBox"), 3);
    const double height = qpdf_oh_get_numeric_value(pdf, top) * (1 - bookmark.top);
    const qpdf_oh place = qpdf_oh_new_array(pdf);
    for (const qpdf_oh part : {page, qpdf_oh_new_name(pdf, "/XYZ"), qpdf_oh_new_null(pdf),
                               qpdf_oh_new_real_from_double(pdf, height, 1), qpdf_oh_new_null(pdf)})
        qpdf_oh_append_item(pdf, place, part);
    return place;
}

/// ISO 32000-1, 12.3.3: a list of items, each of which knows its neighbours.
void setOutlines(qpdf_data pdf, const std::vector<PdfBookmark>& bookmarks)
{
    const qpdf_oh outlines = qpdf_make_indirect_object(pdf, qpdf_oh_new_dictionary(pdf));
    std::optional<qpdf_oh> last;
    for (const PdfBookmark& bookmark : bookmarks) {
        const qpdf_oh item = qpdf_make_indirect_object(pdf, qpdf_oh_new_dictionary(pdf));
        qpdf_oh_replace_key(pdf, item, "/Title", textOfPdf(pdf, bookmark.title));
        qpdf_oh_replace_key(pdf, item, "/Parent", outlines);
        qpdf_oh_replace_key(pdf, item, "/Dest", destinationOf(pdf, bookmark));
        if (last) {
            qpdf_oh_replace_key(pdf, *last, "/Next", item);
            qpdf_oh_replace_key(pdf, item, "/Prev", *last);
        } else {
            qpdf_oh_replace_key(pdf, outlines, "/First", item);
        }
        last = item;
    }
    qpdf_oh_replace_key(pdf, outlines, "/Type", qpdf_oh_new_name(pdf, "/Outlines"));
    qpdf_oh_replace_key(pdf, outlines, "/Last", *last);
    qpdf_oh_replace_key(pdf, outlines, "/Count",
                        qpdf_oh_new_integer(pdf, static_cast<long long>(bookmarks.size())));
    const qpdf_oh root = qpdf_get_root(pdf);
    qpdf_oh_replace_key(pdf, root, "/Outlines", outlines);
    qpdf_oh_replace_key(pdf, root, "/PageMode", qpdf_oh_new_name(pdf, "/UseOutlines"));
}

/// Empty: it could not be written.
QByteArray bytesOfPdf(qpdf_data pdf)
{
    if (qpdf_init_write_memory(pdf) & QPDF_ERRORS)
        return {};
    qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
    qpdf_set_decode_level(pdf, qpdf_dl_none);
    qpdf_set_compress_streams(pdf, QPDF_FALSE);
    if (qpdf_write(pdf) & QPDF_ERRORS)
        return {};
    return {reinterpret_cast<const char*>(qpdf_get_buffer(pdf)),
            static_cast<qsizetype>(qpdf_get_buffer_length(pdf))};
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
    const Pdf document(qpdf_init());
    qpdf_data data = document.get();
    qpdf_silence_errors(data);
    qpdf_set_suppress_warnings(data, QPDF_TRUE);
    const auto size = static_cast<unsigned long long>(pdf.size());
    if (qpdf_read_memory(data, "PDF", pdf.constData(), size, nullptr) & QPDF_ERRORS)
        return pdf;
    setPdfInfo(data, info);
    qpdf_oh_replace_key(data, qpdf_get_root(data), "/Lang", qpdf_oh_new_string(data, "en"));
    if (!bookmarks.empty())
        setOutlines(data, bookmarks);
    const QByteArray written = bytesOfPdf(data);
    return written.isEmpty() ? pdf : written;
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
