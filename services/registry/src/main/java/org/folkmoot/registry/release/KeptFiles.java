package org.folkmoot.registry.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a job's files in the database: compressed, in parts of half a megabyte, so that neither writing nor
 * reading needs more memory than that, whatever the size of the file.
 */
final class KeptFiles {

    private static final int PART = 512 * 1024;

    private KeptFiles() {}

    /** Keeps a file, in the caller's transaction. */
    static void keep(
            Connection connection,
            UUID job,
            int position,
            String name,
            @Nullable LocalDate declaredAsAt,
            InputStream bytes)
            throws SQLException, IOException {
        MessageDigest digest = sha256();
        long size;
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into load_chunk (job_id, position, part, bytes) values (?, ?, ?, ?)");
                var out = new DeflaterOutputStream(
                        new BufferedOutputStream(new PartWriter(insert, job, position), PART),
                        new Deflater(Deflater.BEST_SPEED))) {
            size = new DigestInputStream(bytes, digest).transferTo(out);
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into load_file (job_id, position, name, size, sha256, declared_as_at) values (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, job);
            insert.setInt(2, position);
            insert.setString(3, name);
            insert.setLong(4, size);
            insert.setString(5, HexFormat.of().formatHex(digest.digest()));
            insert.setObject(6, declaredAsAt);
            insert.executeUpdate();
        }
    }

    /** The files of a job in the order in which they were handed in. */
    static List<KeptFile> of(Connection connection, UUID job) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select position, name, size, sha256, declared_as_at from load_file where job_id = ? order by position")) {
            select.setObject(1, job);
            var files = new ArrayList<KeptFile>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    files.add(new KeptFile(
                            job,
                            rows.getInt(1),
                            rows.getString(2),
                            rows.getLong(3),
                            rows.getString(4),
                            rows.getObject(5, LocalDate.class)));
                }
            }
            return files;
        }
    }

    /** The bytes of a file as they were handed in. The connection must stay open while they are read. */
    static InputStream open(Connection connection, KeptFile file) {
        return new InflaterInputStream(new Parts(connection, file));
    }

    /** Lets go of the bytes of a job. */
    static void forget(Connection connection, UUID job) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from load_chunk where job_id = ?")) {
            delete.setObject(1, job);
            delete.executeUpdate();
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Each write becomes a row: to be used behind a buffer of a part's size. */
    private static final class PartWriter extends OutputStream {

        private final PreparedStatement insert;
        private final UUID job;
        private final int position;
        private int part;

        PartWriter(PreparedStatement insert, UUID job, int position) {
            this.insert = insert;
            this.job = job;
            this.position = position;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                insert.setObject(1, job);
                insert.setInt(2, position);
                insert.setInt(3, part++);
                insert.setBytes(4, Arrays.copyOfRange(bytes, offset, offset + length));
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IOException("a file cannot be kept", e);
            }
        }
    }

    /** The parts one after the other, one in memory. */
    private static final class Parts extends InputStream {

        private final Connection connection;
        private final KeptFile file;
        private byte[] part = {};
        private int at;
        private int next;

        Parts(Connection connection, KeptFile file) {
            this.connection = connection;
            this.file = file;
        }

        @Override
        public int read() {
            return more() ? part[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int taken = Math.min(length, part.length - at);
            System.arraycopy(part, at, target, offset, taken);
            at += taken;
            return taken;
        }

        private boolean more() {
            if (at < part.length) {
                return true;
            }
            try (PreparedStatement select = connection.prepareStatement(
                    "select bytes from load_chunk where job_id = ? and position = ? and part = ?")) {
                select.setObject(1, file.job());
                select.setInt(2, file.position());
                select.setInt(3, next++);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return false;
                    }
                    part = row.getBytes(1);
                    at = 0;
                    return true;
                }
            } catch (SQLException e) {
                throw new UncheckedIOException(new IOException("a kept file cannot be read", e));
            }
        }
    }
}
