package org.folkmoot.portal.service;

import static org.folkmoot.portal.service.ServiceClient.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.service.Ballots.VotingRule;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Leadership groups: constitutions, seats, standing and mandates. */
@ApplicationScoped
public class Groups {

    /** Whose practices a group speaks for. */
    public record Footprint(String kind, List<String> codes) {
        public Footprint {
            codes = codes == null ? List.of() : List.copyOf(codes);
        }

        /** Whether its codes are ids of places. */
        public boolean ofPlaces() {
            return kind.equals("places");
        }
    }

    /** A version of a statement of purpose. */
    public record Purpose(int number, String words, UUID ballot, Instant adoptedAt) {}

    /** A group. */
    public record Group(
            UUID id,
            String name,
            Footprint footprint,
            Instant foundedAt,
            @Nullable Integer constitution,
            @Nullable Integer proposed,
            @Nullable Purpose purpose) {}

    /** A seat, as a constitution provides it. */
    public record SeatRule(String seat, String name, String kind, List<String> constituency, int termMonths) {
        public SeatRule {
            constituency = constituency == null ? List.of() : List.copyOf(constituency);
        }
    }

    /** By which rule a kind of question is decided. */
    public record QuestionRule(String question, VotingRule rule) {}

    /** A share of constituents that must stand behind a group. */
    public record StandingShare(String of, String atLeast, boolean strict) {

        /** "More than 1/2 of its practices". */
        public String words() {
            return (strict ? "More than " : "At least ") + atLeast + " of its " + (of.equals("pcns") ? "PCNs" : of);
        }
    }

    /** What a constitution says. */
    public record Charter(
            List<SeatRule> seats,
            List<QuestionRule> questions,
            List<StandingShare> standing,
            int mandateMonths,
            String annulledBy) {
        public Charter {
            seats = seats == null ? List.of() : List.copyOf(seats);
            questions = questions == null ? List.of() : List.copyOf(questions);
            standing = standing == null ? List.of() : List.copyOf(standing);
        }
    }

    /** A version of a constitution. */
    public record Constitution(
            int number,
            String state,
            LocalDate effectiveFrom,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String settledBy,
            @Nullable Instant settledAt,
            Charter content) {

        /** Whether it waits for a second person. */
        public boolean proposed() {
            return state.equals("proposed");
        }
    }

    /** A version of a constitution to be proposed. */
    public record NewConstitution(Charter content, LocalDate effectiveFrom, String reason) {}

    /** A group to be founded. */
    public record Founding(String name, Footprint footprint, NewConstitution constitution) {}

    /** A person's time on a seat. */
    public record Term(
            UUID id,
            String seat,
            String holder,
            String holderName,
            String cameBy,
            @Nullable UUID ballot,
            @Nullable String organisation,
            LocalDate from,
            LocalDate until,
            @Nullable LocalDate vacatedOn,
            @Nullable String vacatedWhy) {}

    /** Somebody takes a seat. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewTerm(
            String holder,
            String holderName,
            String cameBy,
            @Nullable UUID ballot,
            @Nullable String organisation,
            LocalDate from,
            LocalDate until) {}

    /** A seat and who holds it. */
    public record Seat(
            String seat,
            String name,
            String kind,
            boolean votes,
            List<String> constituency,
            @Nullable Term term) {
        public Seat {
            constituency = constituency == null ? List.of() : List.copyOf(constituency);
        }
    }

    /** Who stands behind a group, as numbers and as shares. */
    public record Support(
            long practices,
            long ofPractices,
            String practicesShare,
            long patients,
            long ofPatients,
            String patientsShare,
            long pcns,
            long ofPcns,
            String pcnsShare) {}

    /** A mandate in force, and who stands behind it. */
    public record InForce(UUID id, String title, LocalDate until, Support support) {}

    /** Where a group stands; the support is that of the mandate that has most. */
    public record Standing(UUID group, String standing, LocalDate asAt, Support support, List<InForce> mandates) {
        public Standing {
            mandates = mandates == null ? List.of() : List.copyOf(mandates);
        }
    }

    /** What practices authorised a group to do. */
    public record Mandate(
            UUID id,
            UUID group,
            UUID ballot,
            String title,
            List<String> scope,
            List<String> exclusions,
            String state,
            LocalDate from,
            LocalDate until,
            LocalDate review,
            Instant grantedAt,
            @Nullable Instant fellAt,
            long given,
            long withheld,
            long withdrawn) {
        public Mandate {
            scope = scope == null ? List.of() : List.copyOf(scope);
            exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
        }

        /** Whether it counts. */
        public boolean inForce() {
            return state.equals("in-force");
        }
    }

