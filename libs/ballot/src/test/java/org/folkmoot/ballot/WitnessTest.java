package org.folkmoot.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.folkmoot.ballot.Ballots.OPENED;
import static org.folkmoot.ballot.Ballots.defects;
import static org.folkmoot.ballot.Ballots.honest;
import static org.folkmoot.ballot.Ballots.secret;
import static org.folkmoot.ballot.Ballots.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessTest {

    static final KeyPair KEYS = newKeys();

    private final BallotFile file = honest(9);
    private final Terms terms = file.terms();

    static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Witness.Checkpoint sign(Terms terms, Entry entry, boolean last, KeyPair keys) {
        String key = Witness.Checkpoint.idOf(keys.getPublic());
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(keys.getPrivate());
            // Length before each part, as docs/ballots.md says.
            var encoded = new java.io.ByteArrayOutputStream();
            for (byte[] part : List.of(
                    "folkmoot.ledger.checkpoint.v1".getBytes(StandardCharsets.UTF_8),
                    terms.tenant().getBytes(StandardCharsets.UTF_8),
                    terms.stream().getBytes(StandardCharsets.UTF_8),
                    java.nio.ByteBuffer.allocate(8).putLong(entry.number()).array(),
                    entry.hash().bytes(),
                    java.nio.ByteBuffer.allocate(8).putLong(last ? 1 : 0).array(),
                    java.nio.ByteBuffer.allocate(8)
                            .putLong(OPENED.getEpochSecond() * 1_000_000)
                            .array(),
                    key.getBytes(StandardCharsets.UTF_8))) {
                encoded.writeBytes(
                        java.nio.ByteBuffer.allocate(4).putInt(part.length).array());
                encoded.writeBytes(part);
            }
            ed25519.update(encoded.toByteArray());
            return new Witness.Checkpoint(
                    terms.tenant(),
                    terms.stream(),
                    entry.number(),
                    entry.hash(),
                    last,
                    OPENED,
                    key,
                    Base64.getEncoder().encodeToString(ed25519.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Verdict withKey(byte[] text, Witness... witnesses) {
        return new BallotVerifier(List.of(KEYS.getPublic()), null).verify(text, List.of(witnesses));
    }

    private BallotFile cutAfter(int entries) {
        return new BallotFile(terms, file.entries().subList(0, entries), List.of(), null);
    }

    @Test
    void an_honest_log_agrees_with_its_witnesses() {
        // Given
        Entry third = file.entries().get(2);
        // Then
        assertThat(withKey(
                        file.declared(OPENED),
                        new Witness.Receipt(terms.tenant(), terms.stream(), 3, third.hash()),
                        sign(terms, third, false, KEYS),
                        sign(terms, file.entries().getLast(), true, KEYS)))
                .isInstanceOfSatisfying(
                        Verdict.Follows.class,
                        verdict -> assertThat(verdict.remarks()).isEmpty());
    }

    @Test
    void how_far_witnesses_reach_is_said_where_none_saw_the_log_closed() {
        // Given
        Entry third = file.entries().get(2);
        // When
        Verdict verdict = withKey(file.declared(OPENED), sign(terms, third, false, KEYS));
        // Then
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Follows.class, follows -> {
            assertThat(follows.remarks())
                    .containsExactly("no checkpoint says that the log was closed with entry 8:"
                            + " no witness knows what came after 3");
        });
    }

    @Test
    void a_cut_end_shows_against_a_checkpoint() {
        // Given
        Witness.Checkpoint checkpoint = sign(terms, file.entries().getLast(), false, KEYS);
        // Then
        assertThat(defects(withKey(cutAfter(4).declared(OPENED), checkpoint)))
                .containsExactly(new Defect.Truncated(4, checkpoint));
    }

    @Test
    void entries_added_after_closing_show_against_the_last_checkpoint() {
        // Given
        Witness.Checkpoint closed = sign(terms, file.entries().get(3), true, KEYS);
        // Then
        assertThat(defects(withKey(file.declared(OPENED), closed)))
                .containsExactly(new Defect.Appended(5, file.entries().size(), closed));
    }

    @Test
    void a_checkpoint_counts_only_with_its_signature() {
        // Given
        Witness.Checkpoint foreign = sign(terms, file.entries().getLast(), false, newKeys());
        Witness.Checkpoint signed = sign(terms, file.entries().getLast(), false, KEYS);
        Witness.Checkpoint changed = new Witness.Checkpoint(
                signed.tenant(),
                signed.stream(),
                signed.number(),
                signed.hash(),
                true,
                signed.at(),
                signed.key(),
                signed.signature());
        Witness.Checkpoint garbled = new Witness.Checkpoint(
                signed.tenant(),
                signed.stream(),
                signed.number(),
                signed.hash(),
                false,
                signed.at(),
                signed.key(),
                "?");
        // Then
        assertThat(defects(withKey(file.declared(OPENED), foreign, changed, garbled)))
                .containsExactly(
                        new Defect.KeyUnknown(foreign),
                        new Defect.SignatureWrong(changed),
                        new Defect.SignatureWrong(garbled));
    }

    @Test
    void a_receipt_of_another_ballot_is_no_witness() {
        // Given
        Witness receipt = new Witness.Receipt(
                "qr1", terms.stream(), 1, file.entries().getFirst().hash());
        // Then
        assertThat(defects(verify(file.declared(OPENED), receipt))).containsExactly(new Defect.ForeignWitness(receipt));
    }

    @Test
    void a_log_stripped_of_its_hashes_does_not_meet_a_receipt() {
        // Given
        String stripped = new String(file.declared(OPENED), StandardCharsets.UTF_8)
                .replaceAll(",\"(previous|hash|logRoot)\":\"sha256:[0-9a-f]{64}\"", "");
        Witness receipt = new Witness.Receipt(
                terms.tenant(), terms.stream(), 1, file.entries().getFirst().hash());
        // Then
        assertThat(defects(verify(stripped.getBytes(StandardCharsets.UTF_8), receipt)))
                .containsExactly(new Defect.Contradicted(1, receipt));
    }

    @Test
    void the_electorate_is_held_against_what_was_announced() {
        // Given
        Hash announced = terms.electorate().frozenHash();
        // Then
        assertThat(announced).isNotEqualTo(terms.electorate().hash());
        assertThat(defects(new BallotVerifier(List.of(), announced).verify(file.declared(OPENED), List.of())))
                .isEmpty();
        assertThat(defects(new BallotVerifier(List.of(), Hash.NONE).verify(file.declared(OPENED), List.of())))
                .containsExactly(new Defect.ElectorateNotAnnounced(Hash.NONE, announced));
    }

    // --- secret ballots ---

    @Test
    void each_voter_of_a_secret_ballot_finds_their_own_vote() {
        // Given
        Ballots.Secret ballot = secret(7, new Random(1));
        // Then
        assertThat(defects(verify(ballot.file().declared(OPENED), ballot.slips().toArray(new Witness[0]))))
                .isEmpty();
        assertThat(ballot.file().declaration().toJson()).contains("\"for\":\"5\",\"against\":\"2\"");
    }

    @Test
    void an_opening_exchanged_with_everything_around_it_is_noticed_by_its_voter() {
        // Given
        Ballots.Secret ballot = secret(7, new Random(2));
        List<Opening> openings = new ArrayList<>(ballot.file().openings());
        // When
        openings.set(0, new Opening(Ballots.chance(new Random(3)), Position.AGAINST, null));
        byte[] forged = new BallotFile(ballot.file().terms(), ballot.file().entries(), openings, null).declared(OPENED);
        // Then
        assertThat(defects(verify(forged, ballot.slips().get(1)))).isEmpty();
        assertThat(defects(verify(forged, ballot.slips().getFirst()))).containsExactly(new Defect.SlipNotOpened(1));
    }

    @Test
    void a_slip_of_another_vote_is_no_witness() {
        // Given
        Ballots.Secret ballot = secret(3, new Random(4));
        Witness.Slip own = ballot.slips().getFirst();
        Witness.Slip moved = new Witness.Slip(2, own.opening(), own.seal());
        Witness.Slip beyond = new Witness.Slip(4, own.opening(), own.seal());
        // Then
        assertThat(defects(verify(ballot.file().declared(OPENED), moved, beyond)))
                .containsExactly(new Defect.Contradicted(2, moved), new Defect.Truncated(3, beyond));
    }

    @Test
    void salt_and_choice_alone_lead_nobody_to_the_voter() {
        // Given
        Ballots.Secret ballot = secret(5, new Random(5));
        String published = new String(ballot.file().declared(OPENED), StandardCharsets.UTF_8);
        // Then
        for (Witness.Slip slip : ballot.slips()) {
            assertThat(published).doesNotContain(slip.seal());
            assertThat(published.split(slip.opening().hash().toString(), -1)).hasSize(2);
        }
    }

    @Test
    void unequal_weights_of_a_secret_ballot_stand_in_the_openings() {
        // Given
        var electorate = new Electorate(List.of(
                Ballots.elector("v1", "heads", "1"),
                Ballots.elector("v2", "heads", "3"),
                Ballots.elector("v3", "heads", "3")));
        Terms secretTerms = new Terms("b", "QKK", null, Ballots.rules(Ballots.moreThan("heads", "1/2")), electorate);
        Random random = new Random(6);
        List<Opening> openings = new ArrayList<>();
        List<Vote> votes = new ArrayList<>();
        for (Elector elector : electorate.electors()) {
            Opening opening = new Opening(Ballots.chance(random), Position.FOR, elector.weights());
            openings.add(opening);
            votes.add(Vote.of(elector.voter(), opening.sealedWith(Ballots.chance(random))));
        }
        // Then
        assertThat(defects(verify(
                        new BallotFile(secretTerms, Ballots.log(secretTerms, votes), openings, null).declared(OPENED))))
                .isEmpty();
        // When
        openings.replaceAll(opening -> new Opening(opening.salt(), opening.choice(), null));
        // Then
        assertThat(defects(verify(
                        new BallotFile(secretTerms, Ballots.log(secretTerms, votes), openings, null).declared(OPENED))))
                .contains(new Defect.OpeningWeightsWrong());
    }

    @Test
    void salts_too_short_to_hide_anything_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Opening("00", Position.FOR, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Opening("0".repeat(32), Position.FOR, null).sealedWith("short"));
    }

    // --- as text ---

    @Test
    void witnesses_are_read_as_a_ledger_writes_them() {
        // Given
        String hash = "0f".repeat(32);
        // Then
        assertThat(Witness.read(
                        "{\"tenant\":\"qkk\",\"stream\":\"ballot/1/x\",\"number\":4,\"hash\":\"" + hash + "\"}"))
                .isEqualTo(new Witness.Receipt("qkk", "ballot/1/x", 4, Hash.parse("sha256:" + hash)));
        assertThat(Witness.read("{\"tenant\":\"qkk\",\"stream\":\"s\",\"number\":4,\"hash\":\"" + hash
                        + "\",\"last\":true,\"at\":\"2026-11-21T09:30:00.5Z\",\"key\":\"k\",\"signature\":\"eA==\"}"))
                .isEqualTo(new Witness.Checkpoint(
                        "qkk", "s", 4, Hash.parse("sha256:" + hash), true, OPENED.plusMillis(500), "k", "eA=="));
        assertThat(Witness.read("{\"entry\":2,\"choice\":[\"x\"],\"salt\":\"" + hash + "\",\"seal\":\"" + hash + "\"}"))
                .isEqualTo(new Witness.Slip(2, new Opening(hash, new Choice.Ranking(List.of("x")), null), hash));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"seal\":\"1\"}",
                "{\"tenant\":1}",
                "{\"signature\":\"\"}",
                "{\"tenant\":\"q\",\"stream\":\"s\",\"number\":\"4\",\"hash\":\"\"}",
                "{\"tenant\":\"q\",\"stream\":\"s\",\"number\":4,\"hash\":\"0f\"}"
            })
    void what_is_no_witness_is_refused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> Witness.read(line));
    }
}
