package org.folkmoot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ResultTest {

    private static final Result<String> DONE = new Result.Done<>("seat", 3);
    private static final Result<String> REFUSED = Result.refused(CommonProblem.CONFLICT, "The seat is taken.");

    @Test
    void what_was_done_is_answered_with_the_thing_and_its_tag() {
        // When
        Response answer = DONE.answer();

        // Then
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getEntity()).isEqualTo("seat");
        assertThat(answer.getHeaderString(HttpHeaders.ETAG)).isEqualTo("\"3\"");
        assertThat(DONE.answerWithoutTag().getHeaderString(HttpHeaders.ETAG)).isNull();
    }

    @Test
    void what_was_made_is_answered_with_its_address() {
        // When
        Response answer = DONE.created(seat -> "/seats/" + seat);

        // Then
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getLocation()).hasToString("/seats/seat");
        assertThat(answer.getHeaderString(HttpHeaders.ETAG)).isNotNull();
    }

    @Test
    void a_refusal_is_its_problem_whatever_was_asked() {
        for (Response answer : List.of(
                REFUSED.answer(),
                REFUSED.answerWithoutTag(),
                REFUSED.created(seat -> "/seats/" + seat),
                REFUSED.map(String::length).answer())) {
            assertThat(answer.getStatus()).isEqualTo(409);
            assertThat(answer.getEntity())
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.detail()).isEqualTo("The seat is taken."));
        }
    }

    @Test
    void a_result_of_a_thing_becomes_one_of_what_is_shown_of_it() {
        assertThat(DONE.map(String::length)).isEqualTo(new Result.Done<>(4, 3));
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(Result.tagged(Optional.<Result.Done<String>>empty()).getStatus())
                .isEqualTo(404);
        assertThat(Result.found(Optional.empty()).getStatus()).isEqualTo(404);
        assertThat(Result.found(Optional.of("seat")).getEntity()).isEqualTo("seat");
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Result.within(Optional.empty()));
    }
}
