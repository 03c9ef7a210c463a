package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Tells what the executive of Greenwich has to do with others, from wherever it was left: a trust asks, by its people and by
 * its own system; priorities are proposed and adopted; somebody sits at a meeting of others with a brief and reports back,
 * while another chair stays empty; practices take notice of a bulletin; national bodies recommend. It begins where
 * {@link ExecutiveStory} ends.
 */
public final class OutwardStory {

    private static final String MANAGER = "manager";
    private static final String SECRETARY = "secretary";

    /** A brief is written before its sitting begins, so there is a little time until it. */
    private static final Duration BEFORE_A_SITTING = Duration.ofSeconds(75);

    private final OutwardScript script = OutwardScript.greenwich();
    private final Script people = Script.greenwich();
    private final Company company;
    private final PartnerSystem partner;
    private final Desk mandate;
    private final Desk desk;
    private final Clock clock;
    private final Pauses pauses;
    private final Consumer<String> progress;

    /**
     * @param mandate the people, as they speak with the mandate service
     * @param executive the same people, as they speak with the executive service
     * @param partner the own system of a partner
     * @param progress is told what has happened, a line each
     */
    public OutwardStory(
            Company mandate, Company executive, PartnerSystem partner, Clock clock, Consumer<String> progress) {
        this(mandate, executive, partner, clock, Pauses.of(clock), progress);
    }

    OutwardStory(
            Company mandate,
            Company executive,
            PartnerSystem partner,
            Clock clock,
            Pauses pauses,
            Consumer<String> progress) {
        this.company = executive;
        this.partner = partner;
        this.mandate = new Desk(mandate);
        this.desk = new Desk(executive);
        this.clock = clock;
        this.pauses = pauses;
        this.progress = progress;
    }

    /**
     * Tells it to its end.
     *
     * @return how far it came, in a sentence
     * @throws StoryBroken when something cannot happen as the script has it; another telling goes on from there
     */
    public String tell() {
        Days days = Days.from(clock.instant());
        var patience = new Patience("executive", clock, pauses);
        String group = ExecutiveStory.group(mandate);
        script.people().forEach(company::admit);
        Map<String, String> sittings = new HashMap<>();
        for (OutwardScript.SystemMeeting meeting : script.systemMeetings()) {
            represent(group, meeting, days).ifPresent(sitting -> sittings.put(meeting.body(), sitting));
        }
        script.enquiries().forEach(enquiry -> see(group, enquiry, days, patience));
        script.priorities().forEach(priority -> pursue(group, priority, days, patience));
        script.bulletins().forEach(bulletin -> publish(group, bulletin, days));
        script.recommendations().forEach(recommendation -> respond(group, recommendation, days));
        for (OutwardScript.SystemMeeting meeting : script.systemMeetings()) {
            OutwardScript.Held held = meeting.held();
            String sitting = sittings.get(meeting.body());
            if (held != null && sitting != null) {
                report(held, sitting);
            }
        }
        return summary(group);
    }

    /** A partner's enquiry, brought as far as the script has it. */
    private void see(String group, OutwardScript.Enquiry told, Days days, Patience patience) {
        JsonNode enquiry = received(told, days, patience);
        String path = "/enquiries/" + id(enquiry);
        if (told.becomes().equals("received")) {
            return;
        }
        if (state(enquiry).equals("received")) {
            ObjectNode agreed = Desk.body();
            if (told.workingDays() != null) {
                agreed.put("workingDays", told.workingDays());
            }
            enquiry = desk.change(path, MANAGER, path + "/acknowledgement", agreed);
        }
        String assignee = told.assignee();
        if (assignee == null) {
            if (state(enquiry).equals("acknowledged")) {
                ObjectNode closing = Desk.body().put("how", "not-for-us").put("why", told.words());
                desk.change(path, MANAGER, path + "/closing", closing);
            }
            return;
        }
        if (state(enquiry).equals("acknowledged")) {
            Company.Account account = company.account(assignee);
            ObjectNode assignment = Desk.body()
                    .put("group", group)
                    .put("assignee", account.subject())
                    .put("assigneeName", account.name());
            enquiry = desk.change(path, MANAGER, path + "/assignment", assignment);
        }
        OutwardScript.Asks asks = told.asks();
        if (asks != null) {
            ask(asks, enquiry, path);
        }
        if (!state(enquiry).equals("assigned")) {
            return;
        }
        if (told.becomes().equals("answered")) {
            desk.change(path, assignee, path + "/answer", Desk.body().put("answer", told.words()));
        }
        if (told.becomes().equals("awaiting-enquirer")) {
            ObjectNode pause =
                    Desk.body().put("reason", "more-information-needed").put("words", told.words());
            desk.change(path, assignee, path + "/pause", pause);
        }
    }

