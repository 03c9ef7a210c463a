package org.folkmoot.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a consumer keeps that knows the topics of states alone: of each key the state with the highest version. */
public final class StateProjection {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> OF_A_PRACTICE = List.of(
            "icb",
            "code",
            "name",
            "subIcb",
            "pcn",
            "pcnName",
            "pcnSince",
            "listSize",
            "listAsAt",
            "postcode",
            "openedOn",
            "closedOn");

    private final Map<String, JsonNode> states = new TreeMap<>();

    /** Takes a record in, whichever records of its topic came before it. */
    public StateProjection take(String topic, String key, String data) {
        try {
            JsonNode state = JSON.readTree(data);
            states.merge(
                    topic + " " + key,
                    state,
                    (had, heard) ->
                            heard.path("version").asLong() > had.path("version").asLong() ? heard : had);
            return this;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(data, e);
        }
    }

    /** The open practices of an ICS as {@link #practicesOf} tells them. */
    public List<String> practices(String ics) {
        return open(ics, "practice")
                .map(state -> OF_A_PRACTICE.stream()
                        .map(field -> state.path(field).asText(""))
                        .collect(Collectors.joining("|")))
                .toList();
    }

    /** The open networks of an ICS as {@link #networksOf} tells them. */
    public List<String> networks(String ics) {
        return open(ics, "pcn")
                .map(state ->
                        state.path("code").asText() + "|" + state.path("name").asText() + "|"
                                + state.path("members")
                                        .valueStream()
                                        .map(JsonNode::asText)
                                        .collect(Collectors.joining(",")))
                .toList();
    }

    /** The status that a key of an ICS has. */
    public String status(String ics, String entity, String key) {
        return state(ics, entity, key).path("status").asText();
    }

    /** All that is known of a key of an ICS. */
    public JsonNode state(String ics, String entity, String key) {
        return states.getOrDefault(topic(ics, entity) + " " + key, JSON.missingNode());
    }

    /** The highest version of all. */
    long newest() {
        return states.values().stream()
                .mapToLong(state -> state.path("version").asLong())
                .max()
                .orElse(0);
    }

    private Stream<JsonNode> open(String ics, String entity) {
        return states.entrySet().stream()
                .filter(state -> state.getKey().startsWith(topic(ics, entity) + " "))
                .map(Map.Entry::getValue)
                .filter(state -> state.path("status").asText().equals("open"));
    }

    private static String topic(String ics, String entity) {
        return "ics." + ics + ".registry." + entity + "-state.v1";
    }

    /** What the registry's tables say of the practices of an ICS. */
    public static String practicesOf(String ics) {
        return """
                select concat_ws('|', icb, code, name, coalesce(sub_icb, ''), coalesce(pcn, ''), coalesce(pcn_name, ''),
                    coalesce(pcn_since::text, ''), coalesce(patients::text, ''), coalesce(list_as_at::text, ''),
                    coalesce(postcode, ''), coalesce(opened::text, ''), coalesce(closed::text, ''))
                from practice_on(in_force()) where icb = upper('%s') order by code
                """.formatted(ics);
    }

    /** What the registry's tables say of the networks of an ICS: those in it, and those with members in it. */
    public static String networksOf(String ics) {
        return """
                with member as (select pcn, code, icb from practice_on(in_force()) where pcn is not null)
                select concat_ws('|', n.code, n.name, coalesce(
                    (select string_agg(m.code, ',' order by m.code) from member m where m.pcn = n.code), ''))
                from organisation n
                left join organisation s on s.code = n.commissioner and s.kind = 'sub-icb'
                    and s.valid_from <= in_force() and s.valid_to > in_force()
                where n.valid_from <= in_force() and n.valid_to > in_force() and n.kind = 'pcn'
                  and (exists (select from member m where m.pcn = n.code and m.icb = upper('%1$s'))
                      or s.parent = upper('%1$s')
                         and standing(n.status, n.opened, n.closed, n.first_seen, in_force()) = 'open')
                order by n.code
                """.formatted(ics);
    }
}
