package org.folkmoot.local.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.folkmoot.local.Refusal;

/** A backup's file, once all that it says of itself was found to be true. */
final class Archive implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    static final ObjectMapper JSON = new ObjectMapper();

    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws Refusal when the file is cut off, altered, or no backup */
    static Archive open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new Refusal(file + " is no whole backup: " + e.getMessage(), e);
        }
        try {
            var archive = new Archive(zip, manifest(zip, file));
            archive.check(file);
            return archive;
        } catch (IOException e) {
            zip.close();
            throw new Refusal(file + " cannot be read to its end: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** The bytes of a table. */
    InputStream rows(Manifest.Database database, Manifest.Table table) throws IOException {
        return entry(table.entry(database.service()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new Refusal(file + " has no manifest: it is no backup");
        }
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readAllBytes();
        }
        if (!Digest.of(bytes).equals(zip.getComment())) {
            throw new Refusal(file + " was altered: its manifest is not the one that was written");
        }
        try {
            Manifest manifest = JSON.readValue(bytes, Manifest.class);
            if (!Manifest.FORMAT.equals(manifest.format())) {
                throw new Refusal(file + " is of the format " + manifest.format() + ", not " + Manifest.FORMAT);
            }
            List<String> services = manifest.databases().stream()
                    .map(Manifest.Database::service)
                    .toList();
            // They become addresses of databases, and the hash proves nothing against whoever wrote it.
            if (!TenantBackup.ICS.matcher(manifest.ics()).matches()
                    || !TenantBackup.SERVICES.containsAll(services)
                    || Set.copyOf(services).size() < services.size()) {
                throw new Refusal(file + " is no backup of ours: it is of " + manifest.ics() + " in " + services);
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new Refusal(file + " has a manifest that cannot be read", e);
        }
    }

    private void check(Path file) throws IOException {
        List<String> wanted = new ArrayList<>(List.of(MANIFEST));
        for (Manifest.Database database : manifest.databases()) {
            for (Manifest.Table table : database.tables()) {
                wanted.add(table.entry(database.service()));
                var digest = new Digest(OutputStream.nullOutputStream());
                try (InputStream in = entry(table.entry(database.service()))) {
                    in.transferTo(digest);
                }
                if (digest.lines() != table.rows() || !digest.hex().equals(table.sha256())) {
                    throw new Refusal(file + " was altered: " + database.service() + "'s " + table.name()
                            + " is not what was written");
                }
            }
        }
        List<String> there = zip.stream().map(ZipEntry::getName).sorted().toList();
        if (!there.equals(wanted.stream().sorted().toList())) {
            throw new Refusal(file + " was altered: there is more or less in it than its manifest says");
        }
    }

    private InputStream entry(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Refusal(zip.getName() + " was altered: it lacks " + name);
        }
        return zip.getInputStream(entry);
    }

    /** Hashes what passes, and counts its lines: {@code COPY} writes one for each row. */
    static final class Digest extends OutputStream {

        private final OutputStream next;
        private final MessageDigest digest = sha256();
        private long lines;

        Digest(OutputStream next) {
            this.next = next;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            digest.update(bytes, from, length);
            for (int place = from; place < from + length; place++) {
                if (bytes[place] == '\n') {
                    lines++;
                }
            }
            next.write(bytes, from, length);
        }

        long lines() {
            return lines;
        }

        String hex() {
            return HexFormat.of().formatHex(digest.digest());
        }

        static String of(byte[] bytes) {
            return HexFormat.of().formatHex(sha256().digest(bytes));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
