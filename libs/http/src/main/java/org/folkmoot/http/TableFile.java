package org.folkmoot.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Says what file a table is: the name under which a browser saves it, and its type. Text has a charset; a workbook is a
 * ZIP archive and has none, though the platform gives one to whatever it sends.
 */
@Provider
class TableFile implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Table<?> table) {
            boolean csv = isCsv(response.getMediaType());
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, csv ? Table.CSV + ";charset=UTF-8" : Table.XLSX);
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"%s.%s\"".formatted(table.name(), csv ? "csv" : "xlsx"));
        }
    }

    static boolean isCsv(@Nullable MediaType type) {
        return type != null && type.getSubtype().equals("csv");
    }
}
