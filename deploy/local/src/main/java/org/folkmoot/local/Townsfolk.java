package org.folkmoot.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.local.story.Company;
import org.folkmoot.local.story.Person;
import org.jspecify.annotations.Nullable;

/** The people of one ICS of this stack, for a story that they tell one of its services. */
final class Townsfolk implements Company {

    private static final String PART = "folkmoot-part";

    private final Settings settings;
    private final People people;
    private final String ics;
    private final String service;

    Townsfolk(Settings settings, People people, String ics, String service) {
        this.settings = settings;
        this.people = people;
        this.ics = ics;
        this.service = service;
    }

    @Override
    public void admit(Person person) {
        people.ensure(ics, person);
    }

    @Override
    public Account account(String username) {
        return People.account(token(username));
    }

    @Override
    public List<String> practicesOf(String network) {
        JsonNode members = new Rest(settings.serviceUrl("registry"), token("secretary"))
                .get("/directory/pcns/" + network)
                .expect(200)
                .body()
                .path("members");
        var practices = new ArrayList<String>();
        for (JsonNode member : members) {
            if (member.path("onRegister").asBoolean()
                    && member.path("icb").asText().equalsIgnoreCase(ics)) {
                practices.add(member.path("code").asText());
            }
        }
        return practices;
    }

    @Override
    public Answer send(
            String username, String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
        var answer = new Rest(settings.serviceUrl(service), token(username)).send(method, path, body, headers);
        return new Answer(answer.status(), answer.body(), answer.tag());
    }

    @Override
    public Answer hand(
            String username, String path, String file, Map<String, String> fields, Map<String, String> headers) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(part("name=\"" + name + "\"", value)));
        body.append(part("name=\"file\"; filename=\"list.csv\"\r\nContent-Type: text/csv", file))
                .append("--" + PART + "--\r\n");
        var answer = new Rest(settings.serviceUrl(service), token(username))
                .post(path, "multipart/form-data; boundary=" + PART, BodyPublishers.ofString(body.toString()), headers);
        return new Answer(answer.status(), answer.body(), answer.tag());
    }

    private static String part(String what, String content) {
        return "--" + PART + "\r\nContent-Disposition: form-data; " + what + "\r\n\r\n" + content + "\r\n";
    }

    private String token(String username) {
        return people.token(ics, username);
    }
}
