package org.folkmoot.benchmark.neighbourhood;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.benchmark.FreshToken;
import org.folkmoot.benchmark.HttpConnection;
import org.folkmoot.benchmark.LocalPlatform;
import org.folkmoot.benchmark.ServiceClient;

/** A practice that refers to a team, and a clinician of that team, of one ICS. */
final class Desk {

    private static final String ICS = "qkk";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalPlatform platform;
    private final ServiceClient service;
    private final FreshToken administrator;
    private final FreshToken practice;
    private final FreshToken clinician;
    private final String code;
    private final String team;
    private final List<String> patients = new ArrayList<>();

    /** @param people how many patients the practice refers, each again and again */
    Desk(LocalPlatform platform, int people) throws IOException {
        this.platform = platform;
        this.service = new ServiceClient(platform, "neighbourhood");
        this.administrator = new FreshToken(platform, ICS, "admin");
        this.practice = new FreshToken(platform, ICS, "voter");
        this.clinician = new FreshToken(platform, ICS, "clinician");
        this.code = claims(practice.get()).path("organisations").path(0).asText();
        this.team = joined();
        for (String number : NhsNumbers.all().limit(people).toList()) {
            patients.add(made("/patients", person(number), practice()));
        }
    }

    /** A team of the story, in which the clinician is. */
    private String joined() throws IOException {
        JsonNode first =
                service.get("/teams", administrator.get()).path("items").path(0);
        if (first.isMissingNode()) {
            throw new IllegalStateException("the story of the local stack has made no team");
        }
        JsonNode clinicianIs = claims(clinician.get());
        String id = first.path("id").asText();
        boolean isMember = first.path("members")
                .valueStream()
                .anyMatch(member -> member.path("subject")
                        .asText()
                        .equals(clinicianIs.path("sub").asText()));
        if (!isMember) {
            made(
                    "/teams/" + id + "/members",
                    Map.of(
                            "subject", clinicianIs.path("sub").asText(),
                            "name", "Clement Clinician",
                            "sector", "community-nursing",
                            "role", "Nurse"),
                    administrator.get());
        }
        return id;
    }

    /** The request that refers one of the patients, with a key of its own. */
    byte[] referral(int number) throws IOException {
        return HttpConnection.post(
                "/referrals",
                json(Map.of(
                        "patient",
                        patients.get(number % patients.size()),
                        "team",
                        team,
                        "practice",
                        code,
                        "priority",
                        "routine",
                        "reason",
                        "Falls at home, lives alone, several medicines; please assess and plan with the family.",
                        "submit",
                        true)),
                "Accept: application/json",
                "Authorization: Bearer " + practice(),
                "Idempotency-Key: " + UUID.randomUUID());
    }

    /** A token of somebody in the team. */
    String clinician() throws IOException {
        synchronized (clinician) {
            return clinician.get();
        }
    }

    private String practice() throws IOException {
        synchronized (practice) {
            return practice.get();
        }
    }

    String worklist() {
        return "/referrals?list=team&team=" + team + "&open=true&sort=due&limit=50";
    }

    /** The referrals on the first pages of the worklist. */
    List<String> some(int pages) throws IOException {
        var ids = new ArrayList<String>();
        String next = "";
        for (int page = 0; page < pages && next != null; page++) {
            JsonNode rows = service.get(worklist() + next, clinician());
            rows.path("items").forEach(row -> ids.add(row.path("id").asText()));
            next = rows.hasNonNull("next") ? "&cursor=" + rows.path("next").asText() : null;
        }
        return ids;
    }

    HttpConnection connect() throws IOException {
        return new HttpConnection("localhost", platform.port("neighbourhood"));
    }

    private String made(String path, Map<String, ?> body, String token) throws IOException {
        return ServiceClient.json(service.send(service.request(path, token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(json(body)))))
                .path("id")
                .asText();
    }

    private Map<String, Object> person(String number) {
        return Map.of(
                "nhsNumber",
                number,
                "familyName",
                "Bench" + number.substring(5),
                "givenName",
                "Person",
                "birthDate",
                LocalDate.of(1940, 1, 1)
                        .plusDays(Long.parseLong(number) % 10_000)
                        .toString(),
                "address",
                "1 High Street, Greenwich",
                "registeredPractice",
                code);
    }

    private static String json(Object body) throws IOException {
        return JSON.writeValueAsString(body);
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
