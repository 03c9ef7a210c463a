package org.folkmoot.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Passwords and keys of one stack: made up at random when first asked for, kept in a file that only its owner can read. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable Path file;
    private final Properties values = new Properties();

    public Secrets(Path home) {
        this.file = home.resolve("secrets.properties");
    }

    private Secrets(Map<String, String> given) {
        this.file = null;
        values.putAll(given);
    }

    /** Secrets that somebody else made up, by name; one that is not among them is refused and not made up. */
    static Secrets given(Map<String, String> values) {
        return new Secrets(values);
    }

    /**
     * The password of that name, the same for as long as the stack's data live and for every process of it.
     *
     * @throws Refusal when the file can be neither read nor written, or the password was not given
     */
    public String password(String name) {
        return secret(name, () -> HexFormat.of().formatHex(random(18)));
    }

    /**
     * The key of that name to encrypt with, 32 bytes in Base64: the same for as long as the stack's data live.
     *
     * @throws Refusal when the file can be neither read nor written
     */
    public String key(String name) {
        return secret(name, () -> Base64.getEncoder().encodeToString(random(32)));
    }

    private synchronized String secret(String name, Supplier<String> make) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        if (file == null) {
            throw new Refusal("the secret " + name + " was not given");
        }
        return knownToOthersOrMade(file, name, make);
    }

    /** Another process of the stack may have made it since: only who holds the lock makes one. */
    private String knownToOthersOrMade(Path file, String name, Supplier<String> make) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                            file.resolveSibling("secrets.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (Files.exists(file)) {
                    try (var reader = Files.newBufferedReader(file)) {
                        values.load(reader);
                    }
                }
                String known = values.getProperty(name);
                if (known == null && lock.isValid()) {
                    known = make.get();
                    values.setProperty(name, known);
                    write(file);
                }
                return Objects.requireNonNull(known);
            }
        } catch (IOException e) {
            throw new Refusal("cannot keep passwords in " + file + ": " + e.getMessage(), e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private void write(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
            values.store(writer, "Passwords of this local stack");
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
