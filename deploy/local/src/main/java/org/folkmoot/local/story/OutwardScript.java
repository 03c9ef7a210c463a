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
 * What the executive of the group of {@link Script} has to do with others: with the system around general practice, and with
 * its practices. Bodies of requests stand in it as they do there.
 *
 * @param people who is there beside the others
 */
record OutwardScript(
        List<Person> people,
        List<Enquiry> enquiries,
        List<Priority> priorities,
        List<SystemMeeting> systemMeetings,
        List<Bulletin> bulletins,
        List<Recommendation> recommendations) {

    OutwardScript {
        people = List.copyOf(people);
    }

    /**
     * Somebody asks general practice something.
     *
     * @param person who submits it; absent where the partner's own system does
     * @param becomes its state in the end
     * @param workingDays in how many it is to be answered, if another time than the usual was agreed
     * @param assignee who sees to it
     * @param words the answer, what the enquirer is asked back, or why it is closed
     */
    record Enquiry(
            @Nullable String person,
            String becomes,
            @Nullable Integer workingDays,
            @Nullable String assignee,
            @Nullable Asks asks,
            @Nullable String words,
            JsonNode enquiry) {

        String organisation() {
            return enquiry.path("organisation").asText();
        }

        String reference() {
            return enquiry.path("reference").asText();
        }
    }

    /**
     * The first practices of a network are asked because of an enquiry.
     *
     * @param practices how many
     * @param answers what they say, in the order of their codes; those after them say nothing yet
     */
    record Asks(String network, int practices, int workingDays, String words, List<String> answers) {}

    /**
     * Something that general practice sets out to reach.
     *
     * @param person who proposes it
     * @param becomes its position in the end
     * @param motion the title of what puts it to the group
     * @param reached where its measures stand by now
     * @param why it is retired
     */
    record Priority(
            String person,
            String becomes,
            @Nullable String motion,
            List<String> reached,
            @Nullable String why,
            JsonNode priority) {

        Priority {
            reached = reached == null ? List.of() : List.copyOf(reached);
        }

        String title() {
            return priority.path("title").asText();
        }
    }

    /**
     * A meeting of others.
     *
     * @param until how far ahead the dates of its rhythm are entered
     * @param missed a sitting in the past at which nobody was
     * @param held what is said before and after the sitting that is held; absent if none is
     */
    record SystemMeeting(
            JsonNode meeting,
            List<Named> representatives,
            String until,
            @Nullable String missed,
            @Nullable Held held) {

        String body() {
            return meeting.path("body").asText();
        }
    }

    /** Somebody is named for a seat, from today on. */
    record Named(int seat, String person, String until) {}

    /**
     * A sitting that is held.
     *
     * @param person who was there
     */
    record Held(String person, JsonNode brief, JsonNode report) {}

    /**
     * A bulletin.
     *
     * @param notices who takes notice of it; none while it is a draft
     */
    record Bulletin(List<Notice> notices, JsonNode bulletin) {

        String title() {
            return bulletin.path("title").asText();
        }
    }

    /**
     * How far a bulletin came in a network: in the order of their codes practices answer and acknowledge it, acknowledge it,
     * and read it; the others have it in their list.
     *
     * @param acknowledged how many acknowledge it and do not answer
     * @param read how many read it and do no more
     */
    record Notice(String network, List<String> answers, int acknowledged, int read) {}

    /**
     * What a national body recommends.
     *
     * @param responder who responds
     * @param response what they said; absent while they have not
     */
    record Recommendation(String responder, @Nullable String response, JsonNode recommendation) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The story of the executive of Greenwich among others. */
    static OutwardScript greenwich() {
        try (InputStream text = Objects.requireNonNull(OutwardScript.class.getResourceAsStream("outward.json"))) {
            return JSON.readValue(text, OutwardScript.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the story of the executive among others cannot be read", e);
        }
    }
}
