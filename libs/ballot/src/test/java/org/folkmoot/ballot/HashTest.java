package org.folkmoot.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HashTest {

    private static final String PREFIX = "sha256:";
    private static final String NEAR = "09af/:`gAF@ ~\u00e9\u0130";

    @Property(tries = 2_000)
    void a_hash_is_read_from_64_lower_case_digits_and_from_nothing_else(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String text = PREFIX + HexFormat.of().formatHex(bytes);
        int place = random.nextInt(text.length());
        char letter = NEAR.charAt(random.nextInt(NEAR.length()));
        String changed = text.substring(0, place) + letter + text.substring(place + 1);

        // Then
        assertThat(Hash.parse(text).bytes()).isEqualTo(bytes);
        assertThat(Hash.parse(text)).hasToString(text);
        if (changed.equals(text) || (place >= PREFIX.length() && "09af".indexOf(letter) >= 0)) {
            assertThat(Hash.parse(changed)).hasToString(changed);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> Hash.parse(changed));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.parse(text.substring(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.parse(text + "0"));
    }
}
