package org.folkmoot.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerEntryTest {

    private static final LedgerEntry ENTRY = new LedgerEntry(
            "qkk",
            "ballot/1",
            1,
            Instant.parse("2026-03-31T16:59:59.123456Z"),
            "Zoë",
            "vote.cast",
            "{\"choice\": \"für 👍\"}",
            Hash.NONE,
            // Computed from the written encoding by a program of another language.
            new Hash("1f0b9916c28677e36a784f8c206d29c00101ef6ec02d55b0c9b433d84abe4b4c"));

    private static final String JSON = "{\"tenant\":\"qkk\",\"stream\":\"ballot/1\",\"number\":1,"
            + "\"at\":\"2026-03-31T16:59:59.123456Z\",\"actor\":\"Zoë\",\"kind\":\"vote.cast\","
            + "\"payload\":\"{\\\"choice\\\": \\\"für 👍\\\"}\",\"previous\":\"" + "0".repeat(64)
            + "\",\"hash\":\"1f0b9916c28677e36a784f8c206d29c00101ef6ec02d55b0c9b433d84abe4b4c\"}";

    @Test
    void the_hash_is_that_of_the_written_encoding() {
        assertThat(ENTRY.computedHash()).isEqualTo(ENTRY.hash());
        assertThat(ENTRY.isSound()).isTrue();
    }

    @Test
    void an_entry_is_one_line_of_json_and_reads_back() {
        assertThat(ENTRY.toJson()).isEqualTo(JSON);
        assertThat(LedgerEntry.fromJson(JSON)).isEqualTo(ENTRY);
    }

    @Test
    void moving_a_character_from_one_part_to_the_next_changes_the_hash() {
        // Given
        var one = new LedgerEntry("qkk", "a", 1, Logs.BEGIN, "bc", "d", "{}", Hash.NONE, Hash.NONE);
        var other = new LedgerEntry("qkk", "ab", 1, Logs.BEGIN, "c", "d", "{}", Hash.NONE, Hash.NONE);
        // Then
        assertThat(one.computedHash()).isNotEqualTo(other.computedHash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"text\"",
                "{\"tenant\":\"qkk\"}",
            })
    void what_is_no_entry_is_refused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> LedgerEntry.fromJson(json));
    }

    @Test
    void a_line_says_nothing_beside_what_was_hashed() {
        assertRefused(JSON.replace("}\",", "}\",\"note\":\"for\","), "note");
        assertRefused(JSON.replace("\"actor\":\"Zoë\"", "\"actor\":\"Zoë\",\"actor\":\"Zoë\""), "Duplicate");
        assertRefused(JSON.replace("\"actor\":\"Zoë\"", "\"actor\":null"), "actor");
        assertRefused(JSON.replace("\"actor\":\"Zoë\",", ""), "actor");
        assertRefused(JSON.replace("\"actor\":\"Zoë\"", "\"actor\":7"), "");
        assertRefused(JSON.replace("\"number\":1", "\"number\":1.0"), "");
        assertRefused(JSON.replace("\"number\":1", "\"number\":\"1\""), "");
        assertRefused(JSON.replace("\"number\":1", "\"number\":0"), "numbered from 1");
        assertRefused(JSON.replace("123456Z", "1234567Z"), "microseconds");
        assertRefused(JSON.replace("2026-03", "+12026-03"), "microseconds");
        assertRefused(JSON.replace("\"2026-03-31T16:59:59.123456Z\"", "\"yesterday\""), "time");
        assertRefused(JSON.replace("1f0b", "1F0B"), "");
        assertRefused(JSON + JSON, "");
    }

    @Test
    void half_a_surrogate_pair_does_not_pass_for_a_question_mark() {
        // Given
        var entry = new LedgerEntry("qkk", "a", 1, Logs.BEGIN, "?", "d", "{}", Hash.NONE, Hash.NONE);
        var forged = new LedgerEntry(
                "qkk",
                "a",
                1,
                Logs.BEGIN,
                "\ud83d",
                "d",
                "{}",
                Hash.NONE,
                Logs.sealed(entry).hash());
        // Then
        assertThatIllegalArgumentException().isThrownBy(forged::isSound).withMessageContaining("surrogate");
    }

    @Property
    void whatever_the_texts_are_an_entry_reads_back_with_its_hash(
            @ForAll String stream,
            @ForAll String actor,
            @ForAll String payload,
            @ForAll @LongRange(min = 1) long number,
            @ForAll @LongRange(min = -62_135_596_800_000_000L, max = 253_402_300_799_999_999L) long micros) {
        // Given
        Assume.that(isUnicode(stream) && isUnicode(actor) && isUnicode(payload));
        Instant at = Instant.EPOCH
                .plusSeconds(Math.floorDiv(micros, 1_000_000L))
                .plusNanos(Math.floorMod(micros, 1_000_000L) * 1_000);
        LedgerEntry entry =
                Logs.sealed(new LedgerEntry("qkk", stream, number, at, actor, "noted", payload, Hash.NONE, Hash.NONE));
        // When
        LedgerEntry read = LedgerEntry.fromJson(entry.toJson());
        // Then
        assertThat(read).isEqualTo(entry);
        assertThat(read.isSound()).isTrue();
        assertThat(entry.toJson()).doesNotContain("\n");
    }

    @Property
    void any_text_is_an_entry_or_refused_with_a_reason(@ForAll String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerEntry.fromJson(text))
                .satisfies(refused -> assertThat(refused.getMessage()).isNotBlank());
    }

    private static boolean isUnicode(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static void assertRefused(String json, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerEntry.fromJson(json))
                .withMessageContaining(reason);
    }
}
