package org.folkmoot.neighbourhood;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.folkmoot.problem.ProblemPages;
import org.folkmoot.test.HouseRules;
import org.junit.jupiter.api.Test;

class NeighbourhoodRulesTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.folkmoot.neighbourhood");

    @Test
    void the_rules_of_the_house_are_kept() {
        HouseRules.check("org.folkmoot.neighbourhood");
    }

    @Test
    void packages_depend_on_each_other_in_one_direction() {
        slices().matching("org.folkmoot.neighbourhood.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }

    @Test
    void every_problem_has_its_page_and_every_page_its_problem() {
        assertThat(ProblemPages.ofProject().disagreements("neighbourhood", NeighbourhoodProblem.class))
                .isEmpty();
    }
}
