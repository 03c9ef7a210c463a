package org.folkmoot.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.hibernate.StaleObjectStateException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    enum Kind {
        PRACTICE,
        NETWORK
    }

    record Member(String code, int share) {
        Member {
            if ("?".equals(code)) {
                throw new IllegalArgumentException("secret");
            }
        }
    }

    record Thing(String name, Kind kind, List<Member> members, Map<String, Integer> counts) {}

    @Test
    void whatever_is_not_known_is_our_fault_and_tells_nothing() {
        // When
        Problem problem = of(new IllegalStateException("password is 1234"));

        // Then
        assertThat(problem).isEqualTo(Problem.of(CommonProblem.INTERNAL));
    }

    @Test
    void a_problem_that_was_thrown_is_the_answer_however_deep_it_was_wrapped() {
        // Given
        Problem answer = Problem.of(CommonProblem.MALFORMED_REQUEST).withError("#query/asAt", "must be a date");

        // Then
        assertThat(of(new NotFoundException(new RuntimeException(new ProblemException(answer)))))
                .isEqualTo(answer);
    }

    @Test
    void two_changes_that_met_are_a_conflict_unless_the_caller_named_a_version() {
        // Given
        var stale = new RuntimeException(new StaleObjectStateException("Practice", "B82020"));
        var locked = new RuntimeException(new OptimisticLockException("row 7"));

        // Then
        assertThat(Diagnosis.of(stale, false).type()).isEqualTo(CommonProblem.CONFLICT.uri());
        assertThat(Diagnosis.of(locked, false).type()).isEqualTo(CommonProblem.CONFLICT.uri());
        assertThat(Diagnosis.of(stale, true).type()).isEqualTo(CommonProblem.PRECONDITION_FAILED.uri());
        assertThat(Diagnosis.of(locked, true).type()).isEqualTo(CommonProblem.PRECONDITION_FAILED.uri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08000", "08001", "08003", "08006", "25006", "40001", "40P01", "53300", "55P03", "57014", "57P01",
                "57P02", "57P03"
            })
    void what_passes_by_itself_in_the_database_is_worth_another_try(String state) {
        // When
        Problem problem = of(new PersistenceException(new SQLException("any", state)));

        // Then
        assertThat(problem.type()).isEqualTo(CommonProblem.UNAVAILABLE.uri());
        assertThat(problem.retryAfterSeconds()).hasValue(2);
    }

    @Test
    void a_database_out_of_reach_is_unavailable_in_whatever_class_it_is_reported() {
        assertThat(List.of(
                        new SQLTransientConnectionException(),
                        new SQLException("Acquisition timeout while waiting for new connection"),
                        new SQLException("Sorry, acquisition timeout!"),
                        new JDBCConnectionException("x", new SQLException("y")),
                        new RejectedExecutionException()))
                .allSatisfy(
                        failure -> assertThat(of(new RuntimeException(failure)).type())
                                .isEqualTo(CommonProblem.UNAVAILABLE.uri()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22P05"})
    void a_text_that_the_database_cannot_hold_is_the_callers_to_change(String state) {
        assertThat(of(new PersistenceException(new SQLException("0x00", state))).type())
                .isEqualTo(CommonProblem.MALFORMED_REQUEST.uri());
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42501", "42P01"})
    void other_errors_of_the_database_are_mistakes_of_ours(String state) {
        assertThat(of(new PersistenceException(new SQLException("row-level security", state))))
                .isEqualTo(Problem.of(CommonProblem.INTERNAL));
    }

    @Test
    void tokens_and_roles_have_their_types() {
        assertThat(of(new AuthenticationFailedException("expired at")))
                .isEqualTo(Problem.of(CommonProblem.UNAUTHENTICATED));
        assertThat(of(new UnauthorizedException())).isEqualTo(Problem.of(CommonProblem.UNAUTHENTICATED));
        assertThat(of(new ForbiddenException())).isEqualTo(Problem.of(CommonProblem.FORBIDDEN));
    }

    @Test
    void exceptions_that_are_a_status_keep_it() {
        assertThat(of(new NotFoundException("RESTEASY003210")).status()).isEqualTo(404);
        assertThat(of(new WebApplicationException(410)).title()).isEqualTo("Gone");
        assertThat(of(new HttpException(413)).type()).isEqualTo(CommonProblem.BODY_TOO_LARGE.uri());
        assertThat(of(new WebApplicationException(
                                Response.seeOther(java.net.URI.create("/x")).build()))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void a_cause_that_is_a_status_was_not_meant_for_this_caller() {
        assertThat(of(new IllegalStateException(new NotFoundException())).status())
                .isEqualTo(500);
    }

    @Test
    void causes_in_a_ring_do_not_hold_the_thread() {
        // Given
        var one = new RuntimeException();
        one.initCause(new RuntimeException(one));

        // Then
        assertThat(of(one).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"nmae":"x"}                                         | #/nmae            | is not known here
            {"members":[{"code":"a"},{"code":"b","shre":1}]}     | #/members/1/shre  | is not known here
            {"members":[{"share":"many"}]}                       | #/members/0/share | must be a whole number within its range
            {"members":[{"share":99999999999}]}                  | #/members/0/share | must be a whole number within its range
            {"members":[{"code":"?","share":1}]}                 | #/members/0       | is not a value that is allowed here
            {"kind":"HOSPITAL"}                                  | #/kind            | must be one of PRACTICE, NETWORK
            {"members":{}}                                       | #/members         | must be a list
            {"members":["x"]}                                    | #/members/0       | must be an object with the expected values
            {"name":[]}                                          | #/name            | must be a text
            {"counts":{"a/b c~":"x"}}                            | #/counts/a~1b%20c~0 | must be a whole number within its range
            []                                                   | #                 | must be an object with the expected values
            """)
    void a_body_of_the_wrong_form_is_told_with_the_place(String body, String pointer, String detail) {
        // When
        Problem problem = of(failureToRead(body));

        // Then
        assertThat(problem.type()).isEqualTo(CommonProblem.MALFORMED_REQUEST.uri());
        assertThat(problem.errors()).containsExactly(new FieldError(pointer, detail));
    }

    @Test
    void broken_json_is_told_with_line_and_column_and_without_its_text() {
        // When
        Problem problem = of(new WebApplicationException(failureToRead("{\n \"name\": secret\n}"), 400));

        // Then
        assertThat(problem.type()).isEqualTo(CommonProblem.MALFORMED_REQUEST.uri());
        assertThat(problem.detail()).contains("line 2").doesNotContain("secret");
    }

    @Test
    void json_nested_without_end_is_refused() {
        // When
        Problem problem = of(failureToReadTree("[".repeat(2000)));

        // Then
        assertThat(problem.type()).isEqualTo(CommonProblem.MALFORMED_REQUEST.uri());
        assertThat(problem.detail()).contains("nested too deeply");
    }

    private static Problem of(Throwable failure) {
        return Diagnosis.of(failure, false);
    }

    private static IOException failureToRead(String body) {
        try {
            throw new AssertionError(MAPPER.readValue(body, Thing.class).toString());
        } catch (IOException e) {
            return e;
        }
    }

    private static IOException failureToReadTree(String body) {
        try {
            throw new AssertionError(MAPPER.readTree(body).toString());
        } catch (IOException e) {
            return e;
        }
    }
}