    /** The enquiry, which comes now if it has not come yet. */
    private JsonNode received(OutwardScript.Enquiry told, Days days, Patience patience) {
        String path = "/enquiries?organisation=" + told.organisation();
        Predicate<JsonNode> same = each -> each.path("reference").asText().equals(told.reference());
        Optional<JsonNode> known = desk.find(MANAGER, path, same);
        if (known.isPresent()) {
            return known.get();
        }
        String person = told.person();
        if (person == null) {
            partner.submit(event(told), told.enquiry());
            patience.await(
                    "the enquiry " + told.reference(),
                    () -> desk.find(MANAGER, path, same).isPresent());
            progress.accept(told.organisation() + " asks over Kafka: " + told.reference());
        } else {
            desk.create(person, "/enquiries", days.in(told.enquiry()));
        }
        return desk.find(MANAGER, path, same)
                .orElseThrow(() -> new StoryBroken("what was asked is not there: " + told.reference()));
    }

    /** The same whenever it is told: what was written and not answered yet can be written again. */
    private static UUID event(OutwardScript.Enquiry told) {
        return UUID.nameUUIDFromBytes((told.organisation() + " " + told.reference()).getBytes(StandardCharsets.UTF_8));
    }

    private void ask(OutwardScript.Asks asks, JsonNode enquiry, String path) {
        List<String> practices = practicesOf(asks.network());
        if (practices.size() < asks.practices()) {
            throw new StoryBroken("the network " + asks.network() + " has " + practices.size() + " practices");
        }
        if (enquiry.path("asked").asInt() == 0) {
            ObjectNode body = Desk.body().put("words", asks.words()).put("workingDays", asks.workingDays());
            ArrayNode codes = body.putArray("practices");
            practices.subList(0, asks.practices()).forEach(codes::add);
            desk.create(MANAGER, path + "/asks", body);
        }
        List<JsonNode> asked = desk.list(MANAGER, "/asks?enquiry=" + id(enquiry));
        for (int answer = 0; answer < asks.answers().size(); answer++) {
            String practice = practices.get(answer);
            ObjectNode body = Desk.body().put("answer", asks.answers().get(answer));
            asked.stream()
                    .filter(each -> each.path("practice").asText().equals(practice) && !each.has("answer"))
                    .map(each -> "/asks/" + id(each))
                    .forEach(one -> desk.change(one, voterOf(asks.network()), one + "/answer", body));
        }
    }

    /** A priority, brought as far as the script has it. */
    private void pursue(String group, OutwardScript.Priority told, Days days, Patience patience) {
        JsonNode body = days.in(told.priority());
        JsonNode priority = desk.thereOrMade(MANAGER, told.person(), "/groups/" + group + "/priorities", "title", body);
        String path = "/priorities/" + id(priority);
        String why = told.why();
        if (why != null && position(priority).equals("proposed")) {
            desk.change(path, MANAGER, path + "/retirement", Desk.body().put("reason", why));
        }
        String motion = told.motion();
        if (motion == null) {
            return;
        }
        if (position(priority).equals("proposed")) {
            ObjectNode shape = body.deepCopy();
            shape.remove("proposedFor");
            priority = desk.change(path, MANAGER, path + "/shape", shape);
        }
        if (position(priority).equals("shaped") && !priority.has("motion")) {
            priority = desk.change(path, MANAGER, path + "/motion", Desk.body().put("motion", motion(group, motion)));
        }
        if (told.becomes().equals("shaped")) {
            return;
        }
        patience.await(
                "the ballot on \"" + motion + "\"",
                () -> !position(desk.get(MANAGER, path)).equals("shaped"));
        priority = desk.get(MANAGER, path);
        if (told.becomes().equals("in-progress") && position(priority).equals("adopted")) {
            priority = desk.change(path, MANAGER, path + "/beginning", null);
        }
        if (!told.reached().isEmpty() && !priority.at("/measures/0").has("reached")) {
            ObjectNode measured = Desk.body();
            told.reached().forEach(measured.putArray("reached")::add);
            desk.change(path, MANAGER, path + "/measures", measured);
        }
    }

