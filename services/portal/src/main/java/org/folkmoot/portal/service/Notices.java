package org.folkmoot.portal.service;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Which mails a person gets. */
@ApplicationScoped
public class Notices {

    /**
     * What somebody gets mails about.
     *
     * @param mail where they are sent; null where no address is known
     * @param opened when a ballot opens in which they may vote
     * @param closing when it closes soon and they have not voted
     * @param declared when its result is declared
     */
    public record Preferences(@Nullable String mail, boolean opened, boolean closing, boolean declared) {}

    /**
     * A mail about a ballot, written for the person.
     *
     * @param kind what it told: {@code opened}, {@code closing} or {@code declared}
     * @param state what became of it
     * @param at when; of one that waits, when it is tried next
     */
    public record OwnMail(UUID ballot, String title, String kind, String state, Instant at) {}

    /**
     * A mail about a ballot.
     *
     * @param voters those for whom its receiver votes, by name
     */
    public record BallotMail(String kind, List<String> voters, String state, Instant at, int tries) {
        public BallotMail {
            voters = voters == null ? List.of() : List.copyOf(voters);
        }
    }

    /** How many mails of a kind there are. */
    public record Count(long sent, long waiting, long refused, long uncertain) {}

    /**
     * What became of a ballot's mails.
     *
     * @param unreached the voters none of whose people can be told by mail
     */
    public record Sent(Map<String, Count> kinds, List<String> unreached) {
        public Sent {
            kinds = kinds == null ? Map.of() : new TreeMap<>(kinds);
            unreached = unreached == null ? List.of() : List.copyOf(unreached);
        }
    }

    private final MandateService mandate;

    Notices(MandateService mandate) {
        this.mandate = mandate;
    }

    public Reply<Preferences> mine(Visit visit) {
        return mandate.client().get(visit, "/my/notices", new TypeReference<>() {});
    }

    public Reply<Preferences> choose(Visit visit, boolean opened, boolean closing, boolean declared) {
        return mandate.client()
                .send(
                        visit,
                        "PUT",
                        "/my/notices",
                        Map.of("opened", opened, "closing", closing, "declared", declared),
                        null,
                        new TypeReference<>() {});
    }

    /** The latest mails that were written for the person. */
    public Reply<List<OwnMail>> sentToMe(Visit visit) {
        return mandate.client()
                .get(visit, "/my/notices/sent", new TypeReference<Page<OwnMail>>() {})
                .map(Page::items);
    }

    public Reply<Sent> ofBallot(Visit visit, UUID ballot) {
        return mandate.client().get(visit, "/ballots/" + ballot + "/notices", new TypeReference<>() {});
    }

    public Reply<Page<BallotMail>> mails(Visit visit, UUID ballot, @Nullable String cursor, int limit) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("cursor", cursor);
        asked.put("limit", limit);
        return mandate.client()
                .get(
                        visit,
                        "/ballots/" + ballot + "/notices/mails" + ServiceClient.query(asked),
                        new TypeReference<>() {});
    }
}
