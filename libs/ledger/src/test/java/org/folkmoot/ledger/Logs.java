package org.folkmoot.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Logs for tests: honest ones, and the entries a forger would write. */
final class Logs {

    static final Instant BEGIN = Instant.parse("2026-03-31T16:00:00.000001Z");

    private Logs() {}

    /** A log as the database would have made it. */
    static List<LedgerEntry> honest(int length) {
        var log = new ArrayList<LedgerEntry>();
        Hash previous = Hash.NONE;
        for (int number = 1; number <= length; number++) {
            LedgerEntry entry = sealed(new LedgerEntry(
                    "qkk",
                    "ballot/1",
                    number,
                    BEGIN.plusSeconds(number / 3),
                    "voter-" + number,
                    "vote.cast",
                    "{\"choice\": \"for\", \"weight\": " + number + "}",
                    previous,
                    Hash.NONE));
            log.add(entry);
            previous = entry.hash();
        }
        return log;
    }

    /** The entry with the hash that its contents have, whoever wrote them. */
    static LedgerEntry sealed(LedgerEntry entry) {
        return withHash(entry, entry.computedHash());
    }

    static LedgerEntry withHash(LedgerEntry entry, Hash hash) {
        return new LedgerEntry(
                entry.tenant(),
                entry.stream(),
                entry.number(),
                entry.at(),
                entry.actor(),
                entry.kind(),
                entry.payload(),
                entry.previous(),
                hash);
    }

    static LedgerEntry withPayload(LedgerEntry entry, String payload) {
        return new LedgerEntry(
                entry.tenant(),
                entry.stream(),
                entry.number(),
                entry.at(),
                entry.actor(),
                entry.kind(),
                payload,
                entry.previous(),
                entry.hash());
    }

    static LedgerEntry withNumber(LedgerEntry entry, long number) {
        return new LedgerEntry(
                entry.tenant(),
                entry.stream(),
                number,
                entry.at(),
                entry.actor(),
                entry.kind(),
                entry.payload(),
                entry.previous(),
                entry.hash());
    }

    static LedgerEntry withPrevious(LedgerEntry entry, Hash previous) {
        return new LedgerEntry(
                entry.tenant(),
                entry.stream(),
                entry.number(),
                entry.at(),
                entry.actor(),
                entry.kind(),
                entry.payload(),
                previous,
                entry.hash());
    }

    static LedgerEntry withTime(LedgerEntry entry, Instant at) {
        return new LedgerEntry(
                entry.tenant(),
                entry.stream(),
                entry.number(),
                at,
                entry.actor(),
                entry.kind(),
                entry.payload(),
                entry.previous(),
                entry.hash());
    }

    static LedgerEntry withStream(LedgerEntry entry, String stream) {
        return new LedgerEntry(
                entry.tenant(),
                stream,
                entry.number(),
                entry.at(),
                entry.actor(),
                entry.kind(),
                entry.payload(),
                entry.previous(),
                entry.hash());
    }

    /** What somebody with all rights could do: from an index on, every entry is chained and hashed anew. */
    static void rewriteFrom(int index, List<LedgerEntry> log) {
        for (int at = index; at < log.size(); at++) {
            Hash previous = at == 0 ? Hash.NONE : log.get(at - 1).hash();
            log.set(at, sealed(withPrevious(withNumber(log.get(at), at + 1L), previous)));
        }
    }

    static String lines(Collection<LedgerEntry> log) {
        return log.stream().map(entry -> entry.toJson() + "\n").collect(Collectors.joining());
    }

    static Verdict verify(List<LedgerEntry> log, Witness... witnesses) {
        return new LedgerVerifier(List.of()).verify(log, List.of(witnesses));
    }

    static Verdict verify(String lines, Witness... witnesses) {
        return verify(lines.getBytes(StandardCharsets.UTF_8), witnesses);
    }

    static Verdict verify(byte[] lines, Witness... witnesses) {
        try (InputStream input = new ByteArrayInputStream(lines)) {
            return new LedgerVerifier(List.of()).verify(input, List.of(witnesses));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Finding> findings(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Intact _ -> List.of();
            case Verdict.Broken(List<Finding> findings) -> findings;
        };
    }
}
