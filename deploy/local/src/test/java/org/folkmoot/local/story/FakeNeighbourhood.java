package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A neighbourhood service in memory, and the registry's areas and the toolkit's list: a referral goes one step after the other, each by somebody who
 * may, on a day that is not ahead; what is to be done lies ahead; a team that takes nobody gets nobody. It hears of
 * neighbourhoods late.
 */
final class FakeNeighbourhood extends FakeService {

    /** After how many tries it has heard of the neighbourhoods. */
    int hearsAfter = 2;

    private final Set<String> numbers = new HashSet<>();
    private int tries;
    private int sharing;

    @Override
    Company.Answer get(String username, String path) {
        return found(path);
    }

    @Override
    Company.Answer create(String username, String[] steps, ObjectNode body) {
        String kind = steps[steps.length - 1];
        switch (kind) {
            case "places", "neighbourhoods" -> mustBe(username, "admin");
            case "teams" -> {
                mustBe(username, "admin");
                if (++tries <= hearsAfter) {
                    return status(400, "invalid-request");
                }
                body.putArray("members");
            }
            case "members" -> {
                mustBe(username, "admin");
                ObjectNode member = thing("members", body).put("lead", false);
                of(steps).withArray("members").add(member);
                return made(member);
            }
            case "capacities" -> {
                mustBeOf(of(steps), username);
                of(steps).set("capacity", body);
                return made(of(steps));
            }
            case "referrals" -> refer(username, body);
            case "mdt-meetings" -> mustBeOf(of(steps), username);
            case "actions" -> {
                mustBeOf(teamOf(of(steps)), username);
                LocalDate today = LocalDate.ofInstant(now, Days.LONDON);
                LocalDate due = LocalDate.parse(body.path("due").asText());
                if (due.isBefore(today) || due.isAfter(today.plusDays(730))) {
                    return status(400, "invalid-request");
                }
            }
            case "assessments" -> assess(username, of(steps), body);
            case "versions" -> {
                mustBeOwnedBy(of(steps), username);
                of(steps).put("plan", "drafted");
            }
            case "reviews" -> {
                mustBeOwnedBy(of(steps), username);
                mustNotBeAhead(LocalDate.parse(body.path("on").asText()), of(steps));
                mustBe(of(steps).path("plan").asText(), "agreed");
            }
            case "pauses", "handovers" -> {
                mustBeOwnedBy(of(steps), username);
                of(steps).put(kind, true);
            }
            case "transfers" -> {
                mustBeOwnedBy(of(steps), username);
                if (body.path("team").asText().equals(of(steps).path("team").asText())) {
                    throw new AssertionError(of(steps) + " is offered to its own team");
                }
                body.put("referral", steps[2]).put("answer", "");
            }
            case "shares" -> {
                mustBeOwnedBy(of(steps), username);
                String organisation = body.path("organisation").asText();
                if (!things.containsKey("/dspt-statuses/" + organisation) || ++sharing <= hearsAfter) {
                    return status(409, "dspt-not-met");
                }
                body.put("referral", steps[2]);
            }
            case "gp-updates" -> {
                mustBeOwnedBy(of(steps), username);
                body.set("practice", of(steps).path("practice"));
                of(steps).put("updates", of(steps).path("updates").asInt() + 1);
            }
            default -> throw new AssertionError("nobody makes " + kind);
        }
        if (kind.equals("mdt-meetings")) {
            body.put("team", steps[2]);
        }
        return made(thing(kind, body));
    }

    @Override
    Company.Answer hand(String username, String path, String file) {
        mustBe(username, "admin");
        mustBe(path, "/dspt-lists");
        file.lines()
                .skip(1)
                .map(row -> row.split(","))
                .forEach(row -> things.put(
                        "/dspt-statuses/" + row[0],
                        Desk.body().put("organisation", row[0]).put("wording", row[1])));
        return new Company.Answer(200, Desk.body(), Optional.empty());
    }

    private void refer(String username, ObjectNode referral) {
        String practice = referral.path("practice").asText();
        boolean speaksFor = (username.equals("voter") && practice.equals("G83001"))
                || PRACTICES.stream()
                        .anyMatch(each -> each.code().equals(practice)
                                && username.equals("voter-" + each.network().toLowerCase(Locale.ROOT)));
        if (!speaksFor) {
            throw new AssertionError(username + " refers for " + practice);
        }
        if (!numbers.add(referral.at("/person/nhsNumber").asText())) {
            throw new AssertionError("somebody is referred twice");
        }
        Objects.requireNonNull(things.get("/teams/" + referral.path("team").asText()));
        referral.put("state", "draft");
    }

    private void assess(String username, ObjectNode referral, JsonNode assessment) {
        mustBeOwnedBy(referral, username);
        if (!Set.of("accepted", "assessment").contains(referral.path("state").asText())) {
            throw new AssertionError(referral + " is assessed");
        }
        referral.put("state", "in-care").set("assessedOn", assessment.path("on"));
        mustNotBeAhead(LocalDate.parse(assessment.path("on").asText()), referral);
    }

