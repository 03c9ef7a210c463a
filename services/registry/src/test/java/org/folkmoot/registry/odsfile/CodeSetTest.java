package org.folkmoot.registry.odsfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeSetTest {

    @Test
    void each_code_is_new_once() {
        // Given
        var set = new CodeSet();
        var expected = new HashSet<String>();
        var random = new Random(3);

        // When, Then
        for (int i = 0; i < 200_000; i++) {
            String code = code(random);
            assertThat(set.add(code)).as(code).isEqualTo(expected.add(code));
        }
    }

    @Test
    void codes_that_look_alike_are_told_apart() {
        var set = new CodeSet();
        for (String code :
                new String[] {"000", "0000", "00A", "0A0", "A00", "A000", "ZZZZZZZZZ", "999999999", "U00000"}) {
            assertThat(set.add(code)).as(code).isTrue();
            assertThat(set.add(code)).as(code).isFalse();
        }
    }

    private static String code(Random random) {
        var code = new StringBuilder();
        int length = 3 + random.nextInt(2);
        while (code.length() < length) {
            code.append("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(random.nextInt(36)));
        }
        return code.toString();
    }
}
