package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service in memory, as far as a story needs one: it keeps what is created by its path, gives it versions, and has a clock of
 * its own. It can be gone after so many writes.
 */
abstract class FakeService {

    static final List<Practice> PRACTICES = StoryTest.practices();
    private static final Duration A_REQUEST = Duration.ofMillis(20);

    final Map<String, ObjectNode> things = new LinkedHashMap<>();
    final List<Person> admitted = new ArrayList<>();
    private final Map<String, Integer> versions = new HashMap<>();
    Instant now = Instant.parse("2026-11-22T09:00:00Z");

    /** How many writes there have been. */
    int writes;

    /** After so many writes the caller is gone. */
    int writesUntilCut = Integer.MAX_VALUE;

    private int ids;

    /** How a service answers. */
    interface Service {
        Company.Answer answer(
                String username, String method, String path, @Nullable JsonNode body, Map<String, String> headers);
    }

    abstract Company.Answer get(String username, String path);

    /** @param steps of the path, the first of them empty */
    abstract Company.Answer create(String username, String[] steps, ObjectNode body);

    /** @param thing at the path's first two steps */
    abstract Company.Answer change(String username, String[] steps, ObjectNode thing, @Nullable JsonNode body);

    /** Whether a change has to name the version that it saw. */
    boolean asksForVersions(String[] steps) {
        return true;
    }

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    void passUntil(Instant moment) {
        now = now.isAfter(moment) ? now : moment;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** All of a kind, {@code actions} for instance. */
    List<ObjectNode> all(String kind) {
        return things.entrySet().stream()
                .filter(thing -> thing.getKey().startsWith("/" + kind + "/"))
                .map(thing -> presented(thing.getKey()))
                .toList();
    }

    /** The people, as they speak with this service. */
    Company company() {
        return people(this::answer);
    }

    /** The people, as they speak with another service. */
    Company people(Service service) {
        return new Company() {
            @Override
            public void admit(Person person) {
                admitted.add(person);
            }

            @Override
            public Account account(String username) {
                return new Account("subject of " + username, "Name of " + username);
            }

            @Override
            public List<String> practicesOf(String network) {
                return PRACTICES.stream()
                        .filter(practice -> practice.network().equals(network))
                        .map(Practice::code)
                        .toList();
            }

            @Override
            public Answer send(
                    String username, String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
                return service.answer(username, method, path.replaceAll("[?&]limit=500", ""), body, headers);
            }

            @Override
            public Answer hand(
                    String username,
                    String path,
                    String file,
                    Map<String, String> fields,
                    Map<String, String> headers) {
                return handed(username, path, file);
            }
        };
    }

    /** A file that somebody hands in. */
    Company.Answer hand(String username, String path, String file) {
        throw new AssertionError(username + " hands in " + path);
    }

    private synchronized Company.Answer handed(String username, String path, String file) {
        now = now.plus(A_REQUEST);
        if (writes >= writesUntilCut) {
            throw new StoryBroken("cut");
        }
        writes++;
        return hand(username, path, file);
    }

    private synchronized Company.Answer answer(
            String username, String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
        now = now.plus(A_REQUEST);
        if (method.equals("GET")) {
            return get(username, path);
        }
        if (writes >= writesUntilCut) {
            throw new StoryBroken("cut");
        }
        writes++;
        String[] steps = path.split("/");
        if (method.equals("POST")) {
            return create(username, steps, Objects.requireNonNull(body).deepCopy());
        }
        String changed = "/" + steps[1] + "/" + steps[2];
        String seen = headers.getOrDefault("If-Match", "");
        if (asksForVersions(steps) && !seen.equals("*") && !seen.equals(tag(changed))) {
            return status(412, "precondition-failed");
        }
        versions.merge(changed, 1, Integer::sum);
        return change(username, steps, Objects.requireNonNull(things.get(changed), changed), body);
    }

    /** The thing at that path, or what the last step of it names: those that are not known to be of something else. */
    Company.Answer found(String path) {
        if (things.containsKey(path)) {
            return new Company.Answer(200, presented(path), Optional.of(tag(path)));
        }
        URI address = URI.create(path);
        String kind = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
        return items(all(kind).stream()
                .filter(thing -> isAskedFor(thing, address.getQuery()))
                .toList());
    }

    private static boolean isAskedFor(JsonNode thing, @Nullable String query) {
        if (query == null) {
            return true;
        }
        String[] asked = query.split("=");
        return !thing.has(asked[0]) || thing.path(asked[0]).asText().equals(asked[1]);
    }

    ObjectNode thing(String kind, ObjectNode body) {
        body.put("id", kind + ++ids);
        things.put("/" + kind + "/" + body.path("id").asText(), body);
        return body;
    }

    String state(String path) {
        return Objects.requireNonNull(things.get(path)).path("state").asText();
    }

    ObjectNode presented(String path) {
        return Objects.requireNonNull(things.get(path)).deepCopy();
    }

    Company.Answer made(ObjectNode thing) {
        return new Company.Answer(201, thing, Optional.empty());
    }

    Company.Answer changed(String[] steps) {
        return new Company.Answer(200, presented("/" + steps[1] + "/" + steps[2]), Optional.empty());
    }

    private String tag(String path) {
        return "\"" + versions.getOrDefault(path, 0) + "\"";
    }

    static JsonNode body(@Nullable JsonNode body) {
        return Objects.requireNonNull(body);
    }

    static void step(ObjectNode thing, String from, String to) {
        step(thing, "state", from, to);
    }

    static void step(ObjectNode thing, String member, String from, String to) {
        if (!thing.path(member).asText().equals(from)) {
            throw new AssertionError(thing + " is not " + from);
        }
        thing.put(member, to);
    }

    static void mustBe(String username, String who) {
        if (!username.equals(who)) {
            throw new AssertionError(username + " does what is for " + who);
        }
    }

    static Company.Answer items(List<? extends JsonNode> items) {
        ObjectNode page = Desk.body();
        page.putArray("items").addAll(items);
        return new Company.Answer(200, page, Optional.empty());
    }

    static Company.Answer status(int status, String problem) {
        return new Company.Answer(status, Desk.body().put("type", "/problems/" + problem), Optional.empty());
    }
}
