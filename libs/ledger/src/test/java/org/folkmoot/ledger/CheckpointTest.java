package org.folkmoot.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.folkmoot.ledger.Logs.findings;
import static org.folkmoot.ledger.Logs.honest;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final Instant NOW = Instant.parse("2026-03-31T17:00:00.123456789Z");
    private static final KeyPair KEYS = newKeys("Ed25519");

    private final CheckpointSigner signer = new CheckpointSigner(KEYS, Clock.fixed(NOW, ZoneOffset.UTC));
    private final LedgerVerifier verifier = new LedgerVerifier(List.of(KEYS.getPublic()));
    private final List<LedgerEntry> log = honest(5);
    private final Checkpoint checkpoint = signer.sign(log.getLast().receipt());

    @Test
    void a_checkpoint_says_who_signed_what_and_when() {
        assertThat(checkpoint.number()).isEqualTo(5);
        assertThat(checkpoint.hash()).isEqualTo(log.getLast().hash());
        assertThat(checkpoint.at()).isEqualTo("2026-03-31T17:00:00.123456Z");
        assertThat(checkpoint.key()).isEqualTo(CheckpointKeys.idOf(KEYS.getPublic()));
        assertThat(checkpoint.isSignedBy(KEYS.getPublic())).isTrue();
        assertThat(verifier.verify(log, List.of(checkpoint)))
                .isEqualTo(new Verdict.Intact(log.getLast().receipt(), 5, false));
    }

    @Test
    void a_cut_end_shows_against_a_checkpoint() {
        assertThat(findings(verifier.verify(log.subList(0, 3), List.of(checkpoint))))
                .containsExactly(new Finding.Truncated(3, checkpoint));
    }

    @Test
    void an_earlier_checkpoint_agrees_with_a_log_that_went_on() {
        assertThat(verifier.verify(honest(9), List.of(checkpoint)))
                .isEqualTo(new Verdict.Intact(honest(9).getLast().receipt(), 5, false));
    }

    @Test
    void entries_added_after_the_log_was_closed_are_named() {
        // Given
        Checkpoint last = signer.signLast(log.getLast().receipt());
        // Then
        assertThat(verifier.verify(log, List.of(checkpoint, last)))
                .isEqualTo(new Verdict.Intact(log.getLast().receipt(), 5, true));
        assertThat(findings(verifier.verify(honest(7), List.of(last))))
                .containsExactly(new Finding.Appended(6, 7, last));
    }

    @Test
    void a_changed_checkpoint_is_refused_whatever_was_changed() {
        Checkpoint c = checkpoint;
        String otherSignature = signer.sign(log.getFirst().receipt()).signature();
        List<Checkpoint> changed = List.of(
                new Checkpoint(c.tenant(), c.stream(), 4, c.hash(), false, c.at(), c.key(), c.signature()),
                new Checkpoint(c.tenant(), c.stream(), 5, Hash.NONE, false, c.at(), c.key(), c.signature()),
                new Checkpoint(
                        c.tenant(), c.stream(), 5, c.hash(), false, c.at().plusSeconds(1), c.key(), c.signature()),
                new Checkpoint(c.tenant(), c.stream(), 5, c.hash(), false, c.at(), c.key(), otherSignature),
                new Checkpoint(c.tenant(), c.stream(), 5, c.hash(), true, c.at(), c.key(), c.signature()),
                new Checkpoint(c.tenant(), c.stream(), 5, c.hash(), false, c.at(), c.key(), "no signature"),
                new Checkpoint(c.tenant(), c.stream(), 5, c.hash(), false, c.at(), c.key(), ""));
        assertThat(changed)
                .allSatisfy(checkpoint -> assertThat(findings(verifier.verify(log, List.of(checkpoint))))
                        .containsExactly(new Finding.SignatureWrong(checkpoint)));
        var ofOtherLog = new Checkpoint("qr1", c.stream(), 5, c.hash(), false, c.at(), c.key(), c.signature());
        assertThat(ofOtherLog.isSignedBy(KEYS.getPublic())).isFalse();
    }

    @Test
    void a_checkpoint_of_a_key_that_is_not_trusted_counts_for_nothing() {
        // Given
        var stranger = new CheckpointSigner(newKeys("Ed25519"), Clock.systemUTC());
        Checkpoint forged = stranger.sign(log.getFirst().receipt());
        // Then
        assertThat(findings(verifier.verify(log, List.of(forged)))).containsExactly(new Finding.KeyUnknown(forged));
    }

    @Test
    void keys_are_read_from_pem_files() {
        // Given
        String publicPem = pem("PUBLIC KEY", KEYS.getPublic().getEncoded());
        String privatePem = pem("PRIVATE KEY", KEYS.getPrivate().getEncoded());
        // When
        var keys = new KeyPair(CheckpointKeys.publicKey(publicPem), CheckpointKeys.privateKey(privatePem));
        // Then
        assertThat(new CheckpointSigner(keys, Clock.fixed(NOW, ZoneOffset.UTC))
                        .sign(log.getLast().receipt()))
                .isEqualTo(checkpoint);
    }

    @Test
    void what_is_no_key_is_refused_without_repeating_it() {
        String secret = pem("PRIVATE KEY", KEYS.getPrivate().getEncoded());
        assertThatIllegalArgumentException().isThrownBy(() -> CheckpointKeys.publicKey("no key"));
        assertThatIllegalArgumentException().isThrownBy(() -> CheckpointKeys.publicKey(secret));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckpointKeys.privateKey(pem("PRIVATE KEY", new byte[] {1, 2, 3})))
                .withMessage("Not an Ed25519 private key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckpointKeys.publicKey(
                        pem("PUBLIC KEY", newKeys("X25519").getPublic().getEncoded())));
    }

    @Test
    void halves_of_two_keys_cannot_sign() {
        var mixed = new KeyPair(newKeys("Ed25519").getPublic(), KEYS.getPrivate());
        var otherKind = newKeys("X25519");
        assertThatIllegalArgumentException().isThrownBy(() -> new CheckpointSigner(mixed, Clock.systemUTC()));
        assertThatIllegalArgumentException().isThrownBy(() -> new CheckpointSigner(otherKind, Clock.systemUTC()));
    }

    @Test
    void witnesses_read_back_from_their_json() {
        Receipt receipt = log.getFirst().receipt();
        assertThat(Witness.fromJson(checkpoint.toJson())).isEqualTo(checkpoint);
        assertThat(Witness.fromJson(receipt.toJson())).isEqualTo(receipt);
        assertThat(receipt.toJson())
                .isEqualTo("{\"tenant\":\"qkk\",\"stream\":\"ballot/1\",\"number\":1,\"hash\":\"" + receipt.hash()
                        + "\"}");
        assertThatIllegalArgumentException().isThrownBy(() -> Witness.fromJson("[]"));
        assertThatIllegalArgumentException().isThrownBy(() -> Witness.fromJson(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Witness.fromJson(receipt.toJson().replace("\"number\":1", "\"number\":0")));
    }

    static String pem(String label, byte[] encoded) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(label, Base64.getMimeEncoder().encodeToString(encoded), label);
    }

    static KeyPair newKeys(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
