package org.folkmoot.portal.frame;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.junit.jupiter.api.Test;

class PanelsTest {

    @Test
    void a_part_of_a_service_that_is_not_installed_is_a_page_that_is_not_there() {
        // Given
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var loading = new Panels(threads).load(() -> {
                throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
            });

            // When / Then
            assertThatThrownBy(loading::reply).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void a_part_that_breaks_is_a_bug() {
        // Given
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var loading = new Panels(threads).load(() -> {
                throw new ArithmeticException();
            });

            // When / Then
            assertThatThrownBy(loading::reply).isInstanceOf(IllegalStateException.class);
        }
    }
}
