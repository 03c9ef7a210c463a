package org.folkmoot.neighbourhood.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBytesTest {

    private static final byte[] TEXT = "Wilhelmina".getBytes(UTF_8);

    private final SecretBytes key = SecretBytes.random();

    @Test
    void what_is_sealed_opens_with_the_same_key_for_the_same_field() {
        assertThat(key.open(key.seal(TEXT, "a/b"), "a/b")).isEqualTo(TEXT);
    }

    @Test
    void the_same_text_is_sealed_differently_each_time() {
        assertThat(key.seal(TEXT, "a/b")).isNotEqualTo(key.seal(TEXT, "a/b"));
    }

    @Test
    void it_opens_for_no_other_field_with_no_other_key_and_not_once_altered() {
        byte[] sealed = key.seal(TEXT, "a/b");
        byte[] altered = sealed.clone();
        altered[altered.length - 1] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> key.open(sealed, "a/c"));
        assertThatIllegalStateException().isThrownBy(() -> SecretBytes.random().open(sealed, "a/b"));
        assertThatIllegalStateException().isThrownBy(() -> key.open(altered, "a/b"));
        assertThatIllegalStateException().isThrownBy(() -> key.open(new byte[] {1, 2, 3}, "a/b"));
    }

    @Test
    void a_patients_text_opens_for_no_other_patient_and_no_other_ics() {
        UUID patient = UUID.randomUUID();
        byte[] sealed = new PatientKey(key, "qkk", patient).seal("patient.family_name", "Featherstonehaugh");

        assertThat(new PatientKey(key, "qkk", patient).open("patient.family_name", sealed))
                .isEqualTo("Featherstonehaugh");
        assertThatIllegalStateException()
                .isThrownBy(() -> new PatientKey(key, "qkk", UUID.randomUUID()).open("patient.family_name", sealed));
        assertThatIllegalStateException()
                .isThrownBy(() -> new PatientKey(key, "qr1", patient).open("patient.family_name", sealed));
        assertThatIllegalStateException()
                .isThrownBy(() -> new PatientKey(key, "qkk", patient).open("patient.given_name", sealed));
    }

    @Test
    void a_hash_depends_on_the_key_and_on_the_text() {
        assertThat(key.hash("9990000018")).hasSize(32).isEqualTo(key.hash("9990000018"));
        assertThat(key.hash("9990000018")).isNotEqualTo(key.hash("9990000026"));
        assertThat(key.hash("9990000018")).isNotEqualTo(SecretBytes.random().hash("9990000018"));
    }

    @Test
    void a_key_says_nothing_of_itself() {
        assertThat(key).hasToString("SecretBytes[withheld]");
        assertThat(new PatientKey(key, "qkk", UUID.randomUUID())).hasToString("PatientKey[withheld]");
    }

    @Test
    void a_former_master_key_opens_what_it_wrapped_and_the_present_one_wraps() {
        // Given
        String old = base64(1);
        var before = new MasterKeys(old, Optional.empty());
        byte[] wrapped = before.wrap(key, "x");

        // When
        var after = new MasterKeys(base64(2), Optional.of(List.of(old)));

        // Then
        assertThat(after.present()).isNotEqualTo(before.present());
        assertThat(after.unwrap(before.present(), wrapped, "x").hash("t")).isEqualTo(key.hash("t"));
        assertThatIllegalStateException()
                .isThrownBy(() -> new MasterKeys(base64(2), Optional.empty()).unwrap(before.present(), wrapped, "x"))
                .withMessageContaining("no master key");
    }

    @Test
    void what_is_no_key_is_refused_without_being_repeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MasterKeys(Base64.getEncoder().encodeToString(new byte[16]), Optional.empty()));
        assertThatIllegalStateException()
                .isThrownBy(() -> new MasterKeys("not*base64", Optional.empty()))
                .withMessageNotContaining("*");
    }

    private static String base64(int filling) {
        byte[] key = new byte[SecretBytes.LENGTH];
        Arrays.fill(key, (byte) filling);
        return Base64.getEncoder().encodeToString(key);
    }
}
