package org.folkmoot.registry.keepup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.registry.keepup.Shelf.Bundle;
import org.folkmoot.registry.keepup.Shelf.Laid;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes the first release of a shelf that is whole and was never taken. */
final class TakeFromShelf {

    private static final Logger LOG = Logger.getLogger(TakeFromShelf.class);

    /** As {@code sha256sum} writes: the sum, a blank, a blank or a star, the name. */
    private static final Pattern SUM = Pattern.compile("(?<sum>[0-9a-fA-F]{64}) [ *](?<name>.+)");

    private static final int LONGEST_SUMS = 256 * 1024;

    private final Source source;
    private final Shelf shelf;
    private final Duration settle;
    private final HandsIn runs;
    private final Clock clock;

    /** What was looked through in this process, so that the bytes of releases long known are not read at each look. */
    private final Map<String, Bundle> known = new HashMap<>();

    /**
     * Since when a release is what it is, by this clock. The times of its files tell nothing of it: tools that copy give
     * them those of the origin.
     */
    private final Map<String, Seen> seen = new HashMap<>();

    private record Seen(Bundle bundle, Instant since) {}

    TakeFromShelf(Source source, Shelf shelf, Duration settle, HandsIn runs, Clock clock) {
        this.source = source;
        this.shelf = shelf;
        this.settle = settle;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * One release at a time: the next look takes the next, when this one has been loaded. A folder that cannot be read
     * keeps no other waiting.
     *
     * @throws SourceFault what is wrong with the first of those that cannot be read, when there is none to take
     */
    void look() throws SourceFault {
        List<String> names = shelf.names();
        seen.keySet().retainAll(names);
        SourceFault first = null;
        for (String name : names) {
            try {
                Bundle bundle = shelf.bundle(name);
                if (!bundle.files().isEmpty() && !bundle.equals(known.get(name)) && take(bundle)) {
                    return;
                }
            } catch (SourceFault e) {
                LOG.warnf("%s cannot be taken from %s: %s", name, source.slug(), e.why());
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private boolean take(Bundle bundle) throws SourceFault {
        if (bundle.size() > Shelf.LARGEST || bundle.files().size() > Shelf.MOST_FILES) {
            throw new SourceFault("%s is larger than a release may be: %d files with %d bytes."
                    .formatted(bundle.name(), bundle.files().size(), bundle.size()));
        }
        boolean summed = bundle.files().stream().anyMatch(file -> file.name().equals(Shelf.SUMS));
        if (!summed && !isSettled(bundle)) {
            return false;
        }
        Path copies = null;
        try {
            copies = Files.createTempDirectory("folkmoot-release-");
            return take(bundle, copies);
        } catch (IOException e) {
            throw new SourceFault("A release cannot be copied: " + e.getClass().getSimpleName() + ".", e);
        } finally {
            forget(copies);
        }
    }

    private boolean take(Bundle bundle, Path copies) throws IOException, SourceFault {
        var files = new LinkedHashMap<String, Path>();
        var sums = new TreeMap<String, String>();
        Optional<Path> told = Optional.empty();
        for (Laid file : bundle.files()) {
            Path copy = copies.resolve(Integer.toString(files.size()));
            shelf.copy(bundle, file, copy);
            if (file.name().equals(Shelf.SUMS)) {
                told = Optional.of(Files.move(copy, copies.resolve(Shelf.SUMS)));
            } else {
                files.put(file.name(), copy);
                sums.put(file.name(), sum(copy));
            }
        }
        if (files.isEmpty() || (told.isPresent() && !isWhole(told.get(), sums))) {
            return false;
        }
        String fingerprint = fingerprint(sums);
        boolean isNew = !runs.isKnown(fingerprint);
        if (isNew) {
            LOG.infof("Release %s was found in %s", bundle.name(), source.slug());
            runs.handIn(source, bundle.name(), fingerprint, files);
        }
        known.put(bundle.name(), bundle);
        return isNew;
    }

    private boolean isSettled(Bundle bundle) {
        Instant now = clock.instant();
        Seen since = seen.compute(
                bundle.name(),
                (name, before) -> before == null || !before.bundle().equals(bundle) ? new Seen(bundle, now) : before);
        return !since.since().plus(settle).isAfter(now)
                && bundle.files().stream()
                        .noneMatch(file -> file.name()
                                .toLowerCase(Locale.ROOT)
                                .matches(".*\\.(part|partial|tmp|filepart|crdownload)"));
    }

    /** Every file that has a sum is there and has it. */
    private static boolean isWhole(Path told, Map<String, String> sums) throws IOException {
        if (Files.size(told) > LONGEST_SUMS) {
            return false;
        }
        var wanted = new HashMap<String, String>();
        for (String line :
                Files.readString(told, StandardCharsets.ISO_8859_1).lines().toList()) {
            Matcher read = SUM.matcher(line);
            if (!read.matches()) {
                return false;
            }
            String name = read.group("name");
            wanted.put(
                    name.substring(name.lastIndexOf('/') + 1), read.group("sum").toLowerCase(Locale.ROOT));
        }
        return !wanted.isEmpty()
                && wanted.entrySet().stream().allMatch(each -> each.getValue().equals(sums.get(each.getKey())));
    }

    private static String fingerprint(Map<String, String> sums) {
        MessageDigest digest = sha256();
        sums.forEach((name, sum) -> digest.update((name + '\0' + sum + '\0').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sum(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void forget(@Nullable Path copies) {
        if (copies == null) {
            return;
        }
        try (var files = Files.list(copies)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(copies);
        } catch (IOException e) {
            LOG.warnf(e, "Copies of a release are left in %s", copies);
        }
    }
}
