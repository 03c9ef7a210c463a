package org.folkmoot.tenants.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.folkmoot.tenants.succession.SuccessionLife.Act;
import org.folkmoot.tenants.succession.SuccessionLife.Agreed;
import org.folkmoot.tenants.succession.SuccessionLife.Cancelled;
import org.folkmoot.tenants.succession.SuccessionLife.Drawn;
import org.junit.jupiter.api.Test;

class SuccessionLifeTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Act ADA = new Act("ada", MONDAY);
    private static final Act BEN = new Act("ben", MONDAY.plusSeconds(60));

    @Test
    void a_second_person_agrees() {
        assertThat(new Drawn(ADA).agreed(BEN)).contains(new Agreed(BEN));
    }

    @Test
    void nobody_agrees_with_themselves() {
        assertThat(new Drawn(ADA).agreed(new Act("ada", BEN.at()))).isEmpty();
    }

    @Test
    void a_plan_is_given_up_before_it_is_agreed_and_after() {
        assertThat(new Drawn(ADA).cancelled(ADA, "put off")).isEqualTo(new Cancelled(ADA, "put off"));
        assertThat(new Agreed(BEN).cancelled(ADA, "put off")).isEqualTo(new Cancelled(ADA, "put off"));
    }
}
