package org.folkmoot.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.ledger.Logs.findings;
import static org.folkmoot.ledger.Logs.honest;
import static org.folkmoot.ledger.Logs.lines;
import static org.folkmoot.ledger.Logs.rewriteFrom;
import static org.folkmoot.ledger.Logs.sealed;
import static org.folkmoot.ledger.Logs.verify;
import static org.folkmoot.ledger.Logs.withHash;
import static org.folkmoot.ledger.Logs.withNumber;
import static org.folkmoot.ledger.Logs.withPayload;
import static org.folkmoot.ledger.Logs.withPrevious;
import static org.folkmoot.ledger.Logs.withStream;
import static org.folkmoot.ledger.Logs.withTime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One deed at a time, done to a log of ten entries, and what the verifier calls it. */
class LedgerVerifierTest {

    private static final String AGAINST = "{\"choice\": \"against\"}";

    private final List<LedgerEntry> original = List.copyOf(honest(10));
    private final List<LedgerEntry> log = new ArrayList<>(original);

    @Test
    void an_honest_log_is_intact_as_far_as_witnesses_reach() {
        assertThat(verify(lines(log)))
                .isEqualTo(new Verdict.Intact(log.getLast().receipt(), 0, false));
        assertThat(verify(log, log.get(2).receipt(), log.get(6).receipt()))
                .isEqualTo(new Verdict.Intact(log.getLast().receipt(), 7, false));
    }

