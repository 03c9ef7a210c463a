package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a story. Bodies of requests stand in it as they are sent, but for days, which are written as periods from
 * the day of the telling ({@code P12M}), and for people, who are written with their usernames.
 *
 * @param group the group's name
 * @param icb the code of the board in whose ICS it is
 * @param networks whose practices it speaks for
 * @param people who is there beside the people of every ICS
 * @param constitution its first, with {@code content}, {@code reason} and {@code effectiveFrom}
 * @param terms who takes which seat
 * @param motions what is moved, in this order
 * @param reading how confident practices are asked to say they are
 */
record Script(
        String group,
        String icb,
        List<Network> networks,
        List<Person> people,
        JsonNode constitution,
        List<Term> terms,
        List<Motion> motions,
        Withdrawal withdrawal,
        Powers powers,
        Reading reading) {

    /**
     * A network, and the first name of the person whom all of its practices have named as their voter.
     */
    record Network(String code, String voter) {

        /** That person, speaking for these practices. */
        Person voter(List<String> practices) {
            return new Person(voterName(), voter, "Voter", "practice-voter", practices);
        }

        String voterName() {
            return "voter-" + code.toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A person takes a seat.
     *
     * @param organisation which appointed them
     * @param motion the title of the election that they won
     */
    record Term(
            String seat,
            String person,
            String cameBy,
            @Nullable String organisation,
            @Nullable String motion,
            String until) {}

    /**
     * A motion and what becomes of it.
     *
     * @param motion the body of the request
     * @param order in which practices are gone through: by {@code code}, or by {@code list}, the smallest first
     * @param votes how they vote; none if it is not put to a ballot
     * @param outcome how the ballot ends, for one that does
     * @param closes when the ballot closes, for one that stays open
     */
    record Motion(
            JsonNode motion,
            String proposer,
            String order,
            List<Votes> votes,
            @Nullable String outcome,
            @Nullable String closes,
            List<Objection> objections) {

        Motion {
            votes = List.copyOf(votes);
            objections = objections == null ? List.of() : List.copyOf(objections);
        }

        String title() {
            return motion.path("title").asText();
        }
    }

    /**
     * The next few practices vote alike.
     *
     * @param choice absent where they do not vote
     * @param practices how many
     */
    record Votes(@Nullable List<String> choice, int practices) {}

    /** A practice of a network objects, and somebody replies. */
    record Objection(String network, String words, String reply, String answeredBy) {}

    /** A practice of a network withdraws a mandate that it gave. */
    record Withdrawal(String motion, String network, String reason) {}

    /** Powers that hang on a mandate. */
    record Powers(String motion, List<JsonNode> grants) {}

    /**
     * A reading of confidence that stays open.
     *
     * @param closes when it closes
     * @param answers how practices answer, in the order of their codes; those after them do not
     */
    record Reading(String statement, String closes, List<Answers> answers) {
        Reading {
            answers = List.copyOf(answers);
        }
    }

    /**
     * The next few practices answer alike.
     *
     * @param practices how many
     */
    record Answers(String answer, int practices) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The story of the practices of Greenwich. */
    static Script greenwich() {
        try (InputStream text = Objects.requireNonNull(Script.class.getResourceAsStream("greenwich.json"))) {
            return JSON.readValue(text, Script.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the story cannot be read", e);
        }
    }
}
