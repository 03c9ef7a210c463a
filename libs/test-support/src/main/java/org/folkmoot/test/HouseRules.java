package org.folkmoot.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * The house's rules that a compiler does not know; each service and library checks its own packages against them in one
 * test: {@code HouseRules.check("org.folkmoot.registry")}.
 */
public final class HouseRules {

    private static final List<String> HTTP_METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> PERMISSIONS = List.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "jakarta.annotation.security.DenyAll",
            "io.quarkus.security.Authenticated");

    private static final DescribedPredicate<JavaMethod> ENDPOINTS = new DescribedPredicate<>("endpoints") {
        @Override
        public boolean test(JavaMethod method) {
            return HTTP_METHODS.stream().anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb));
        }
    };

    private static final List<ArchRule> RULES = List.of(
            classes()
                    .that()
                    .areAnnotatedWith("jakarta.persistence.Entity")
                    .should(new ArchCondition<>("carry @TenantId, or say why no ICS owns them by @Shared") {
                        @Override
                        public void check(JavaClass entity, ConditionEvents events) {
                            boolean ofATenant = entity.getAllFields().stream()
                                    .anyMatch(field -> field.isAnnotatedWith("org.hibernate.annotations.TenantId"));
                            boolean shared = entity.isAnnotatedWith("org.folkmoot.tenancy.Shared");
                            if (ofATenant == shared) {
                                events.add(SimpleConditionEvent.violated(
                                        entity, entity.getName() + " has neither or both of @TenantId and @Shared"));
                            }
                        }
                    }),
            methods()
                    .that(ENDPOINTS)
                    .should(new ArchCondition<>("be public, or they answer 404, and say who may call them") {
                        @Override
                        public void check(JavaMethod method, ConditionEvents events) {
                            boolean permitted = PERMISSIONS.stream()
                                    .anyMatch(name -> method.isAnnotatedWith(name)
                                            || method.getOwner().isAnnotatedWith(name));
                            if (!permitted || !method.getModifiers().contains(JavaModifier.PUBLIC)) {
                                events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                            }
                        }
                    }),
            methods()
                    .that()
                    .areAnnotatedWith("com.fasterxml.jackson.annotation.JsonValue")
                    .should(new ArchCondition<>("be public as their class, or OpenAPI describes what is never sent") {
                        @Override
                        public void check(JavaMethod method, ConditionEvents events) {
                            if (!method.getModifiers().contains(JavaModifier.PUBLIC)
                                    || !method.getOwner().getModifiers().contains(JavaModifier.PUBLIC)) {
                                events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                            }
                        }
                    }),
            methods()
                    .that(ENDPOINTS)
                    .should(new ArchCondition<>("not be reactive, save a stream of server-sent events") {
                        @Override
                        public void check(JavaMethod method, ConditionEvents events) {
                            if (method.getRawReturnType().getName().equals("io.smallrye.mutiny.Uni")) {
                                events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                            }
                        }
                    }),
            noClasses()
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(java.time.OffsetDateTime.class, "now")
                    .because("time comes from an injected Clock, so that a test can set it"),
            noFields()
                    .should()
                    .beAnnotatedWith("jakarta.inject.Inject")
                    .because("what a class needs stands in its constructor"),
            noFields()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
                    .should()
                    .bePublic(),
            noClasses()
                    .that(new DescribedPredicate<>("stand in our packages") {
                        @Override
                        public boolean test(JavaClass type) {
                            return type.isTopLevelClass();
                        }
                    })
                    .should()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Dto")
                    .because("a name says what a thing is"),
            classes()
                    .that(simpleNameEndingWith("Resource"))
                    .should()
                    .notBePublic()
                    .because("only HTTP reaches a resource"),
            fields().that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith("jakarta.persistence.Entity")
                    .should()
                    .notBePublic());

    private HouseRules() {}

    /**
     * Checks every class of these packages that is not a test.
     *
     * @throws AssertionError naming each class that breaks a rule, and the rule
     */
    public static void check(String... packages) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packages);
        for (ArchRule rule : RULES) {
            rule.allowEmptyShould(true).check(classes);
        }
    }

    /** The rules themselves, for the test that shows that each can fail. */
    static Stream<ArchRule> rules() {
        return RULES.stream();
    }
}
