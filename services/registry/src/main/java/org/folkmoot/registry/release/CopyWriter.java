package org.folkmoot.registry.release;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows into one table by PostgreSQL's COPY, in its text form. Nothing else runs on the connection meanwhile. */
final class CopyWriter implements AutoCloseable {

    private static final int FULL = 64 * 1024;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(FULL + 4096);
    private boolean rowBegun;

    CopyWriter(Connection connection, String table, String columns) throws SQLException {
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin");
    }

    CopyWriter text(@Nullable String value) {
        separate();
        if (value == null) {
            buffer.append("\\N");
        } else {
            escape(value);
        }
        return this;
    }

    CopyWriter date(@Nullable LocalDate value) {
        separate();
        buffer.append(value == null ? "\\N" : value.toString());
        return this;
    }

    CopyWriter number(long value) {
        separate();
        buffer.append(value);
        return this;
    }

    CopyWriter truth(boolean value) {
        separate();
        buffer.append(value ? 't' : 'f');
        return this;
    }

    CopyWriter bytes(byte[] value) {
        separate();
        buffer.append("\\\\x");
        for (byte b : value) {
            buffer.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return this;
    }

    void endRow() throws SQLException {
        buffer.append('\n');
        rowBegun = false;
        if (buffer.length() >= FULL) {
            flush();
        }
    }

    /** Ends the writing; without it nothing is in the table. */
    void finish() throws SQLException {
        flush();
        copy.endCopy();
    }

    /** Gives up what was not finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    private void separate() {
        if (rowBegun) {
            buffer.append('\t');
        }
        rowBegun = true;
    }

    private void escape(String value) {
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            String escaped = switch (c) {
                case '\\' -> "\\\\";
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\t' -> "\\t";
                default -> null;
            };
            if (escaped != null) {
                buffer.append(value, plain, i).append(escaped);
                plain = i + 1;
            }
        }
        buffer.append(value, plain, value.length());
    }
}
