package org.folkmoot.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void a_class_that_breaks_a_rule_is_named() {
        JavaClasses broken = new ClassFileImporter().importClasses(ClockManager.class);
        List<String> violations = HouseRules.rules()
                .map(rule -> rule.allowEmptyShould(true).evaluate(broken))
                .filter(result -> result.hasViolation())
                .map(result -> result.getFailureReport().toString())
                .toList();
        assertThat(violations).hasSize(2).allMatch(report -> report.contains("ClockManager"));
        assertThat(HouseRules.rules().map(ArchRule::getDescription)).doesNotHaveDuplicates();
    }
}

/** Breaks the rules of names and of time. */
class ClockManager {

    Instant now() {
        return Instant.now();
    }
}
