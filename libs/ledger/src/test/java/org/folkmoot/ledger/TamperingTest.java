package org.folkmoot.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.ledger.Logs.findings;
import static org.folkmoot.ledger.Logs.honest;
import static org.folkmoot.ledger.Logs.lines;
import static org.folkmoot.ledger.Logs.rewriteFrom;
import static org.folkmoot.ledger.Logs.sealed;
import static org.folkmoot.ledger.Logs.verify;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is done to a log that was closed with a checkpoint, it is noticed. */
class TamperingTest {

    private static final KeyPair KEYS = CheckpointTest.newKeys("Ed25519");
    private static final CheckpointSigner SIGNER = new CheckpointSigner(KEYS, Clock.systemUTC());
    private static final LedgerVerifier VERIFIER = new LedgerVerifier(List.of(KEYS.getPublic()));

    /** What a forger can do to the text of an entry and then, or not, to its hash and to all that follow. */
    enum Deed {
        ALTER,
        REPLACE,
        REWRITE,
        DROP,
        DROP_AND_REWRITE,
        SWAP,
        SWAP_AND_REWRITE,
        DUPLICATE,
        DUPLICATE_AND_REWRITE,
        INSERT,
        INSERT_AND_REWRITE,
        TRUNCATE
    }

    @Property(tries = 2_000)
    void every_deed_is_named(
            @ForAll Deed deed,
            @ForAll @IntRange(min = 2, max = 20) int length,
            @ForAll @IntRange(max = 19) int somewhere,
            @ForAll @IntRange(max = 19) int elsewhere) {
        // Given
        List<LedgerEntry> log = honest(length);
        List<Witness> witnesses = List.of(SIGNER.signLast(log.getLast().receipt()));
        int target = somewhere % length;
        // When
        Class<? extends Finding> expected = tamper(log, deed, target, elsewhere % (length + 1));
        // Then
        assertThat(findings(VERIFIER.verify(log, witnesses)))
                .as(() -> lines(log))
                .hasAtLeastOneElementOfType(expected);
    }

    @Property(tries = 1_000)
    void a_file_with_one_changed_byte_says_the_same_or_is_refused(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll byte written) {
        // Given
        List<LedgerEntry> log = honest(4);
        byte[] file = lines(log).getBytes(StandardCharsets.UTF_8);
        // When
        file[place % file.length] = written;
        Verdict verdict = verify(file, log.getLast().receipt());
        // Then
        if (verdict instanceof Verdict.Intact) {
            assertThat(new String(file, StandardCharsets.UTF_8)
                            .lines()
                            .map(LedgerEntry::fromJson)
                            .toList())
                    .isEqualTo(log);
        }
    }

    @Property
    void no_bytes_make_the_verifier_fail(@ForAll byte[] file) {
        assertThat(verify(file)).isInstanceOf(Verdict.Broken.class);
    }

    /** Does it, and says what it should be called. */
    private static Class<? extends Finding> tamper(List<LedgerEntry> log, Deed deed, int target, int place) {
        LedgerEntry entry = log.get(target);
        LedgerEntry forged = Logs.withPayload(entry, "{\"choice\": \"against\"}");
        int neighbour = (target + 1) % log.size();
        boolean atEnd = target == log.size() - 1;
        return switch (deed) {
            case ALTER -> {
                log.set(target, forged);
                yield Finding.Altered.class;
            }
            case REPLACE -> {
                log.set(target, sealed(forged));
                yield atEnd ? Finding.Contradicted.class : Finding.LinkBroken.class;
            }
            case REWRITE -> {
                log.set(target, forged);
                rewriteFrom(target, log);
                yield Finding.Contradicted.class;
            }
            case DROP -> {
                log.remove(target);
                yield atEnd ? Finding.Truncated.class : Finding.Missing.class;
            }
            case DROP_AND_REWRITE -> {
                log.remove(target);
                rewriteFrom(0, log);
                yield Finding.Truncated.class;
            }
            case SWAP -> {
                log.set(neighbour, log.set(target, log.get(neighbour)));
                yield Finding.Reordered.class;
            }
            case SWAP_AND_REWRITE -> {
                log.set(neighbour, log.set(target, log.get(neighbour)));
                rewriteFrom(0, log);
                yield Finding.Contradicted.class;
            }
            case DUPLICATE -> {
                log.add(place, entry);
                yield Finding.Duplicated.class;
            }
            case DUPLICATE_AND_REWRITE -> {
                log.add(target, entry);
                rewriteFrom(0, log);
                yield Finding.Appended.class;
            }
            case INSERT -> {
                log.add(place, sealed(forged));
                yield Finding.Inserted.class;
            }
            case INSERT_AND_REWRITE -> {
                log.add(target, forged);
                rewriteFrom(0, log);
                yield Finding.Appended.class;
            }
            case TRUNCATE -> {
                log.subList(target, log.size()).clear();
                yield target == 0 ? Finding.Empty.class : Finding.Truncated.class;
            }
        };
    }
}
