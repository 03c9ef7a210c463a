package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A registry in memory, as far as histories need one: it answers a create that it has had with the same answer again, knows
 * no id that it did not give in that ICS, and lets nobody speak for a practice that is not theirs. It can be gone after so
 * many requests, and be gone once before its answer has come.
 */
final class FakeRegistry {

    private static final Pattern NAME = Pattern.compile("\\{[A-Za-z0-9-]+}");

    /** A request that changed something. */
    record Write(String ics, String person, String kind, JsonNode body) {}

    final List<Write> writes = new ArrayList<>();
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, JsonNode> requests = new HashMap<>();
    private final Map<String, Company.Answer> answers = new HashMap<>();
    private final Map<String, JsonNode> things = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    /** How often anybody asked for anything. */
    int asked;

    /** After so many requests it is gone. */
    int askedUntilGone = Integer.MAX_VALUE;

    /** The last word of a path, the first request to which is answered to nobody. */
    String unheard = "";

    /** The last word of a path to which every request is refused. */
    String refused = "";

    /** The people of an ICS. */
    Company companyOf(String ics) {
        return new Company() {
            @Override
            public void admit(Person person) {
                admitted(ics + "/" + person.username(), person);
            }

            @Override
            public Account account(String username) {
                throw new AssertionError("nobody asks for an account");
            }

            @Override
            public List<String> practicesOf(String network) {
                throw new AssertionError("nobody asks for a network");
            }

            @Override
            public Answer send(
                    String username, String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
                return answer(ics, username, path, Objects.requireNonNull(body), headers);
            }

            @Override
            public Answer hand(
                    String username,
                    String path,
                    String file,
                    Map<String, String> fields,
                    Map<String, String> headers) {
                throw new AssertionError("nobody hands in " + path);
            }
        };
    }

    private synchronized void count() {
        if (asked >= askedUntilGone) {
            throw new StoryBroken("gone");
        }
        asked++;
    }

    private synchronized void admitted(String name, Person person) {
        count();
        people.put(name, person);
    }

    private synchronized Company.Answer answer(
            String ics, String username, String path, JsonNode body, Map<String, String> headers) {
        count();
        String[] words = path.split("/");
        String kind = words[words.length - 1];
        if (kind.equals(refused)) {
            return status(409);
        }
        String key = kind.equals("ending") ? null : ics + "/" + headers.get("Idempotency-Key");
        Company.Answer answer = answers.get(key);
        if (answer != null && !body.equals(requests.get(key))) {
            return status(422);
        }
        if (answer == null) {
            answer = changed(ics, username, words, kind, body);
            if (answer.status() < 300) {
                writes.add(new Write(ics, username, kind, body));
            }
            if (key != null) {
                requests.put(key, body);
                answers.put(key, answer);
            }
        }
        if (kind.equals(unheard)) {
            unheard = "";
            throw new StoryBroken("not heard");
        }
        return answer;
    }

    private Company.Answer changed(String ics, String username, String[] words, String kind, JsonNode body) {
        if (NAME.matcher(String.join("/", words) + body).find()) {
            return status(422);
        }
        JsonNode thing = words.length > 3 && !words[1].equals("practices") ? things.get(ics + "/" + words[2]) : body;
        if (thing == null) {
            return status(404);
        }
        boolean may = switch (kind) {
            case "bodies", "links" -> username.equals("manager");
            case "budgets", "spends", "fair-shares", "shared-capabilities", "ending" -> username.equals("admin");
            case "statements" -> username.equals("lmc");
            case "integration-cases", "due-diligence", "decisions" ->
                speaksFor(ics + "/" + username, thing.path("practice").asText());
            default -> throw new AssertionError("nobody asks for " + kind);
        };
        if (!may) {
            return status(403);
        }
        if (kind.equals("ending")) {
            return status(ended.add(words[2]) ? 200 : 409);
        }
        String id = "id" + things.size();
        things.put(ics + "/" + id, body);
        return new Company.Answer(201, Desk.body().put("id", id), Optional.empty());
    }

    private boolean speaksFor(String person, String practice) {
        Person voter = people.get(person);
        return voter != null
                && voter.role().equals("practice-voter")
                && voter.organisations().contains(practice);
    }

    private static Company.Answer status(int status) {
        ObjectNode body = Desk.body().put("title", "status " + status);
        return new Company.Answer(status, body, Optional.empty());
    }
}
