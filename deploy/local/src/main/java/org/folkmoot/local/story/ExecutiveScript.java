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
 * What the executive of the group of {@link Script} does in a story. Bodies of requests stand in it as in {@link Script}.
 *
 * @param series what meets how often
 * @param items what is proposed for agendas
 * @param plans what is announced ahead
 * @param agenda the next meeting, which is called with all that waits for it
 * @param meeting the one that is held
 * @param decisions what is decided, in this order
 * @param actions who does what
 */
record ExecutiveScript(
        List<JsonNode> series,
        List<Item> items,
        List<JsonNode> plans,
        Agenda agenda,
        Held meeting,
        List<Decision> decisions,
        List<Action> actions) {

    /** Something that a person proposes. */
    record Item(String person, JsonNode item) {}

    /**
     * The agenda of the next meeting of a series.
     *
     * @param kinds of what waits, in the order in which it stands on the agenda
     */
    record Agenda(String series, List<String> kinds) {}

    /**
     * A meeting that is held.
     *
     * @param place where, by which it is known again
     * @param note what came of each item of its agenda
     */
    record Held(String series, String place, String note, String minutes) {}

    /**
     * A decision.
     *
     * @param power the subject of the power that it cites, in whose words it is decided
     * @param planned the title of what was announced; absent if nothing was
     * @param deadline until when others can agree; absent if it is taken now
     * @param becomes whether it is taken, refused or proposed
     */
    record Decision(
            String person,
            String power,
            boolean atTheMeeting,
            @Nullable String planned,
            @Nullable String deadline,
            String becomes,
            List<String> agreedBy,
            JsonNode decision) {

        String title() {
            return decision.path("title").asText();
        }
    }

    /**
     * An action.
     *
     * @param decision the title of the decision from which it comes; absent if it comes from the meeting
     * @param becomes its state in the end
     * @param made how many of its steps are made
     * @param how the evidence, or why it is dropped
     * @param waitsFor the title of another
     */
    record Action(
            @Nullable String decision,
            String owner,
            String becomes,
            int made,
            @Nullable String how,
            @Nullable String waitsFor,
            JsonNode action) {

        String title() {
            return action.path("title").asText();
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The story of the executive of Greenwich. */
    static ExecutiveScript greenwich() {
        try (InputStream text = Objects.requireNonNull(ExecutiveScript.class.getResourceAsStream("executive.json"))) {
            return JSON.readValue(text, ExecutiveScript.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the story of the executive cannot be read", e);
        }
    }
}