    @Test
    void a_log_of_one_entry_is_intact_with_or_without_a_line_end() {
        assertThat(verify(lines(honest(1)))).isInstanceOf(Verdict.Intact.class);
        assertThat(verify(lines(honest(1)).strip())).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void an_empty_file_is_no_log() {
        assertThat(findings(verify(""))).containsExactly(new Finding.Empty());
    }

    @Test
    void an_altered_payload_is_named() {
        log.set(3, withPayload(log.get(3), AGAINST));
        assertThat(findings(verify(log))).containsExactly(new Finding.Altered(4, 4));
    }

    @Test
    void an_altered_time_is_named() {
        log.set(3, withTime(log.get(3), Logs.BEGIN.minusSeconds(60)));
        assertThat(findings(verify(log))).containsExactly(new Finding.Altered(4, 4));
    }

    @Test
    void an_altered_hash_is_named_once() {
        log.set(3, withHash(log.get(3), Hash.NONE));
        assertThat(findings(verify(log))).containsExactly(new Finding.Altered(4, 4));
    }

    @Test
    void an_altered_link_is_named() {
        log.set(3, withPrevious(log.get(3), Hash.NONE));
        assertThat(findings(verify(log))).containsExactly(new Finding.Altered(4, 4));
    }

    @Test
    void an_entry_replaced_with_its_own_hash_breaks_the_next_link() {
        log.set(3, sealed(withPayload(log.get(3), AGAINST)));
        assertThat(findings(verify(log))).containsExactly(new Finding.LinkBroken(5, 5));
    }

    @Test
    void a_first_entry_that_continues_something_is_named() {
        log.set(0, sealed(withPrevious(log.getFirst(), log.getLast().hash())));
        rewriteFrom(1, log);
        assertThat(findings(verify(log))).containsExactly(new Finding.LinkBroken(1, 1));
    }

    @Test
    void missing_entries_are_named_without_broken_links() {
        log.removeIf(entry -> entry.number() == 1 || entry.number() == 5 || entry.number() == 6);
        assertThat(findings(verify(log))).containsExactly(new Finding.Missing(1, 1), new Finding.Missing(5, 6));
    }

    @Test
    void swapped_entries_are_named() {
        Collections.swap(log, 3, 4);
        assertThat(findings(verify(log))).containsExactly(new Finding.Reordered(5, 4));
    }

    @Test
    void an_entry_moved_to_the_front_is_the_one_that_moved() {
        log.addFirst(log.remove(7));
        assertThat(findings(verify(log))).containsExactly(new Finding.Reordered(8, 1));
    }

    @Test
    void an_entry_moved_to_the_end_is_the_one_that_moved() {
        log.addLast(log.remove(1));
        assertThat(findings(verify(log))).containsExactly(new Finding.Reordered(2, 10));
    }

    @Test
    void entries_that_were_swapped_and_renumbered_are_altered() {
        LedgerEntry fourth = log.get(3);
        log.set(3, withNumber(log.get(4), 4));
        log.set(4, withNumber(fourth, 5));
        assertThat(findings(verify(log))).contains(new Finding.Altered(4, 4), new Finding.Altered(5, 5));
    }

    @Test
    void a_duplicated_entry_is_named() {
        log.add(6, log.get(3));
        assertThat(findings(verify(log))).containsExactly(new Finding.Duplicated(4, 7));
    }

    @Test
    void an_entry_inserted_with_a_hash_of_its_own_is_named_wherever_it_stands() {
        LedgerEntry forged = sealed(withPayload(log.get(3), AGAINST));
        for (int place = 0; place <= log.size(); place++) {
            var tampered = new ArrayList<>(log);
            tampered.add(place, forged);
            assertThat(findings(verify(tampered))).containsExactly(new Finding.Inserted(4, place + 1L));
        }
    }

    @Test
    void of_two_last_entries_a_receipt_tells_the_genuine_one() {
        LedgerEntry forged = sealed(withPayload(log.getLast(), AGAINST));
        log.add(9, forged);
        assertThat(findings(verify(log, original.getLast().receipt()))).containsExactly(new Finding.Inserted(10, 10));
    }

    @Test
    void an_inserted_entry_for_which_all_others_were_renumbered_shows_in_each_of_them() {
        log.add(3, sealed(withPayload(log.get(3), AGAINST)));
        for (int index = 4; index < log.size(); index++) {
            log.set(index, withNumber(log.get(index), index + 1L));
        }
        assertThat(findings(verify(log)))
                .containsExactlyElementsOf(LongStream.rangeClosed(5, 11)
                        .mapToObj(number -> (Finding) new Finding.Altered(number, number))
                        .toList());
    }

    @Test
    void a_cut_end_shows_against_a_receipt_and_not_without() {
        log.subList(7, 10).clear();
        assertThat(verify(log)).isInstanceOf(Verdict.Intact.class);
        assertThat(findings(verify(log, original.get(8).receipt())))
                .containsExactly(new Finding.Truncated(7, original.get(8).receipt()));
    }

    @Test
    void a_log_rewritten_from_an_entry_on_shows_against_a_receipt_and_not_without() {
        log.set(3, withPayload(log.get(3), AGAINST));
        rewriteFrom(3, log);
        assertThat(verify(log, original.get(2).receipt()))
                .isEqualTo(new Verdict.Intact(log.getLast().receipt(), 3, false));
        assertThat(findings(verify(log, original.get(8).receipt())))
                .containsExactly(new Finding.Contradicted(9, original.get(8).receipt()));
    }

    @Test
    void an_entry_before_its_predecessor_in_time_is_named() {
        log.set(8, withTime(log.get(8), Logs.BEGIN));
        rewriteFrom(8, log);
        assertThat(findings(verify(log))).containsExactly(new Finding.TimeTurnedBack(9, 9));
    }

    @Test
    void an_entry_of_another_log_is_named() {
        log.add(2, sealed(withStream(log.get(2), "ballot/2")));
        assertThat(findings(verify(log))).containsExactly(new Finding.Foreign(3, "qkk", "ballot/2"));
        assertThat(findings(verify(original, honest(1).getFirst().receipt(), receiptOfOtherLog())))
                .containsExactly(new Finding.ForeignWitness(receiptOfOtherLog()));
    }

    @Test
    void lines_that_are_no_entries_are_named_and_the_rest_is_still_checked() {
        // Given
        String text = lines(log.subList(0, 3)) + "\n" + "half a li\n" + lines(log.subList(4, 10));
        // When
        List<Finding> findings = findings(verify(text));
        // Then
        assertThat(findings).hasSize(3).last().isEqualTo(new Finding.Missing(4, 4));
        assertThat(findings.subList(0, 2)).extracting("line").containsExactly(4L, 5L);
    }

    @Test
    void bytes_that_are_no_text_are_named() {
        assertThat(findings(verify(new byte[] {(byte) 0xc3, (byte) 0x28})))
                .containsExactly(new Finding.Unreadable(1, "Not UTF-8"), new Finding.Empty());
    }

    @Test
    void several_deeds_are_named_in_the_order_of_the_log() {
        // Given
        log.set(8, withPayload(log.get(8), AGAINST));
        log.add(log.get(4));
        log.remove(1);
        // When
        List<Finding> findings = findings(verify(log));
        // Then
        assertThat(findings)
                .containsExactly(new Finding.Missing(2, 2), new Finding.Duplicated(5, 10), new Finding.Altered(9, 8));
        assertThat(findings)
                .extracting(Finding::inWords)
                .containsExactly(
                        "Entry 2 is missing.",
                        "Entry 5 is there again in line 10.",
                        "Entry 9 (line 8) was altered: it does not have the hash that it claims.");
    }

    private static Receipt receiptOfOtherLog() {
        return new Receipt("qkk", "ballot/2", 1, Hash.NONE);
    }
}
