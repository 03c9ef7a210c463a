package org.folkmoot.tenants;

import org.folkmoot.test.HouseRules;
import org.junit.jupiter.api.Test;

class TenantsRulesTest {

    @Test
    void the_control_plane_keeps_the_rules_of_the_house() {
        HouseRules.check("org.folkmoot.tenants");
    }
}
