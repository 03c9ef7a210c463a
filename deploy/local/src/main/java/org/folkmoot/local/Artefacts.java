package org.folkmoot.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The servers' files: unpacked once from the artefacts that the build put aside, then used by every stack of the
 * checkout. Unpacking goes to a folder beside and is moved in place at the end, so a kill in the middle leaves nothing
 * half done.
 */
final class Artefacts {

    private final Path servers;
    private final Path artefacts;

    Artefacts(Path servers) {
        this.servers = servers;
        this.artefacts = servers.resolve("artefacts");
    }

    /** The folder of PostgreSQL with {@code bin}, {@code lib} and {@code share}. */
    Path postgres() {
        return unpacked("postgres-", ".jar", (archive, into) -> {
            try (var jar = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
                for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                    if (entry.getName().endsWith(".txz")) {
                        untar(new XZCompressorInputStream(jar), into);
                        return;
                    }
                }
                throw new Refusal("no PostgreSQL inside " + archive);
            }
        });
    }

    /** The folder with Kafka's jars. */
    Path kafka() {
        return newest("kafka-", "");
    }

    /** The folder of Keycloak with {@code bin} and {@code lib}. */
    Path keycloak() {
        return unpacked("keycloak-", ".zip", (archive, into) -> {
            try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    // The archive has one folder at its root: leave it out.
                    Path relative = Path.of(entry.getName());
                    if (relative.getNameCount() > 1) {
                        write(into, relative.subpath(1, relative.getNameCount()), entry.isDirectory(), zip);
                    }
                }
            }
            makeExecutable(into.resolve("bin"));
        });
    }

    private interface Unpacking {
        void run(Path archive, Path into) throws IOException;
    }

    private Path unpacked(String prefix, String suffix, Unpacking unpacking) {
        Path archive = newest(prefix, suffix);
        String name = archive.getFileName().toString();
        Path target = servers.resolve(name.substring(0, name.length() - suffix.length()));
        if (Files.isDirectory(target)) {
            return target;
        }
        try (FileChannel channel = FileChannel.open(
                        servers.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(target)) {
                Path beside = servers.resolve(target.getFileName() + ".part");
                delete(beside);
                Files.createDirectories(beside);
                unpacking.run(archive, beside);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        } catch (IOException e) {
            throw new Refusal("cannot unpack " + archive + ": " + e.getMessage(), e);
        }
    }

    private Path newest(String prefix, String suffix) {
        try (Stream<Path> files = Files.list(artefacts)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && file.getFileName().toString().endsWith(suffix))
                    .max(Comparator.comparing(Artefacts::modified))
                    .orElseThrow(() -> new Refusal("no " + prefix + "*" + suffix + " in " + artefacts
                            + ": build first (./folkmoot up does it)"));
        } catch (IOException e) {
            throw new Refusal("cannot read " + artefacts + ": build first (./folkmoot up does it)", e);
        }
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new Refusal("cannot read " + file, e);
        }
    }

    private static void untar(InputStream compressed, Path into) throws IOException {
        var tar = new TarArchiveInputStream(compressed);
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path relative = Path.of(entry.getName()).normalize();
            if (entry.isSymbolicLink()) {
                Path link = inside(into, relative);
                Files.createDirectories(link.getParent());
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, Path.of(entry.getLinkName()));
            } else {
                write(into, relative, entry.isDirectory(), tar);
            }
        }
        makeExecutable(into.resolve("bin"));
    }

    private static void write(Path into, Path relative, boolean directory, InputStream content) throws IOException {
        Path file = inside(into, relative);
        if (directory) {
            Files.createDirectories(file);
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** An archive's entry may not climb out of its folder. */
    private static Path inside(Path into, Path relative) throws IOException {
        Path file = into.resolve(relative).normalize();
        if (!file.startsWith(into)) {
            throw new IOException("entry outside its archive: " + relative);
        }
        return file;
    }

    private static void makeExecutable(Path bin) throws IOException {
        try (Stream<Path> files = Files.list(bin)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
