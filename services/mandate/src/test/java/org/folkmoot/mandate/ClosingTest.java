package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.ballot.Position;
import org.folkmoot.ballot.Vote;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.test.TestRealm;
import org.junit.jupiter.api.Test;

/** A ballot closes at its hour: not before, whoever asks for it, and not later, whoever is away. */
@MandateTest
class ClosingTest {

    private static final String QKK = "do $$ begin perform set_config('folkmoot.tenant', 'qkk', true); %s end $$";

    @Inject
    @DataSource("votes")
    AgroalDataSource votes;

    @Inject
    IcsDirectory served;

    @Test
    void the_log_of_a_ballot_cannot_be_ended_before_its_hour_and_other_logs_can() {
        // Given
        String a = Mandate.practice(1000, "U31001");
        String b = Mandate.practice(1000, "U31001");
        String ballot = Mandate.open(Mandate.motion(Mandate.group(List.of(a, b)), "ordinary", Map.of()));
        Mandate.cast(Mandate.voter(a), ballot, a, "for").then().statusCode(200);

        // When / Then
        assertThatThrownBy(() -> asApplication(close(stream(ballot)))).hasMessageContaining("is still open");
        Mandate.cast(Mandate.voter(b), ballot, b, "for").then().statusCode(200);
        assertThatCode(() -> asApplication(QKK.formatted(
                        "perform folkmoot.ledger_append('trial/%1$s', 'somebody', 'tried', '{}');".formatted(ballot)
                                + " perform folkmoot.ledger_close('trial/%s');".formatted(ballot))))
                .doesNotThrowAnyException();

        // When its hour has struck
        Mandate.letItClose(ballot);

        // Then
        assertThatCode(() -> asApplication(close(stream(ballot)))).doesNotThrowAnyException();
        Mandate.declare(ballot).then().statusCode(200).body("outcome", equalTo("carried"));
    }

    @Test
    void a_service_that_is_away_at_the_closing_hour_changes_nothing() {
        // Given: two have voted, and nothing is done for the ICS from before the hour until after it
        String a = Mandate.practice(1000, "U31002");
        String b = Mandate.practice(1000, "U31002");
        String c = Mandate.practice(1000, "U31002");
        String motion = Mandate.motion(Mandate.group(List.of(a, b, c)), "ordinary", Map.of());
        Instant now = Instant.now();
        String ballot = Mandate.schedule(motion, now, now.plus(Duration.ofSeconds(20)));
        Mandate.await(() -> Mandate.state(ballot).equals("open"));
        Mandate.cast(Mandate.voter(a), ballot, a, "for").then().statusCode(200);
        Mandate.cast(Mandate.voter(b), ballot, b, "for").then().statusCode(200);
        serve(IcsState.OFFBOARDED);
        try {
            // When
            Mandate.await(() ->
                    is("clock_timestamp() > closes_at + interval '1 second' and closing_noted_at is null", ballot));

            // Then: no job has closed the log, and the database refuses the vote by its own clock
            assertThat(Mandate.rows(
                            "select closed::text from folkmoot.ledger_head where stream = '" + stream(ballot) + "'"))
                    .containsExactly("false");
            assertThat(Mandate.rows(late(ballot, c))).containsExactly("closed");
        } finally {
            serve(IcsState.ACTIVE);
        }

        // When it is back, then
        Mandate.cast(Mandate.voter(c), ballot, c, "against")
                .then()
                .statusCode(409)
                .body("type", endsWith("ballot-not-in-state"));
        Mandate.cast(Mandate.voter(a), ballot, a, "against").then().statusCode(409);
        Mandate.await(() -> is("closing_noted_at is not null", ballot));
        Mandate.declare(ballot).then().statusCode(200).body("outcome", equalTo("carried"));
        assertThat(Mandate.get("/ballots/" + ballot + "/turnout").getInt("voted"))
                .isEqualTo(2);
        assertThat(Mandate.rows(
                        "select (payload::json ->> 'closedAt')::timestamptz = closes_at and o.occurred_at = closes_at"
                                + " from folkmoot.outbox o join ballot b on b.id::text = o.aggregateid where b.id = '"
                                + ballot
                                + "' and o.type = 'folkmoot.mandate.ballot.closed.v1'"))
                .as("it closed at its hour, whenever that was noted")
                .containsExactly("t");
    }

    /** The service does nothing for an ICS that it does not serve, as if it were down. */
    private void serve(IcsState state) {
        served.record(new Ics(Tenant.of("qkk"), "qkk", TestRealm.of("qkk").issuer(), state));
    }

    private static boolean is(String condition, String ballot) {
        return !Mandate.rows("select id from ballot where id = '" + ballot + "' and " + condition)
                .isEmpty();
    }

    /** What the database says to a vote for that voter. */
    private static String late(String ballot, String voter) {
        return ("select answer from cast_vote('qkk', '%s', '%s', '%s', array['practice'], 'somebody', null, false, '%s',"
                        + " null, 'request', 100)")
                .formatted(
                        ballot,
                        stream(ballot),
                        voter,
                        Vote.of(voter, Position.AGAINST).payload());
    }

    private static String close(String stream) {
        return QKK.formatted("perform folkmoot.ledger_close('" + stream + "');");
    }

    private static String stream(String ballot) {
        return Mandate.rows("select stream from ballot where id = '" + ballot + "'")
                .getFirst();
    }

    private void asApplication(String sql) throws SQLException {
        try (Connection connection = votes.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