    private String motion(String group, String title) {
        return id(mandate.find(
                        SECRETARY,
                        "/groups/" + group + "/motions",
                        each -> each.path("title").asText().equals(title))
                .orElseThrow(() -> new StoryBroken("there is no motion called \"" + title + "\"")));
    }

    /**
     * A meeting of others with its dates and who sits there.
     *
     * @return the sitting that is held, with its brief
     */
    private Optional<String> represent(String group, OutwardScript.SystemMeeting told, Days days) {
        String meeting = id(desk.thereOrMade(
                MANAGER, MANAGER, "/groups/" + group + "/system-meetings", "body", days.in(told.meeting())));
        String path = "/system-meetings/" + meeting;
        told.representatives().forEach(named -> name(group, path, named, days));
        String dates = "/groups/" + group + "/sittings?meeting=" + meeting;
        String missed = told.missed();
        if (missed != null
                && desk.find(MANAGER, dates, each -> days.isAlreadyOver(startsAt(each)))
                        .isEmpty()) {
            desk.create(
                    MANAGER,
                    path + "/sittings",
                    Desk.body().put("startsAt", days.evening(missed).toString()));
        }
        if (desk.find(MANAGER, dates, each -> days.isAhead(startsAt(each))).isEmpty()) {
            desk.say(
                    MANAGER,
                    path + "/dates",
                    Desk.body().put("until", days.day(told.until()).toString()));
        }
        OutwardScript.Held held = told.held();
        return held == null ? Optional.empty() : Optional.of(briefed(path, dates, held));
    }

    private void name(String group, String path, OutwardScript.Named named, Days days) {
        boolean known = desk.find(
                        MANAGER,
                        path + "/representatives",
                        each -> each.path("seat").asInt() == named.seat())
                .isPresent();
        if (!known) {
            Company.Account account = company.account(named.person());
            desk.create(
                    MANAGER,
                    path + "/representatives",
                    Desk.body()
                            .put("seat", named.seat())
                            .put("person", account.subject())
                            .put("personName", account.name())
                            .put("mandate", mandateOf(group))
                            .put("from", days.today().toString())
                            .put("until", days.day(named.until()).toString()));
        }
    }

    private String mandateOf(String group) {
        String title = people.powers().motion();
        return id(mandate.find(
                        SECRETARY,
                        "/groups/" + group + "/mandates",
                        each -> each.path("title").asText().equals(title))
                .orElseThrow(() -> new StoryBroken("there is no mandate called \"" + title + "\"")));
    }

    /** The sitting that is held soon, or was: the one with a brief. One that began without is left as it is. */
    private String briefed(String path, String dates, OutwardScript.Held held) {
        JsonNode sitting = desk.find(MANAGER, dates, each -> each.path("briefs").asInt() > 0 || isSoon(startsAt(each)))
                .orElseGet(() -> desk.create(
                        MANAGER,
                        path + "/sittings",
                        Desk.body()
                                .put(
                                        "startsAt",
                                        clock.instant()
                                                .plus(BEFORE_A_SITTING)
                                                .truncatedTo(ChronoUnit.MINUTES)
                                                .toString())));
        String one = "/sittings/" + id(sitting);
        if (sitting.path("briefs").asInt() == 0) {
            desk.change(one, MANAGER, one + "/brief", held.brief());
        }
        return one;
    }

    private boolean isSoon(Instant startsAt) {
        Instant now = clock.instant();
        return startsAt.isAfter(now.plusSeconds(5)) && startsAt.isBefore(now.plus(BEFORE_A_SITTING));
    }

    /** Whoever was there reports back, once it has begun. */
    private void report(OutwardScript.Held held, String sitting) {
        JsonNode before = desk.get(MANAGER, sitting);
        if (!before.has("reportBack")) {
            pauses.until(startsAt(before));
            desk.change(sitting, held.person(), sitting + "/report", held.report());
            progress.accept(before.path("body").asText() + ": reported back");
        }
    }

