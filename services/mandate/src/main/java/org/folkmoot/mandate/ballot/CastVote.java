package org.folkmoot.mandate.ballot;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.ballot.Choice;
import org.folkmoot.ballot.Opening;
import org.folkmoot.ballot.Vote;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.mandate.rule.ElectorKind;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Casts a vote: one statement, one round trip, answered when the vote is on the disk. Roles and organisations of the token say
 * as which kinds of elector the person may act; everything else is checked in the database, under the lock of the ballot's log.
 */
@ApplicationScoped
class CastVote {

    /** After what is asked, what is answered. */
    private static final String CAST =
            "call take_vote(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null, null, null, null)";

    /** The clock struck while the vote was being written. */
    private static final String CLOSED_MEANWHILE = "FM017";

    /** The ledger refuses: the log is closed. */
    private static final String LOG_CLOSED = "55000";

    private final AgroalDataSource votes;
    private final OpenedBallots opened;
    private final Sealing sealing;
    private final CurrentTenant tenant;
    private final Caller caller;
    private final int replacements;

    CastVote(
            @DataSource("votes") AgroalDataSource votes,
            OpenedBallots opened,
            Sealing sealing,
            CurrentTenant tenant,
            Caller caller,
            MandateConfig config) {
        this.votes = votes;
        this.opened = opened;
        this.sealing = sealing;
        this.tenant = tenant;
        this.caller = caller;
        this.replacements = config.replacementsPerMinute();
    }

    /**
     * Casts.
     *
     * @param casting whether it is the chair's casting vote
     * @param request names the request, so that repeating it gives the same receipt and no second entry
     */
    Result<ReceiptView> cast(UUID ballot, String voter, boolean casting, VoteRequest vote, String request) {
        Optional<OpenedBallots.Facts> found = opened.facts(ballot);
        if (found.isEmpty()) {
            return Result.absent();
        }
        OpenedBallots.Facts facts = found.get();
        Optional<Choice> chosen = facts.paper().choice(vote.choice());
        if (chosen.isEmpty() || (casting && chosen.get().isAbstention())) {
            return new Result.Refused<>(Problem.of(MandateProblem.CHOICE_UNKNOWN)
                    .withDetail("Choose what is on the ballot paper.")
                    .withError("#/choice", "is not on the ballot paper"));
        }
        // The chair's casting vote speaks only if there is a tie, and then openly.
        SealedChoice sealed =
                facts.secret() && !casting ? new SealedChoice(sealing.chance(), sealing.chance(), vote.choice()) : null;
        Choice kept = sealed == null
                ? chosen.get()
                : new Opening(sealed.salt(), chosen.get(), null).sealedWith(sealed.seal());
        return ask(ballot, facts, new Vote(voter, kept, casting), vote, sealed, request);
    }

    private Result<ReceiptView> ask(
            UUID ballot,
            OpenedBallots.Facts facts,
            Vote vote,
            VoteRequest asked,
            @Nullable SealedChoice sealed,
            String request) {
        Tenant ics = tenant.require();
        String belonging = SealedChoice.belonging(ics, ballot, vote.voter());
        String speaker = asked.via() == null ? vote.voter() : asked.via();
        try (Connection connection = votes.getConnection();
                PreparedStatement cast = connection.prepareStatement(CAST)) {
            cast.setString(1, ics.id());
            cast.setObject(2, ballot);
            cast.setString(3, facts.stream());
            cast.setString(4, vote.voter());
            cast.setArray(5, connection.createArrayOf("text", kindsFor(speaker).toArray()));
            cast.setString(6, caller.subject());
            cast.setString(7, asked.via());
            cast.setBoolean(8, vote.casting());
            cast.setString(9, vote.payload());
            cast.setBytes(10, sealed == null ? null : sealing.seal(sealed.toBytes(), belonging));
            cast.setString(11, request);
            cast.setInt(12, replacements);
            try (ResultSet row = cast.executeQuery()) {
                row.next();
                String answer = row.getString("answer");
                if (answer.equals("too-often")) {
                    return tooOften(Duration.ofSeconds(row.getLong("number")));
                }
                if (!answer.equals("cast")) {
                    return refusal(answer);
                }
                byte[] kept = row.getBytes("sealed");
                // Of a repeated request the first one's: that is the one in the log.
                SealedChoice stands = kept == null ? null : SealedChoice.of(sealing.open(kept, belonging));
                if (stands != null && !stands.choice().equals(asked.choice())) {
                    return refusal("another-request");
                }
                return new Result.Done<>(
                        new ReceiptView(
                                ballot,
                                vote.voter(),
                                ics.id(),
                                facts.stream(),
                                row.getLong("number"),
                                HexFormat.of().formatHex(row.getBytes("hash")),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                asked.via(),
                                stands == null ? null : stands.seal(),
                                null),
                        row.getLong("number"));
            }
        } catch (SQLException e) {
            if (CLOSED_MEANWHILE.equals(e.getSQLState()) || LOG_CLOSED.equals(e.getSQLState())) {
                return refusal("closed");
            }
            throw new IllegalStateException("the vote could not be cast", e);
        }
    }

    /** As which kinds of elector the person may act for that code. A seat's holder is known by subject, in the database. */
    private List<String> kindsFor(String speaker) {
        var kinds = new ArrayList<String>(2);
        if (OdsCode.parse(speaker).filter(caller::speaksFor).isPresent()) {
            if (caller.roles().contains(Roles.PRACTICE_VOTER)) {
                kinds.add(ElectorKind.PRACTICE.slug());
            }
            if (caller.roles().contains(Roles.PCN_CLINICAL_DIRECTOR)) {
                kinds.add(ElectorKind.PCN.slug());
            }
        }
        return kinds;
    }

    private Result<ReceiptView> tooOften(Duration pause) {
        return new Result.Refused<>(Problem.of(CommonProblem.TOO_MANY_REQUESTS)
                .withDetail("This vote was replaced " + replacements
                        + " times within a minute. The latest of them stands, and can be replaced again later.")
                .withRetryAfter(pause));
    }

    static Result<ReceiptView> refusal(String answer) {
        return switch (answer) {
            case "absent" -> Result.absent();
            case "annulled" -> Result.refused(MandateProblem.BALLOT_NOT_IN_STATE, "The ballot was annulled.");
            case "closed" -> Result.refused(MandateProblem.BALLOT_NOT_IN_STATE, "The ballot has closed.");
            case "no-elector" ->
                Result.refused(MandateProblem.NOT_AN_ELECTOR, "Its electorate was frozen when it opened.");
            case "not-theirs" -> Result.refused(CommonProblem.FORBIDDEN, "You do not vote for this voter.");
            case "lapsed" ->
                Result.refused(
                        MandateProblem.VOTER_LAPSED, "The practice has closed or moved. Its vote lapsed uncast.");
            case "recused" ->
                Result.refused(MandateProblem.ELECTOR_RECUSED, "A declared interest keeps it out of this ballot.");
            case "voted-itself" -> Result.refused(MandateProblem.ALREADY_VOTED, "The voter has voted itself.");
            case "another-request" ->
                Result.refused(
                        CommonProblem.IDEMPOTENCY_KEY_REUSED, "Under this key another choice was made for this voter.");
            case "no-proxy" ->
                Result.refused(MandateProblem.NO_PROXY, "There is none in force from this voter to that one.");
            default -> throw new IllegalStateException("take_vote answers " + answer);
        };
    }
}
