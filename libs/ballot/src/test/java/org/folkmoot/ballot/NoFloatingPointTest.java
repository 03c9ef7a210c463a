package org.folkmoot.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NoFloatingPointTest {

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.folkmoot.ballot");

    @Test
    void no_number_of_a_ballot_is_floating_point() {
        assertThat(CLASSES).isNotEmpty();
        assertThat(CLASSES.stream().flatMap(NoFloatingPointTest::floating)).isEmpty();
    }

    @Test
    void a_class_that_has_one_is_found() {
        assertThat(floating(new ClassFileImporter().importClass(Rounded.class))).hasSize(3);
    }

    @Test
    void the_rules_need_java_and_nothing_else() {
        List<String> foreign = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(name -> !name.isEmpty()
                        && !name.startsWith("java.")
                        && !name.equals("org.folkmoot.ballot")
                        && !name.equals("org.jspecify.annotations"))
                .toList();
        assertThat(foreign).isEmpty();
    }

    /** Fields, parameters and results, and calls that take or give such a number. */
    private static Stream<String> floating(JavaClass type) {
        return Stream.of(
                        type.getFields().stream()
                                .filter(field -> isFloating(field.getRawType()))
                                .map(field -> field.getFullName()),
                        type.getCodeUnits().stream()
                                .filter(unit -> isFloating(unit.getRawReturnType())
                                        || unit.getRawParameterTypes().stream()
                                                .anyMatch(NoFloatingPointTest::isFloating))
                                .map(unit -> unit.getFullName()),
                        type.getCodeUnitCallsFromSelf().stream()
                                .filter(call -> isFloating(call.getTarget().getRawReturnType())
                                        || call.getTarget().getRawParameterTypes().stream()
                                                .anyMatch(NoFloatingPointTest::isFloating))
                                .map(call -> call.getDescription()))
                .flatMap(names -> names);
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getName());
    }

    static final class Rounded {

        private final double share = Math.sqrt(0.25);

        double share() {
            return share;
        }
    }
}
