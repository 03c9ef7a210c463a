package org.folkmoot.registry.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.registry.directory.IcsPractice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WayTest {

    private static final List<IcsPractice> NOW =
            List.of(practice("A1", "U1"), practice("A2", "U1"), practice("A3", "U2"), practice("A4", null));

    @Test
    void a_network_takes_a_way_if_all_its_practices_do() {
        assertThat(Way.of(List.of("A2", "A1"), NOW).codes()).containsExactly("A1", "A2", "U1");
    }

    @Test
    void a_network_that_is_divided_takes_none() {
        assertThat(Way.of(List.of("A1", "A3"), NOW).networks()).containsExactly("U2");
    }

    @Test
    void a_practice_in_no_network_and_one_that_is_no_longer_there_go_alone() {
        assertThat(Way.of(List.of("A4", "A9"), NOW))
                .isEqualTo(new Way(java.util.Set.of("A4", "A9"), java.util.Set.of()));
    }

    private static IcsPractice practice(String code, @Nullable String network) {
        return new IcsPractice(code, code, null, network, null, null);
    }
}
