package org.folkmoot.http;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Lets a resource answer with a {@link Table} where a file of one of its kinds is accepted. */
@Provider
@Produces({Table.CSV, Table.XLSX})
class TableWriter implements MessageBodyWriter<Table<?>> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Table.class;
    }

    @Override
    public void writeTo(
            Table<?> table,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        if (TableFile.isCsv(mediaType)) {
            CsvFile.write(table, out);
        } else {
            new XlsxFile(table).write(out);
        }
    }
}
