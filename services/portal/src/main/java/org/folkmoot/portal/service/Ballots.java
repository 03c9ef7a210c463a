package org.folkmoot.portal.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Ballots: who may vote, votes and their receipts, outcomes; proxies; rehearsals. */
@ApplicationScoped
public class Ballots {

    /** One of the majorities that a question needs. */
    public record ClassRule(String name, String franchise, String atLeast, boolean strict, String base, int leastFor) {}

    /** How much participation a question needs. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Quorum(
            String measure,
            @JsonProperty("class") @Nullable String votingClass,
            String atLeast,
            boolean strict,
            boolean abstentionsCount) {}

    /** How a kind of question is decided. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VotingRule(
            List<ClassRule> classes,
            List<Quorum> quorum,
            String tie,
            String visibility,
            @Nullable String transfer) {
        public VotingRule {
            classes = classes == null ? List.of() : List.copyOf(classes);
            quorum = quorum == null ? List.of() : List.copyOf(quorum);
        }

        /** Whether nobody may ever know who voted how. */
        public boolean secret() {
            return visibility.equals("secret");
        }
    }

    /** Those who had closed before they voted, and what their votes could have changed. */
    public record Lapsed(
            List<String> voters,
            @Nullable String outcomeIfFor,
            @Nullable String outcomeIfAgainst,
            @Nullable Boolean decisive) {
        public Lapsed {
            voters = voters == null ? List.of() : List.copyOf(voters);
        }
    }

    /**
     * A ballot.
     *
     * @param hindrance what would keep a scheduled one from opening now, in words; null if nothing does
     */
    public record Ballot(
            UUID id,
            UUID group,
            UUID motion,
            String question,
            String title,
            String state,
            int constitution,
            VotingRule rule,
            String method,
            List<String> options,
            @Nullable Integer seats,
            Instant opensAt,
            @Nullable Instant openedAt,
            Instant closesAt,
            @Nullable Integer electors,
            @Nullable String electorateHash,
            @Nullable String log,
            @Nullable String seedHash,
            @Nullable Instant declaredAt,
            @Nullable String outcome,
            @Nullable Lapsed lapsed,
            @Nullable Instant annulledAt,
            @Nullable String annulledWhy,
            @Nullable String hindrance) {
        public Ballot {
            options = options == null ? List.of() : List.copyOf(options);
        }

        /** Whether votes are taken now. */
        public boolean open() {
            return state.equals("open");
        }

        /** Whether it should have opened, and has not. */
        public boolean overdue(Instant now) {
            return state.equals("scheduled") && !now.isBefore(opensAt);
        }

        /** Whether its outcome is known. */
        public boolean declared() {
            return state.equals("declared");
        }

        /** Whether candidates are ranked. */
        public boolean ranked() {
            return method.equals("ranked");
        }
    }

    /**
     * One who may vote.
     *
     * @param lapsed whether it closed or moved before it voted
     */
    public record Elector(
            String voter,
            String kind,
            String name,
            Map<String, String> weights,
            boolean recused,
            @Nullable String interest,
            boolean present,
            boolean voted,
            boolean lapsed) {
        public Elector {
            weights = weights == null ? Map.of() : new TreeMap<>(weights);
        }
    }

    /**
     * A ballot in the list of the ICS.
     *
     * @param ballot without what would keep it from opening: a list does not say that
     * @param group what its group is called
     * @param voted how many have voted; 0 before it has opened
     */
    public record Listed(Ballot ballot, String group, long voted) {}

    /**
     * A vote that the person may cast in an open ballot.
     *
     * @param voted whether it has been cast
     * @param casting whether it is the chair's casting vote; a voter's own otherwise
     * @param via by whose proxy it is cast; null where the voter is the person's own
     */
    public record VoteToCast(
            UUID ballot,
            String title,
            Instant closesAt,
            String voter,
            String kind,
            String name,
            boolean voted,
            boolean recused,
            boolean casting,
            @Nullable String via) {

        /** Whether it waits for the person. */
        public boolean waits() {
            return !voted && !recused;
        }

        /** For whom it is cast, and how. */
        public String words() {
            return name + (via != null ? " (by proxy)" : casting ? " (casting vote, for a tie)" : "");
        }
    }

    /**
     * How many of a network's electors have voted.
     *
     * @param network its code; null for those that are in none
     */
    public record NetworkTurnout(
            @Nullable String network, @Nullable String name, long electors, long recused, long voted) {

        /** What people call it. */
        public String words() {
            return name != null ? name : network != null ? network : "in no PCN";
        }

        /** The share of those who have voted, in whole per cent, rounded down. */
        public long percent() {
            return voted * 100 / electors;
        }
    }

    /** How many have voted. */
    public record Turnout(
            UUID ballot,
            String state,
            int electors,
            long voted,
            Map<String, String> weights,
            Map<String, String> of,
            long entries) {
        public Turnout {
            weights = weights == null ? Map.of() : new TreeMap<>(weights);
            of = of == null ? Map.of() : new TreeMap<>(of);
        }
    }

    /** What a voter holds of its vote. */
    public record Receipt(
            UUID ballot,
            String voter,
            String stream,
            long number,
            String hash,
            Instant castAt,
            @Nullable String via,
            @Nullable String seal,
            @Nullable List<String> choice) {
        public Receipt {
            choice = choice == null ? null : List.copyOf(choice);
        }
    }

    /** An entry of the log, as far as it may be seen. */
    public record LogLine(
            long entry,
            String hash,
            @Nullable String voter,
            @Nullable List<String> choice,
            @Nullable String commitment,
            @Nullable Instant castAt) {
        public LogLine {
            choice = choice == null ? null : List.copyOf(choice);
        }
    }

    /** A ballot to be scheduled. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Schedule(
            Instant opensAt, Instant closesAt, @Nullable List<String> options) {
        public Schedule {
            options = options == null ? null : List.copyOf(options);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Vote(List<String> choice, @Nullable String via) {}

    /** A voter's power to another to vote for it. */
    public record Proxy(
            UUID id,
            UUID group,
            @Nullable UUID ballot,
            String giver,
            String receiver,
            LocalDate from,
            LocalDate until,
            Instant givenAt,
            @Nullable Instant revokedAt) {}

    /** A proxy to be given. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewProxy(
            String giver, String receiver, @Nullable UUID ballot, LocalDate from, LocalDate until) {}

    private static final int MOST = 5_000;

    private final MandateService mandate;
    private final ObjectMapper json;

    Ballots(MandateService mandate, ObjectMapper json) {
        this.mandate = mandate;
        this.json = json;
    }

    public Reply<List<Ballot>> ofGroup(Visit visit, UUID group) {
        return mandate.client().all(visit, "/groups/" + group + "/ballots", Map.of(), MOST, new TypeReference<>() {});
    }

    /**
     * Ballots of the whole ICS.
     *
     * @param wanted the service's parameters: {@code state}, {@code group}, {@code closingWithin}, {@code sort}
     */
    public Reply<Page<Listed>> list(
            Visit visit, Map<String, ? extends @Nullable Object> wanted, @Nullable String cursor, int limit) {
        var asked = new LinkedHashMap<String, @Nullable Object>(wanted);
        asked.put("cursor", cursor);
        asked.put("limit", limit);
        return mandate.client()
                .get(visit, "/ballots" + ServiceClient.query(asked), new TypeReference<Page<JsonNode>>() {})
                .map(page -> new Page<>(page.items().stream().map(this::listed).toList(), page.next()));
    }

    private Listed listed(JsonNode ballot) {
        return new Listed(
                json.convertValue(ballot, Ballot.class),
                ballot.path("groupName").asText(),
                ballot.path("voted").asLong());
    }

    public Reply<Passage> listTable(Visit visit, Map<String, ? extends @Nullable Object> wanted, String type) {
        return mandate.client().pass(visit, "/ballots" + ServiceClient.query(wanted), type);
    }

    public Reply<Ballot> ballot(Visit visit, UUID id) {
        return mandate.client().get(visit, "/ballots/" + id, new TypeReference<>() {});
    }

    public Reply<Ballot> schedule(Visit visit, UUID motion, Schedule schedule, String tag, UUID key) {
        return mandate.client()
                .send(visit, "POST", "/motions/" + motion + "/ballots", schedule, tag, key, new TypeReference<>() {});
    }

    public Reply<Ballot> open(Visit visit, UUID id, String tag) {
        return put(visit, id, "/opening", null, tag, new TypeReference<>() {});
    }

    public Reply<Ballot> declare(Visit visit, UUID id, String tag) {
        return put(visit, id, "/declaration", null, tag, new TypeReference<>() {});
    }

    public Reply<Ballot> annul(Visit visit, UUID id, String reason, String tag) {
        return put(visit, id, "/annulment", Map.of("reason", reason), tag, new TypeReference<>() {});
    }

    public Reply<List<Elector>> electorate(Visit visit, UUID id) {
        return mandate.client().all(visit, "/ballots/" + id + "/electorate", Map.of(), MOST, new TypeReference<>() {});
    }

    /** The votes that the person may cast: for seats, by who held them when the ballot opened; by proxy, too. */
    public Reply<List<VoteToCast>> toCast(Visit visit) {
        return mandate.client()
                .get(visit, "/my/votes", new TypeReference<Page<VoteToCast>>() {})
                .map(Page::items);
    }

    public Reply<Passage> electorateTable(Visit visit, UUID id, String type) {
        return mandate.client().pass(visit, "/ballots/" + id + "/electorate", type);
    }

    /** How many have voted in each network, that with the smallest share first. */
    public Reply<List<NetworkTurnout>> networks(Visit visit, UUID id) {
        return mandate.client()
                .get(visit, "/ballots/" + id + "/turnout/networks", new TypeReference<Page<NetworkTurnout>>() {})
                .map(Page::items);
    }

    public Reply<Passage> networksTable(Visit visit, UUID id, String type) {
        return mandate.client().pass(visit, "/ballots/" + id + "/turnout/networks", type);
    }

    public Reply<Turnout> turnout(Visit visit, UUID id) {
        return mandate.client().get(visit, "/ballots/" + id + "/turnout", new TypeReference<>() {});
    }

    /** Tells the turnout each time that it has changed, until the ballot closes. Blocks meanwhile. */
    public void follow(Visit visit, UUID id, Predicate<Turnout> wantsMore) {
        mandate.client().follow(visit, "/ballots/" + id + "/turnout/live", Turnout.class, wantsMore);
    }

    public Reply<Page<LogLine>> log(Visit visit, UUID id, @Nullable String cursor, int limit) {
        return mandate.client()
                .get(
                        visit,
                        "/ballots/" + id + "/log"
                                + ServiceClient.query(
                                        cursor == null
                                                ? Map.of("limit", limit)
                                                : Map.of("cursor", cursor, "limit", limit)),
                        new TypeReference<>() {});
    }

    public Reply<Page<String>> checkpoints(Visit visit, UUID id) {
        return mandate.client().get(visit, "/ballots/" + id + "/checkpoints", new TypeReference<>() {});
    }

    /** The ballot file, to read. */
    public Reply<JsonNode> file(Visit visit, UUID id) {
        return mandate.client().get(visit, "/ballots/" + id + "/file", new TypeReference<>() {});
    }

    /** The ballot file to the letter, to take away. */
    public Reply<Passage> wholeFile(Visit visit, UUID id) {
        return mandate.client().pass(visit, "/ballots/" + id + "/file", "application/json");
    }

    /**
     * Casts a vote, or replaces it.
     *
     * @param via the elector whose proxy is used; null where the person speaks for the voter
     */
    public Reply<Receipt> cast(
            Visit visit, UUID id, String voter, List<String> choice, @Nullable String via, UUID key) {
        return mandate.client()
                .send(
                        visit,
                        "PUT",
                        "/ballots/" + id + "/votes/" + ServiceClient.segment(voter),
                        new Vote(choice, via),
                        null,
                        key,
                        new TypeReference<>() {});
    }

    /** Gives the chair's casting vote, which counts only where there is a tie. */
    public Reply<Receipt> castingVote(Visit visit, UUID id, String seat, String choice, UUID key) {
        return mandate.client()
                .send(
                        visit,
                        "PUT",
                        "/ballots/" + id + "/casting-votes/" + ServiceClient.segment(seat),
                        new Vote(List.of(choice), null),
                        null,
                        key,
                        new TypeReference<>() {});
    }

    public Reply<Receipt> receipt(Visit visit, UUID id, String voter) {
        return mandate.client()
                .get(visit, "/ballots/" + id + "/votes/" + ServiceClient.segment(voter), new TypeReference<>() {});
    }

    public Reply<Elector> recuse(Visit visit, UUID id, String voter, String reason) {
        return put(
                visit,
                id,
                "/recusals/" + ServiceClient.segment(voter),
                Map.of("reason", reason),
                null,
                new TypeReference<>() {});
    }

    /** Notes that an elector is there, for rules whose base counts that. */
    public Reply<Elector> present(Visit visit, UUID id, String voter) {
        return put(visit, id, "/presences/" + ServiceClient.segment(voter), null, null, new TypeReference<>() {});
    }

    public Reply<Page<Proxy>> proxies(Visit visit, UUID group) {
        return mandate.client().get(visit, "/groups/" + group + "/proxies", new TypeReference<>() {});
    }

    public Reply<Proxy> giveProxy(Visit visit, UUID group, NewProxy proxy, UUID key) {
        return mandate.client().create(visit, "/groups/" + group + "/proxies", proxy, key, new TypeReference<>() {});
    }

    public Reply<Proxy> proxy(Visit visit, UUID id) {
        return mandate.client().get(visit, "/proxies/" + id, new TypeReference<>() {});
    }

    public Reply<Proxy> revoke(Visit visit, UUID id, String tag) {
        return mandate.client()
                .send(visit, "PUT", "/proxies/" + id + "/revocation", null, tag, new TypeReference<>() {});
    }

    /** What a ballot file would give: the declaration. */
    public Reply<JsonNode> rehearse(Visit visit, Object file) {
        return mandate.client().send(visit, "POST", "/rehearsals", file, null, new TypeReference<>() {});
    }

    private <T> Reply<T> put(
            Visit visit, UUID id, String step, @Nullable Object body, @Nullable String tag, TypeReference<T> type) {
        return mandate.client().send(visit, "PUT", "/ballots/" + id + step, body, tag, type);
    }
}
