package org.folkmoot.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.folkmoot.local.story.Person;

/**
 * Brings a running stack to a state that a person can use: ICSs onboarded, the directory loaded, people to sign in as.
 * Every step does nothing where all is done already.
 */
final class Platform {

    private final Settings settings;
    private final People people;
    private final Consumer<String> progress;

    Platform(Settings settings, People people, Consumer<String> progress) {
        this.settings = settings;
        this.people = people;
        this.progress = progress;
    }

    /** Makes the operator and waits until a token of theirs is served: the first answered request. */
    void admitOperator() {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (true) {
            try {
                people.ensure("platform", People.operator());
                people.askNoSecondFactorAtTerminals("platform");
                new Rest(settings.serviceUrl("tenants"), people.token("platform", "operator"))
                        .get("/ics")
                        .expect(200);
                return;
            } catch (Refusal refusal) {
                if (System.nanoTime() > deadline) {
                    throw refusal;
                }
                Child.pause(Duration.ofMillis(300));
            }
        }
    }

    /** Onboards each ICS and waits until it is served. */
    void onboard(List<String> icbs) {
        for (String icb : icbs) {
            var body = Rest.JSON.createObjectNode().put("code", icb.toUpperCase(Locale.ROOT));
            var known = tenants().get("/ics/" + icb);
            if (known.status() == 404) {
                progress.accept(icb + " is being onboarded");
                tenants()
                        .post(
                                "/ics",
                                "application/json",
                                BodyPublishers.ofString(body.toString()),
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                        .expect(200, 201, 202);
            }
        }
        for (String icb : icbs) {
            awaitActive(icb);
        }
    }

    /** Loads a folder of ODS files. */
    JsonNode loadDirectory(Path folder) {
        return new DirectoryLoad(settings, people).load(folder, progress);
    }

    /** Makes people who act for real organisations of the ICS. */
    void admitPeople(List<String> icbs) {
        for (String icb : icbs) {
            String code = icb.toUpperCase(Locale.ROOT);
            JsonNode practices = registry()
                    .get("/directory/practices?icb=" + code + "&limit=100")
                    .expect(200)
                    .body()
                    .path("items");
            var ofOnePcn = new ArrayList<String>();
            String pcn = "";
            for (JsonNode practice : practices) {
                String network = practice.path("pcn")
                        .path("code")
                        .asText(practice.path("pcn").asText(""));
                if (pcn.isEmpty() && !network.isEmpty()) {
                    pcn = network;
                }
                if (!pcn.isEmpty() && network.equals(pcn)) {
                    ofOnePcn.add(practice.path("code").asText());
                }
            }
            if (ofOnePcn.isEmpty()) {
                progress.accept(icb + " has no practice in a PCN: load its directory first, then people can be made");
                continue;
            }
            people.askNoSecondFactorAtTerminals(icb);
            for (Person person : People.of(code, pcn, ofOnePcn)) {
                people.ensure(icb, person);
            }
        }
    }

    private void awaitActive(String icb) {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        String said = "";
        while (true) {
            JsonNode ics = tenants().get("/ics/" + icb).expect(200).body();
            String state = ics.path("state").asText();
            if (state.equalsIgnoreCase("active")) {
                return;
            }
            if (!state.equals(said)) {
                progress.accept(icb + ": " + state);
                said = state;
            }
            if (System.nanoTime() > deadline) {
                throw new Refusal(icb + " is not served after 2 minutes: " + ics);
            }
            Child.pause(Duration.ofMillis(200));
        }
    }

    private Rest tenants() {
        return new Rest(settings.serviceUrl("tenants"), people.token("platform", "operator"));
    }

    private Rest registry() {
        return new Rest(settings.serviceUrl("registry"), people.token("platform", "operator"));
    }
}