    private void publish(String group, OutwardScript.Bulletin told, Days days) {
        JsonNode bulletin = desk.thereOrMade(
                MANAGER, MANAGER, "/groups/" + group + "/bulletins", "title", days.in(told.bulletin()));
        if (told.notices().isEmpty()) {
            return;
        }
        String path = "/bulletins/" + id(bulletin);
        if (state(bulletin).equals("draft")) {
            desk.change(path, MANAGER, path + "/publication", null);
        }
        Map<String, JsonNode> recipients = new HashMap<>();
        desk.list(MANAGER, path + "/recipients")
                .forEach(each -> recipients.put(each.path("practice").asText(), each));
        told.notices().forEach(notice -> takeNotice(path, notice, recipients));
    }

    private void takeNotice(String path, OutwardScript.Notice notice, Map<String, JsonNode> recipients) {
        String voter = voterOf(notice.network());
        List<String> practices = practicesOf(notice.network());
        if (practices.stream()
                .map(recipients::get)
                .anyMatch(each -> each != null && state(each).equals("published"))) {
            // That it is in somebody's list is what delivers it.
            desk.list(voter, "/my/bulletins");
        }
        int acknowledged = notice.answers().size() + notice.acknowledged();
        for (int place = 0; place < practices.size(); place++) {
            String practice = practices.get(place);
            JsonNode recipient = recipients.get(practice);
            if (recipient == null) {
                throw new StoryBroken("the executive service has not heard of the practice " + practice);
            }
            if (place < notice.answers().size() && !recipient.has("answer")) {
                ObjectNode answer = Desk.body().put("answer", notice.answers().get(place));
                desk.say(voter, path + "/answers/" + practice, answer);
            }
            if (place < acknowledged && !recipient.has("acknowledgedAt")) {
                desk.say(voter, path + "/acknowledgements/" + practice, null);
            }
            if (place >= acknowledged && place < acknowledged + notice.read() && !recipient.has("readAt")) {
                desk.say(voter, path + "/readings/" + practice, null);
            }
        }
    }

    private void respond(String group, OutwardScript.Recommendation told, Days days) {
        JsonNode recommendation = desk.thereOrMade(
                MANAGER, MANAGER, "/groups/" + group + "/recommendations", "title", days.in(told.recommendation()));
        String path = "/recommendations/" + id(recommendation);
        if (!recommendation.has("responder")) {
            Company.Account account = company.account(told.responder());
            ObjectNode responder = Desk.body().put("person", account.subject()).put("personName", account.name());
            recommendation = desk.change(path, MANAGER, path + "/responder", responder);
        }
        String response = told.response();
        if (response != null && !recommendation.has("response")) {
            desk.change(path, told.responder(), path + "/response", Desk.body().put("response", response));
        }
    }

    private String summary(String group) {
        JsonNode represented =
                desk.get(MANAGER, "/groups/" + group + "/representation").path("total");
        JsonNode published = desk.find(
                        MANAGER,
                        "/groups/" + group + "/bulletins",
                        each -> each.path("title")
                                .asText()
                                .equals(script.bulletins().getFirst().title()))
                .orElseThrow()
                .path("reach");
        return ("%d enquiries, %d priorities; somebody with a mandate sat at %d of %d sittings of others; %d of %d practices"
                        + " have acknowledged the bulletin")
                .formatted(
                        script.enquiries().size(),
                        script.priorities().size(),
                        represented.path("covered").asInt(),
                        represented.path("sittings").asInt(),
                        published.path("acknowledged").asInt(),
                        published.path("practices").asInt());
    }

    private List<String> practicesOf(String network) {
        return company.practicesOf(network).stream().sorted().toList();
    }

    private String voterOf(String network) {
        return people.networks().stream()
                .filter(each -> each.code().equals(network))
                .map(Script.Network::voterName)
                .findFirst()
                .orElseThrow();
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asText();
    }

    private static String state(JsonNode thing) {
        return thing.path("state").asText();
    }

    private static String position(JsonNode priority) {
        return priority.path("position").asText();
    }

    private static Instant startsAt(JsonNode sitting) {
        return Instant.parse(sitting.path("startsAt").asText());
    }
}
