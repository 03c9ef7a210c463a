package org.folkmoot.executive;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.folkmoot.problem.ProblemPages;
import org.folkmoot.test.HouseRules;
import org.junit.jupiter.api.Test;

class ExecutiveRulesTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.folkmoot.executive");

    @Test
    void the_rules_of_the_house_are_kept() {
        HouseRules.check("org.folkmoot.executive");
    }

    @Test
    void packages_depend_on_each_other_in_one_direction() {
        slices().matching("org.folkmoot.executive.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }

    @Test
    void every_problem_has_its_page_and_every_page_its_problem() {
        assertThat(ProblemPages.ofProject().disagreements("executive", ExecutiveProblem.class))
                .isEmpty();
    }
}
