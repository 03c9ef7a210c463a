package org.folkmoot.tenants;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackagesTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.folkmoot.tenants");

    @Test
    void the_life_of_an_ics_knows_neither_keycloak_nor_kafka() {
        noClasses()
                .that()
                .resideInAPackage("..tenants.ics")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.keycloak..", "org.apache.kafka..", "..tenants.realm", "..tenants.topics")
                .check(OURS);
    }

    @Test
    void packages_depend_on_each_other_in_one_direction() {
        slices().matching("org.folkmoot.tenants.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }
}