    /** What a practice says to a mandate. */
    public record Position(
            String practice,
            String name,
            String position,
            Instant since,
            @Nullable String reason,
            @Nullable String choice) {

        /** {@code given}, {@code withheld}, {@code withdrawn}, or {@code awaiting} where the practice has said nothing. */
        public String now() {
            return position.equals("withheld") && choice == null ? "awaiting" : position;
        }
    }

    private static final int MOST = 5_000;

    private final MandateService mandate;

    Groups(MandateService mandate) {
        this.mandate = mandate;
    }

    public Reply<List<Group>> all(Visit visit) {
        return mandate.client().all(visit, "/groups", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<Group> group(Visit visit, UUID id) {
        return mandate.client().get(visit, "/groups/" + id, new TypeReference<>() {});
    }

    /** What it said that it is for, the newest version first. */
    public Reply<List<Purpose>> purposes(Visit visit, UUID id) {
        return mandate.client()
                .get(visit, "/groups/" + id + "/purposes", new TypeReference<Page<Purpose>>() {})
                .map(Page::items);
    }

    public Reply<Group> found(Visit visit, Founding founding, UUID key) {
        return mandate.client().create(visit, "/groups", founding, key, new TypeReference<>() {});
    }

    public Reply<Page<Constitution>> constitutions(Visit visit, UUID id) {
        return mandate.client().get(visit, "/groups/" + id + "/constitutions", new TypeReference<>() {});
    }

    public Reply<Constitution> constitution(Visit visit, UUID id, int number) {
        return mandate.client().get(visit, constitutionPath(id, number), new TypeReference<>() {});
    }

    /** The version in force today; refused as not found if there is none. */
    public Reply<Constitution> constitution(Visit visit, UUID id) {
        return mandate.client().get(visit, "/groups/" + id + "/constitution", new TypeReference<>() {});
    }

    public Reply<Constitution> propose(Visit visit, UUID id, NewConstitution constitution, String tag, UUID key) {
        return mandate.client()
                .send(
                        visit,
                        "POST",
                        "/groups/" + id + "/constitutions",
                        constitution,
                        tag,
                        key,
                        new TypeReference<>() {});
    }

    /**
     * Settles a version that is proposed.
     *
     * @param confirmed whether it is confirmed, by a second person, or put aside
     */
    public Reply<Constitution> settle(Visit visit, UUID id, int number, boolean confirmed, String tag) {
        return mandate.client()
                .send(
                        visit,
                        "PUT",
                        constitutionPath(id, number) + (confirmed ? "/confirmation" : "/refusal"),
                        null,
                        tag,
                        new TypeReference<>() {});
    }

    public Reply<Page<Seat>> seats(Visit visit, UUID id) {
        return mandate.client().get(visit, "/groups/" + id + "/seats", new TypeReference<>() {});
    }

    public Reply<Term> term(Visit visit, UUID id, UUID term) {
        return mandate.client().get(visit, "/groups/" + id + "/terms/" + term, new TypeReference<>() {});
    }

    public Reply<Term> fill(Visit visit, UUID id, String seat, NewTerm term, String tag, UUID key) {
        return mandate.client()
                .send(
                        visit,
                        "POST",
                        "/groups/" + id + "/seats/" + segment(seat) + "/terms",
                        term,
                        tag,
                        key,
                        new TypeReference<>() {});
    }

    public Reply<Term> vacate(Visit visit, UUID id, UUID term, LocalDate on, String reason, String tag) {
        return mandate.client()
                .send(
                        visit,
                        "PUT",
                        "/groups/" + id + "/terms/" + term + "/vacancy",
                        Map.of("on", on, "reason", reason),
                        tag,
                        new TypeReference<>() {});
    }

    public Reply<Standing> standing(Visit visit, UUID id) {
        return mandate.client().get(visit, "/groups/" + id + "/standing", new TypeReference<>() {});
    }

    public Reply<List<Mandate>> mandates(Visit visit, UUID group) {
        return mandate.client().all(visit, "/groups/" + group + "/mandates", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<Mandate> mandate(Visit visit, UUID id) {
        return mandate.client().get(visit, "/mandates/" + id, new TypeReference<>() {});
    }

    public Reply<List<Position>> positions(Visit visit, UUID id) {
        return mandate.client().all(visit, "/mandates/" + id + "/positions", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<Passage> positionsTable(Visit visit, UUID id, String type) {
        return mandate.client().pass(visit, "/mandates/" + id + "/positions", type);
    }

    public Reply<Mandate> withdraw(Visit visit, UUID id, String practice, String reason, String tag) {
        return mandate.client()
                .send(
                        visit,
                        "PUT",
                        "/mandates/" + id + "/positions/" + segment(practice) + "/withdrawal",
                        Map.of("reason", reason),
                        tag,
                        new TypeReference<>() {});
    }

    private static String constitutionPath(UUID id, int number) {
        return "/groups/" + id + "/constitutions/" + number;
    }
}
