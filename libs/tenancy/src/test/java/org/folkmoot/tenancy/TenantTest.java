package org.folkmoot.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.folkmoot.nhs.OdsCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantTest {

    @ParameterizedTest
    @ValueSource(strings = {"qkk", "qr1", "t6y0w"})
    void a_board_s_code_in_lower_case_is_a_tenant(String id) {
        assertThat(Tenant.of(id).icb().code()).isEqualToIgnoringCase(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "QKK", "qk", "qkkk", "qkk ", "qkk.registry", "..", "t6y0w1", "master", "q;k"})
    void nothing_else_is(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tenant.of(id));
    }

    @Test
    void the_platform_is_a_tenant_without_a_board() {
        assertThat(Tenant.of("platform")).isSameAs(Tenant.PLATFORM);
        assertThatIllegalStateException().isThrownBy(Tenant.PLATFORM::icb);
    }

    @Test
    void a_board_has_its_tenant() {
        assertThat(Tenant.ofIcb(OdsCode.of("T6Y0W"))).isEqualTo(Tenant.of("t6y0w"));
    }
}
