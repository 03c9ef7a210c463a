package org.folkmoot.portal.frame;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.folkmoot.http.Table;
import org.folkmoot.portal.service.Passage;
import org.folkmoot.portal.service.Reply;
import org.jspecify.annotations.Nullable;

/** Tables as files: what a page shows, as the service gives it. A link to one is the page's own with {@code format=csv}. */
public final class Exports {

    /** What a resource that passes tables on produces; a browser that names neither gets the page. */
    public static final String CSV = Table.CSV + ";qs=0.5";

    /** The same for spreadsheets. */
    public static final String XLSX = Table.XLSX + ";qs=0.4";

    private Exports() {}

    /** The kind of table that is asked for. */
    public static String type(@Nullable String accept) {
        return Table.XLSX.equals(accept) ? Table.XLSX : Table.CSV;
    }

    /** Passes a table on. */
    public static Response answer(Reply<Passage> table) {
        Passage passage = table.orPage();
        return Response.ok(passage.body())
                .type(passage.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, passage.disposition())
                .build();
    }
}