    @Override
    Company.Answer change(String username, String[] steps, ObjectNode thing, @Nullable JsonNode body) {
        switch (steps[1]) {
            case "teams" ->
                thing.path("members")
                        .forEach(member -> ((ObjectNode) member)
                                .put("lead", member.path("id").asText().equals(steps[4])));
            case "gp-updates" -> {
                if (!username.startsWith("voter")) {
                    throw new AssertionError(username + " acknowledges");
                }
                thing.put("acknowledged", true);
            }
            case "mdt-meetings" -> {
                mustBeOf(teamOf(thing), username);
                if (steps[3].equals("people") && steps.length == 4) {
                    thing.set("people", body(body).path("referrals"));
                }
                thing.put("state", steps[3].equals("holding") ? "held" : "planned");
            }
            case "referrals" -> referral(username, steps[3], thing, body);
            case "transfers" -> transfer(username, steps[3], thing, body);
            default -> throw new AssertionError("nobody changes " + steps[1]);
        }
        return changed(steps);
    }

    private void transfer(String username, String answer, ObjectNode transfer, @Nullable JsonNode body) {
        mustBeOf(teamOf(transfer), username);
        step(transfer, "answer", "", answer);
        if (answer.equals("acceptance")) {
            String manager = body(body).path("caseManager").asText();
            mustBeOf(teamOf(transfer), manager.replace("subject of ", ""));
            ObjectNode referral = Objects.requireNonNull(
                    things.get("/referrals/" + transfer.path("referral").asText()));
            referral.put("caseManager", manager).set("team", transfer.path("team"));
        }
    }

    private void referral(String username, String deed, ObjectNode referral, @Nullable JsonNode body) {
        switch (deed) {
            case "submission" -> {
                step(referral, "draft", "submitted");
                referral.set("submittedOn", body(body).path("on"));
                if (teamOf(referral).at("/capacity/noReferralsUntil").isTextual()) {
                    throw new AssertionError("the team takes nobody now");
                }
            }
            case "triage" -> {
                mustBeOf(teamOf(referral), username);
                step(referral, "submitted", "in-triage");
            }
            case "return" -> {
                mustBeOf(teamOf(referral), username);
                step(referral, "submitted", "returned");
            }
            case "redirection" -> {
                mustBeOf(teamOf(referral), username);
                step(referral, "submitted", "redirected");
                ObjectNode successor = thing("referrals", Desk.body().put("state", "submitted"));
                successor.set("team", body(body).path("team"));
            }
            case "acceptance" -> {
                mustBeOf(teamOf(referral), username);
                step(referral, "submitted", "accepted");
                String manager = body(body).path("caseManager").asText();
                mustBeOf(teamOf(referral), manager.replace("subject of ", ""));
                referral.put("caseManager", manager);
            }
            case "assessing" -> step(referral, "accepted", "assessment");
            case "care-plan" -> {
                mustBeOwnedBy(referral, username);
                mustNotBeAhead(LocalDate.parse(body(body).path("on").asText()), referral);
                step(referral, "plan", "drafted", "agreed");
            }
            case "closing" -> {
                mustBeOwnedBy(referral, username);
                step(referral, "in-care", "closed");
            }
            default -> throw new AssertionError("nobody asks for " + deed);
        }
        if (body != null && !deed.equals("care-plan")) {
            Instant at = Instant.parse(body.path("on").asText());
            mustNotBeAhead(LocalDate.ofInstant(at, Days.LONDON), referral);
        }
    }

    private void mustNotBeAhead(LocalDate day, JsonNode referral) {
        LocalDate submitted =
                LocalDate.ofInstant(Instant.parse(referral.path("submittedOn").asText()), Days.LONDON);
        if (day.isAfter(LocalDate.ofInstant(now, Days.LONDON)) || day.isBefore(submitted)) {
            throw new AssertionError(day + " of " + referral);
        }
    }

    private static void mustBeOwnedBy(JsonNode referral, String username) {
        mustBe("subject of " + username, referral.path("caseManager").asText());
    }

    private static void mustBeOf(JsonNode team, String username) {
        for (JsonNode member : team.path("members")) {
            if (member.path("subject").asText().equals("subject of " + username)) {
                return;
            }
        }
        throw new AssertionError(username + " is not of the " + team.path("name"));
    }

    private ObjectNode teamOf(JsonNode thing) {
        return Objects.requireNonNull(things.get("/teams/" + thing.path("team").asText()));
    }

    /** The thing at the beginning of a path. */
    private ObjectNode of(String[] steps) {
        return Objects.requireNonNull(things.get("/" + steps[1] + "/" + steps[2]));
    }
}
