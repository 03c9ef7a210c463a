package org.folkmoot.executive.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A paper that is being written, from its title on. It is used by one thread, and for one document. */
public final class Paper {

    /** As a response says what it is. */
    public static final String PDF = "application/pdf";

    private static final String FAMILY = "Liberation Sans";

    /** The typeface that the library carries for whoever has no other. */
    private static final String TYPEFACE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final int REGULAR = 400;

    static {
        // The library tells of every step it takes.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private static final String STYLE = """
            @page { margin: 20mm 20mm 24mm 20mm;
                @bottom-left { content: element(foot); }
                @bottom-right { content: "Page " counter(page) " of " counter(pages);
                    font-family: 'Liberation Sans'; font-size: 9pt; color: #4c6272; } }
            body { font-family: 'Liberation Sans'; font-size: 11pt; line-height: 1.45; color: #212b32; }
            #foot { position: running(foot); font-size: 9pt; color: #4c6272; }
            h1 { font-size: 22pt; line-height: 1.2; font-weight: 400; margin: 0 0 4mm 0; color: #003087; }
            h2 { font-size: 15pt; line-height: 1.25; font-weight: 400; margin: 8mm 0 2mm 0; color: #003087;
                page-break-after: avoid; }
            h3 { font-size: 12.5pt; font-weight: 400; margin: 5mm 0 1mm 0; color: #003087; page-break-after: avoid; }
            p { margin: 0 0 2.5mm 0; }
            p.under { color: #4c6272; margin: 0 0 1mm 0; }
            ol, ul { margin: 0 0 3mm 0; padding-left: 7mm; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; margin: 2mm 0 4mm 0; }
            tr { page-break-inside: avoid; }
            th { text-align: left; font-weight: 400; color: #003087; border-bottom: 0.6mm solid #003087; }
            td { border-bottom: 0.2mm solid #aeb7bd; }
            th, td { padding: 1.5mm 3mm 1.5mm 0; vertical-align: top; font-size: 10pt; }
            """;

    private final Document document;
    private final Element bookmarks;
    private final Element body;
    private int headings;

    private Paper(String title, boolean wide) {
        document = empty();
        Element html = document.createElement("html");
        html.setAttribute("lang", "en-GB");
        document.appendChild(html);
        Element head = add(html, "head");
        add(head, "title", title);
        meta(head, "subject", title);
        add(head, "style", STYLE + (wide ? "@page { size: A4 landscape; }" : "@page { size: A4 portrait; }"));
        bookmarks = add(head, "bookmarks");
        body = add(html, "body");
        Element foot = add(body, "div", title);
        foot.setAttribute("id", "foot");
        marked(add(body, "h1", title), title);
    }

    /** A paper on upright pages. */
    public static Paper upright(String title) {
        return new Paper(title, false);
    }

    /** A paper on pages that lie on their side, for wide tables. */
    public static Paper wide(String title) {
        return new Paper(title, true);
    }

    /** A line of what there is to know of the whole. */
    public Paper under(String words) {
        add(body, "p", words).setAttribute("class", "under");
        return this;
    }

    /** A part begins. */
    public Paper part(String heading) {
        marked(add(body, "h2", heading), heading);
        return this;
    }

    /** A section of a part begins. */
    public Paper section(String heading) {
        add(body, "h3", heading);
        return this;
    }

    /** Words, with a paragraph for each of their lines. */
    public Paper words(String words) {
        words.lines().filter(line -> !line.isBlank()).forEach(line -> add(body, "p", line));
        return this;
    }

    /** A numbered list. */
    public Paper numbered(List<String> lines) {
        Element list = add(body, "ol");
        lines.forEach(line -> add(list, "li", line));
        return this;
    }

    /**
     * A table.
     *
     * @param columns their headers
     * @param rows each with a text for each column
     */
    public Paper table(List<String> columns, List<List<String>> rows) {
        Element table = add(body, "table");
        Element header = add(add(table, "thead"), "tr");
        columns.forEach(column -> add(header, "th", column).setAttribute("scope", "col"));
        Element content = add(table, "tbody");
        for (List<String> row : rows) {
            Element line = add(content, "tr");
            row.forEach(cell -> add(line, "td", cell));
        }
        return this;
    }

    /** The paper as PDF, whole. */
    public byte[] pdf() {
        try (var out = new ByteArrayOutputStream()) {
            var renderer = new PdfRendererBuilder();
            renderer.useFont(Paper::typeface, FAMILY, REGULAR, FontStyle.NORMAL, true);
            renderer.usePdfUaAccessibility(true);
            renderer.withProducer("Folkmoot");
            renderer.withW3cDocument(document, null);
            renderer.toStream(out);
            renderer.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("a paper cannot be set", e);
        }
    }

    private static InputStream typeface() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(TYPEFACE), "the library's typeface");
    }

    private void marked(Element heading, String name) {
        String id = "h" + ++headings;
        heading.setAttribute("id", id);
        Element bookmark = add(bookmarks, "bookmark");
        bookmark.setAttribute("name", printable(name));
        bookmark.setAttribute("href", "#" + id);
    }

    private void meta(Element head, String name, String content) {
        Element meta = add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", printable(content));
    }

    private Element add(Element to, String name, String words) {
        Element made = add(to, name);
        made.appendChild(document.createTextNode(printable(words)));
        return made;
    }

    private Element add(Element to, String name) {
        Element made = document.createElement(name);
        to.appendChild(made);
        return made;
    }

    /** What controls a terminal has no shape. */
    private static String printable(String words) {
        return words.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ");
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform makes documents", e);
        }
    }
}
