package org.folkmoot.local.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the neighbourhood teams of a story do, and for how many people. Bodies of requests stand in it as in {@link Script}.
 *
 * @param place in which the neighbourhoods lie
 * @param toolkit what the Data Security and Protection Toolkit says of an organisation with which a record is shared
 * @param people who is there beside the people of every ICS
 * @param cohorts the people who are referred: the first of the list of patients are those of the first cohort
 */
record NeighbourhoodScript(
        JsonNode place,
        List<JsonNode> neighbourhoods,
        Toolkit toolkit,
        List<Person> people,
        List<Team> teams,
        List<Cohort> cohorts,
        Words words) {

    NeighbourhoodScript {
        people = List.copyOf(people);
        cohorts = List.copyOf(cohorts);
    }

    /**
     * A team.
     *
     * @param lead the username of who leads it and looks at what comes in
     * @param caseManagers the usernames of those who own people's care, in turn
     * @param capacity what it says in the end that it can take on
     */
    record Team(
            String name,
            String neighbourhood,
            String relation,
            List<String> services,
            String formedOn,
            String lead,
            List<String> caseManagers,
            List<Member> members,
            JsonNode capacity) {}

    /**
     * The toolkit's list, as far as the story needs it.
     *
     * @param asAt the day on which it was taken
     * @param list its lines
     */
    record Toolkit(String organisation, String asAt, List<String> list) {}

    /**
     * An offer of the first of a cohort to another team.
     *
     * @param answer what that team does, as the last part of its address; absent while it has not answered
     */
    record Transfer(String to, @Nullable String answer) {}

    /** Somebody in a team. */
    record Member(
            String person,
            String sector,
            String role,
            @Nullable String organisation) {}

    /**
     * People whose referrals go the same way, and were submitted one after the other between two days.
     *
     * @param team to which they are referred
     * @param practice by which, if it is that of {@code voter}; one of the neighbourhood's after the other if absent
     * @param end how far they came
     * @param people how many
     * @param from days ago on which the first was submitted
     * @param to days ago on which the last was
     * @param fastest in how many days the first to be assessed was
     * @param slowest in how many days the last was
     * @param onTo the team to which they are redirected
     * @param caseManager who owns their care; one of the team's after the other if absent
     * @param handedTo to whom their care is offered
     * @param sharedWith the organisation with which the record of the first of them is shared
     */
    record Cohort(
            String team,
            @Nullable String practice,
            End end,
            int people,
            int from,
            int to,
            int fastest,
            int slowest,
            @Nullable String onTo,
            @Nullable String caseManager,
            @Nullable String handedTo,
            @Nullable Transfer transfer,
            @Nullable String sharedWith) {

        /** Days ago on which that one of them was submitted. */
        int submitted(int place) {
            return people == 1 ? from : from + (to - from) * place / (people - 1);
        }

        /** After how many days that one of them was assessed: not in the order in which they came. */
        int assessedAfter(int place) {
            return fastest + (slowest - fastest) * (place * 11 % people) / Math.max(1, people - 1);
        }
    }

    /** How far a referral came. */
    enum End {
        // In this order: what comes later has been through acceptance, and then through an assessment.
        DRAFT,
        SUBMITTED,
        IN_TRIAGE,
        RETURNED,
        REDIRECTED,
        ACCEPTED,
        PAUSED,
        ASSESSMENT,
        IN_CARE,
        PLANNED,
        CLOSED;

        @JsonCreator
        static End of(String slug) {
            return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Whether somebody owns the person's care, or did. */
        boolean isAccepted() {
            return compareTo(ACCEPTED) >= 0;
        }

        boolean isAssessed() {
            return compareTo(IN_CARE) >= 0;
        }
    }

    /**
     * What people write.
     *
     * @param updates to the practice: on acceptance, assessment, the plan, and a review
     */
    record Words(
            List<String> reasons,
            List<String> findings,
            List<String> goals,
            List<String> activities,
            String contingency,
            String reviewed,
            List<String> updates,
            List<String> advice,
            String redirection,
            String closing,
            String handover,
            String transfer,
            String sharing,
            String discussed,
            String todo) {

        /** That of a list which it is somebody's turn to have. */
        static String turn(List<String> words, int number) {
            return words.get(number % words.size());
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The story of the teams of Greenwich. */
    static NeighbourhoodScript greenwich() {
        try (InputStream text =
                Objects.requireNonNull(NeighbourhoodScript.class.getResourceAsStream("neighbourhood.json"))) {
            return JSON.readValue(text, NeighbourhoodScript.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the story of the neighbourhood teams cannot be read", e);
        }
    }
}
