package org.folkmoot.portal;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.folkmoot.test.HouseRules;
import org.junit.jupiter.api.Test;

class PortalRulesTest {

    @Test
    void the_rules_of_the_house_are_kept() {
        HouseRules.check("org.folkmoot.portal");
    }

    @Test
    void packages_depend_on_each_other_in_one_direction() {
        slices().matching("org.folkmoot.portal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.folkmoot.portal"));
    }
}
