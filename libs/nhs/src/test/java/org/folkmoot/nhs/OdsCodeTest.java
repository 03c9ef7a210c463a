package org.folkmoot.nhs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OdsCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QKK",
                "T6Y0W",
                "QOX", // ICBs
                "06L",
                "A3A8R", // sub-ICB locations
                "Y56", // region
                "A99917",
                "Y00054",
                "D82001", // practices and other prescribing cost centres
                "U00000",
                "U00254", // networks
                "R1J",
                "RJ1",
                "K0N6A", // trusts
                "609", // local authority
                "EE134290", // school
                "D82001001" // branch surgery
            })
    void codes_of_the_national_files_are_accepted(String text) {
        assertThat(OdsCode.parse(text)).hasValue(new OdsCode(text));
        assertThat(OdsCode.of(text).code()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "U",
                "06",
                "D820010010",
                "9434765919",
                " QKK",
                "QKK ",
                "QKK\n",
                "Q K",
                "Q-K",
                "RO76|RO268",
                "ＱＫＫ",
                "ıKK",
                "ﬀKK",
                "QKÉ",
                "١٢٣"
            })
    void anything_else_is_refused_without_repeating_it(String text) {
        assertThat(OdsCode.parse(text)).isEmpty();
        assertThatThrownBy(() -> OdsCode.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An ODS code has three to nine letters and digits");
    }

    @Test
    void lower_case_is_another_spelling_of_the_same_code() {
        assertThat(OdsCode.of("t6y0w")).isEqualTo(OdsCode.of("T6Y0W")).hasToString("T6Y0W");
        assertThat(new OdsCode("qkk").code()).isEqualTo("QKK");
    }

    @Test
    void upper_case_does_not_depend_on_the_language_of_the_machine() {
        // Given
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            // When
            OdsCode code = OdsCode.of("iii");
            // Then
            assertThat(code.code()).isEqualTo("III");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void codes_sort_as_the_files_do() {
        assertThat(Stream.of("T6Y0W", "06L", "QKK", "A3A8R").map(OdsCode::of).sorted())
                .extracting(OdsCode::code)
                .containsExactly("06L", "A3A8R", "QKK", "T6Y0W");
    }

    @Test
    void in_json_a_code_is_a_plain_string() throws JsonProcessingException {
        // Given
        var json = new ObjectMapper();
        record Membership(OdsCode practice, List<OdsCode> networks) {}
        var membership = new Membership(OdsCode.of("D82001"), List.of(OdsCode.of("U00254")));
        // When
        String text = json.writeValueAsString(membership);
        // Then
        assertThat(text).isEqualTo("{\"practice\":\"D82001\",\"networks\":[\"U00254\"]}");
        assertThat(json.readValue(text, Membership.class)).isEqualTo(membership);
        assertThat(json.writeValueAsString(Map.of("code", OdsCode.of("QKK")))).isEqualTo("{\"code\":\"QKK\"}");
        assertThatThrownBy(() -> json.readValue("\"U\"", OdsCode.class))
                .isInstanceOf(ValueInstantiationException.class);
    }

    @Property
    void every_case_of_a_code_is_the_same_code(@ForAll("codes") String text) {
        assertThat(OdsCode.of(text)).isEqualTo(OdsCode.of(text.toLowerCase(Locale.ROOT)));
        assertThat(OdsCode.of(OdsCode.of(text).toString())).isEqualTo(OdsCode.of(text));
    }

    @Property
    void a_text_is_either_a_code_or_refused_and_never_repaired(@ForAll String text) {
        assertThat(OdsCode.parse(text).map(OdsCode::code))
                .isIn(Optional.empty(), Optional.of(text.toUpperCase(Locale.ROOT)));
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(3)
                .ofMaxLength(9);
    }
}
