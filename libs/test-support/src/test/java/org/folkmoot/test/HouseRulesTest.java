package org.folkmoot.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void a_class_that_breaks_a_rule_is_named() {
        JavaClasses broken = new ClassFileImporter().importClasses(ClockManager.class, Verdict.class);
        List<String> violations = HouseRules.rules()
                .map(rule -> rule.allowEmptyShould(true).evaluate(broken))
                .filter(result -> result.hasViolation())
                .map(result -> result.getFailureReport().toString())
                .toList();
        assertThat(violations).hasSize(3);
        assertThat(violations)
                .filteredOn(report -> report.contains("ClockManager"))
                .hasSize(2);
        assertThat(violations)
                .filteredOn(report -> report.contains("Verdict.slug"))
                .hasSize(1);
        assertThat(HouseRules.rules().map(ArchRule::getDescription)).doesNotHaveDuplicates();
    }
}

/** Breaks the rules of names and of time. */
class ClockManager {

    Instant now() {
        return Instant.now();
    }
}

/** Breaks the rule of what OpenAPI sees. */
enum Verdict {
    JUSTIFIED;

    @JsonValue
    String slug() {
        return "justified";
    }
}
