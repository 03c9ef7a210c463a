package org.folkmoot.tenants.ics;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.problem.ProblemPages;
import org.junit.jupiter.api.Test;

class TenantsProblemTest {

    @Test
    void every_problem_has_its_page_and_every_page_its_problem() {
        assertThat(ProblemPages.ofProject().disagreements("tenants", TenantsProblem.class))
                .isEmpty();
    }
}
