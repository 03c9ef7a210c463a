package org.folkmoot.registry.odsfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrescribingSettingTest {

    @Test
    void legacy_numbers_are_told_in_the_role_codes_of_today() {
        assertThat(PrescribingSetting.roles(Dialect.LEGACY, "4")).contains("RO76");
        assertThat(PrescribingSetting.roles(Dialect.LEGACY, "25")).contains("RO82");
        assertThat(PrescribingSetting.roles(Dialect.LEGACY, "3")).contains("RO80|RO87");
        assertThat(PrescribingSetting.roles(Dialect.LEGACY, "15")).contains("S15");
        assertThat(PrescribingSetting.roles(Dialect.LEGACY, "RO76")).isEmpty();
    }

    @Test
    void role_codes_are_put_in_order_each_once() {
        assertThat(PrescribingSetting.roles(Dialect.DSE, "RO268|RO76")).contains("RO76|RO268");
        assertThat(PrescribingSetting.roles(Dialect.DSE, "RO76 | RO76")).contains("RO76");
        assertThat(PrescribingSetting.roles(Dialect.DSE, "")).contains("");
        assertThat(PrescribingSetting.roles(Dialect.DSE, "4")).isEmpty();
        assertThat(PrescribingSetting.roles(Dialect.DSE, "RO76|")).isEmpty();
        assertThat(PrescribingSetting.roles(Dialect.DSE, "RO76,RO80")).isEmpty();
    }

    @Test
    void one_of_several_roles_makes_a_practice() {
        assertThat(PrescribingSetting.isGpPractice("RO76")).isTrue();
        assertThat(PrescribingSetting.isGpPractice("RO76|RO268")).isTrue();
        assertThat(PrescribingSetting.isGpPractice("RO80|RO87")).isFalse();
        assertThat(PrescribingSetting.isGpPractice("RO760")).isFalse();
        assertThat(PrescribingSetting.isGpPractice("")).isFalse();
    }
}
