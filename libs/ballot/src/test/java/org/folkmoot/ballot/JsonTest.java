package org.folkmoot.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final String LETTERS = "{}[]\",:\\u0123456789-.eE tfn\u00ff";

    private static final JsonMapper OTHER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static String canonical(String text) {
        try {
            Json json = Json.read(text.getBytes(StandardCharsets.UTF_8));
            var out = new Octets(16);
            CanonicalJson.write(json, json.root(), out);
            return out.toString();
        } catch (Json.Malformed | CanonicalJson.NoCanonicalForm e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    // RFC 8785, section 3.2.3: the names sorted by UTF-16 units, although the emoji's code point is the highest.
    @Test
    void names_are_sorted_by_utf16_units_as_in_the_rfc() {
        assertThat(canonical("""
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}"""))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    // RFC 8785, section 3.2.2, without its numbers, which are floating point.
    @Test
    void texts_and_words_are_written_as_in_the_rfc() {
        assertThat(canonical("""
                { "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false] }"""))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0, 0", "-7, -7", "9007199254740991, 9007199254740991"})
    void integers_are_written_as_they_are(String number, String written) {
        assertThat(canonical(number)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.50", "1E30", "9007199254740992", "-9007199254740992", "123456789012345678901"})
    void other_numbers_have_no_form_here(String number) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> canonical(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "\"",
                "tru",
                "nul",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "01",
                "-",
                "1.",
                "1e",
                "+1",
                ".5",
                "NaN",
                "'a'",
                "{a:1}",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800\\u0041\"",
                "{} {}",
                "//\n{}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}"
            })
    void what_is_not_strict_json_is_refused(String text) {
        assertThatExceptionOfType(Json.Malformed.class)
                .isThrownBy(() -> Json.read(text.getBytes(StandardCharsets.UTF_8)))
                .withMessageStartingWith("line ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "C0AF", "E08080", "EDA080", "F0808080", "F4908080", "F5808080", "C3", "E282", "FF"})
    void what_is_not_utf8_is_refused(String bytes) {
        byte[] text = java.util.HexFormat.of().parseHex("22" + bytes + "22");
        assertThatExceptionOfType(Json.Malformed.class).isThrownBy(() -> Json.read(text));
    }

    @Test
    void a_name_that_stands_twice_among_many_is_refused() {
        // Given
        StringBuilder text = new StringBuilder("{");
        for (int index = 0; index < 40; index++) {
            text.append("\"n").append(index).append("\":").append(index).append(',');
        }
        // Then
        assertThat(canonical(text + "\"n40\":1}")).endsWith("\"n9\":9}");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> canonical(text + "\"n7\":1}"))
                .withMessageContaining("n7");
    }

    @Test
    void a_text_nested_beyond_reason_is_refused() {
        assertThat(canonical("[".repeat(32) + "]".repeat(32))).hasSize(64);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> canonical("[".repeat(100_000)))
                .withMessageContaining("deep");
    }

    @Test
    void the_place_of_a_fault_is_named_in_letters_not_bytes() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> canonical("{\"a\": \"€\",\n \"ü\" 1}"))
                .withMessage("line 2, column 6: \":\" should stand here");
    }

    @Property(tries = 2_000)
    void canonical_form_is_its_own_canonical_form_and_says_the_same(@ForAll long seed) throws IOException {
        // Given
        JsonNode value = value(new Random(seed), 4);
        // When
        String canonical = canonical(OTHER.writeValueAsString(value));
        // Then
        assertThat(canonical(canonical)).isEqualTo(canonical);
        assertThat(OTHER.readTree(canonical)).isEqualTo(value);
    }

    // With a blank in each object and list nothing is taken over from the text as it stands.
    @Property(tries = 2_000)
    void what_is_canonical_as_it_stands_is_what_would_be_written(@ForAll long seed) throws IOException {
        // Given
        JsonNode value = value(new Random(seed), 4);
        // When
        String written = canonical(OTHER.writerWithDefaultPrettyPrinter().writeValueAsString(value));
        // Then
        assertThat(canonical(OTHER.writeValueAsString(value))).isEqualTo(written);
    }

    // Also in the middle of a text, an object, a number; also where there is a fault before it or after.
    @Property(tries = 1_500)
    void wherever_the_second_half_is_said_to_begin_the_same_is_read(@ForAll long seed) throws IOException {
        // Given
        Random random = new Random(seed);
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        for (String list : List.of("electorate", "votes")) {
            for (int item = random.nextInt(6); item >= 0; item--) {
                file.withArray(list).add(value(random, 2));
            }
        }
        byte[] text = random.nextBoolean()
                ? OTHER.writeValueAsBytes(file)
                : OTHER.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
        if (random.nextInt(4) == 0) {
            text[random.nextInt(text.length)] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        String whole = outcome(text, -1);
        IntStream commas = random.ints(50, 0, text.length)
                .filter(at -> text[at] == ',')
                .limit(8)
                .map(at -> at + 1);
        IntStream anywhere = random.ints(12, 0, text.length);
        IntStream.concat(IntStream.concat(commas, anywhere), IntStream.of(0, text.length))
                // Then
                .forEach(half -> assertThat(outcome(text, half)).isEqualTo(whole));
    }

    private static String outcome(byte[] text, int half) {
        try {
            Json json = Json.read(text, half);
            var out = new Octets(64);
            CanonicalJson.write(json, json.root(), out);
            return out.toString();
        } catch (Json.Malformed | CanonicalJson.NoCanonicalForm e) {
            return "refused: " + e.getMessage();
        }
    }

    @Test
    void the_second_half_of_a_long_text_is_read_where_it_begins() throws Json.Malformed {
        // Given
        String item = "{\"voter\":\"D80001\",\"weights\":{\"practices\":\"1\"}}";
        String text = "{\"electorate\":[" + (item + ", ").repeat(9_999) + item + "],\"votes\":[]}";
        // When
        Json json = Json.read(text.getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(json.size(json.member(json.root(), "electorate"))).isEqualTo(10_000);
        assertThat(json.isCanonical(json.root())).isFalse();
        assertThat(canonical(text)).isEqualTo(text.replace(", ", ","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"b\":1,\"a\":2} | {\"a\":2,\"b\":1}",
                "{\"!\":1,\"\":2} | {\"\":2,\"!\":1}",
                "{\"aa\":1,\"a\":2} | {\"a\":2,\"aa\":1}",
                "{\"\\u0062\":1,\"a\":2} | {\"a\":2,\"b\":1}",
                "[[-0]] | [[0]]",
                "[{\"a\": 1}] | [{\"a\":1}]",
                "[\"\\u0061\"] | [\"a\"]",
                "[9007199254740991] | [9007199254740991]"
            })
    void what_is_not_canonical_as_it_stands_is_written_anew(String text, String written) {
        assertThat(canonical(text)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":1,\"b\":1}",
                "{\"b\":1,\"\\u0062\":1}",
                "{\"b\":1,\"a\":{\"c\":1,\"a\":1,\"a\":1}}",
                "{\"b\":1,\"\":1,\"\":1}",
                "{\"longer than eight\":1,\"b\":1,\"longer than eight\":1}",
                "{\"b\":1,\"a\":1,\"b\":1}   ",
                "{\"c\":0,\"b\":0,\"c\":0}"
            })
    void a_name_that_stands_twice_among_few_is_refused(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> canonical(text))
                .withMessageContaining("twice");
    }

    @Property(tries = 5_000)
    void what_is_read_here_another_parser_reads_alike(@ForAll long seed) throws IOException {
        // Given
        Random random = new Random(seed);
        byte[] text = OTHER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value(random, 4));
        for (int change = random.nextInt(3); change >= 0; change--) {
            text[random.nextInt(text.length)] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        // When
        boolean read = isRead(text);
        // Then
        if (read) {
            assertThat(OTHER.readTree(text)).isNotNull();
        } else {
            // What is refused is refused there too, but for halves of surrogate pairs.
            try {
                JsonNode other = OTHER.readTree(text);
                assertThat(other.isMissingNode()
                                || other.toString().codePoints().anyMatch(JsonTest::isSurrogate))
                        .isTrue();
            } catch (JsonProcessingException | java.io.CharConversionException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean isRead(byte[] text) {
        try {
            Json.read(text);
            return true;
        } catch (Json.Malformed e) {
            return false;
        }
    }

    private static JsonNode value(Random random, int depth) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> make.nullNode();
            case 1 -> make.booleanNode(random.nextBoolean());
            case 2 -> make.numberNode(random.nextInt());
            case 3 -> make.numberNode(BigInteger.valueOf(random.nextInt(100)).intValue());
            case 4 -> make.textNode(text(random));
            case 5 -> {
                var array = make.arrayNode();
                for (int item = random.nextInt(5); item > 0; item--) {
                    array.add(value(random, depth - 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = make.objectNode();
                for (int member = random.nextInt(20); member > 0; member--) {
                    object.set(text(random), value(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int letter = random.nextInt(12); letter > 0; letter--) {
            text.appendCodePoint(
                    switch (random.nextInt(5)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> 0x80 + random.nextInt(0x700);
                        case 2 -> 0x1f600 + random.nextInt(40);
                        case 3 -> "\"\\/<".charAt(random.nextInt(4));
                        default -> 'a' + random.nextInt(26);
                    });
        }
        return text.toString();
    }
}
