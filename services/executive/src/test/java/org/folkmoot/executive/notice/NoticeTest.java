package org.folkmoot.executive.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.executive.Executive;
import org.folkmoot.executive.Executive.Delegation;
import org.folkmoot.executive.ExecutiveStack;
import org.folkmoot.executive.ExecutiveTest;
import org.folkmoot.nhs.EnglishWorkingDays;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails about what there is to see to, and bulletins, handed to a real mail server. */
@ExecutiveTest
class NoticeTest {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final Tenant ICS = Tenant.of("qkk");

    @Inject
    WriteNotices write;

    @Inject
    BulletinMails mails;

    @Inject
    TenantScope scope;

    private final String domain = UUID.randomUUID() + ".example";
    private GreenMail server = newServer();

    @BeforeEach
    void begin() {
        server.start();
        // Of what other tests left to be seen to nobody is told.
        Executive.sql("update action set state = 'dropped', ended_at = clock_timestamp(), ended_name = 'Dr Somebody',"
                + " ended_how = 'The test is over' where ended_at is null");
        Executive.sql(
                "update enquiry set state = 'closed', closed_how = 'withdrawn', closed_why = 'The test is over',"
                        + " closed_name = 'Dr Somebody', closed_at = clock_timestamp() where state not in ('answered', 'closed')");
        Executive.sql("update sitting set cancelled_at = clock_timestamp(), cancelled_why = 'The test is over'"
                + " where cancelled_at is null and reported_at is null");
        Executive.sql("update recommendation set set_aside_at = clock_timestamp(), set_aside_why = 'The test is over'"
                + " where set_aside_at is null and responded_at is null");
    }

    @AfterEach
    void end() {
        server.stop();
        Executive.sql(
                "update mailbox set mail = null, reminder = true, digest = true, office = true, bulletin = false");
        Executive.sql("update action set state = 'dropped', ended_at = clock_timestamp(), ended_name = 'Dr Somebody',"
                + " ended_how = 'The test is over' where ended_at is null and owner = '"
                + Executive.subject("practice-voter") + "'");
    }

    @Test
    void an_owner_is_reminded_and_gets_a_digest_and_the_manager_one_of_everybodys_once_each() {
        // Given
        LocalDate day = weekBeginning(1);
        reach("practice-voter");
        reach("executive-manager");
        String decision = Executive.taken(Executive.delegation(Map.of()), Map.of());
        assign(decision, "Write to the trust", day);
        assign(decision, "Meet the trust", day.plusDays(3));

        // When: two replicas look
        for (int replica = 0; replica < 2; replica++) {
            scope.run(ICS, () -> write.write(day));
        }

        // Then
        Executive.await(() -> ended(day, "sent") == 3);
        assertThat(subjects("practice-voter"))
                .containsExactlyInAnyOrder("Reminder: Write to the trust", "Your week: 2 actions, 0 overdue");
        assertThat(subjects("executive-manager"))
                .singleElement()
                .satisfies(subject -> assertThat(subject).startsWith("The executive's week: "));
        assertThat(whole("practice-voter"))
                .anySatisfy(mail -> assertThat(mail)
                        .contains("Due today: Write to the trust.")
                        .contains("https://folkmoot.example/qkk/actions/?mine=true")
                        .contains("https://folkmoot.example/qkk/notices/work/")
                        .contains("Auto-Submitted: auto-generated"));
        Executive.await(() -> ended(day, "sent") == 3);
    }

    @Test
    void whoever_sees_to_an_enquiry_or_owes_a_report_is_told_and_the_manager_of_what_is_nobodys_once_each() {
        // Given: one enquiry due on the day, one that nobody has acknowledged, a report overdue for some weeks
        LocalDate day = weekBeginning(3);
        reach("practice-voter");
        reach("executive-manager");
        Delegation under = Executive.delegation(Map.of());
        String theirs = assigned(under, workingDaysUntil(day));
        String answered = assigned(under, workingDaysUntil(day));
        put("/enquiries/" + answered + "/answer", Map.of("answer", "Twelve."));
        String paused = assigned(under, workingDaysUntil(day));
        put("/enquiries/" + paused + "/pause", Map.of("reason", "more-information-needed", "words", "Where?"));
        enquiry(under);
        LocalDate sat = Stream.iterate(Executive.today().minusDays(1), each -> each.minusDays(1))
                .filter(each -> Reminder.on(day, EnglishWorkingDays.plus(each, 5))
                        .filter(Reminder.OVERDUE::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
        String sitting = sitting(under, sat);

        // When: two replicas look
        for (int replica = 0; replica < 2; replica++) {
            scope.run(ICS, () -> write.write(day));
        }

        // Then
        Executive.await(() -> ended(day, "sent") == 4);
        String asked = "Enquiry of RJ1 of " + DATE.format(Executive.today());
        assertThat(subjects("practice-voter"))
                .containsExactlyInAnyOrder(
                        "Reminder of 2 things to see to", "Your week: 2 things to see to, 1 overdue");
        assertThat(subjects("executive-manager"))
                .containsExactlyInAnyOrder(
                        "Reminder: " + asked + ", not acknowledged yet",
                        "The executive's week: 3 things to see to, 2 overdue");
        assertThat(whole("practice-voter"))
                .allSatisfy(mail -> assertThat(mail)
                        .contains("Due today: " + asked + ".")
                        .contains(": Report back from Primary care committee of " + DATE.format(sat) + ".")
                        .contains("https://folkmoot.example/qkk/notices/work/"))
                .noneMatch(mail -> mail.contains("Phlebotomy"));

        // When: both are done
        put("/enquiries/" + theirs + "/answer", Map.of("answer", "Twelve."));
        Executive.put(Executive.voter("QKK"), "/sittings/" + sitting + "/report", Map.of("report", "They listened."))
                .then()
                .statusCode(200);
        LocalDate later = weekBeginning(4);
        scope.run(ICS, () -> write.write(later));

        // Then
        Executive.await(() -> ended(later, "sent") == 2);
        assertThat(subjects("practice-voter")).hasSize(2);
        assertThat(subjects("executive-manager")).hasSize(4);
    }

    @Test
    void whoever_is_entrusted_with_a_recommendation_is_told_of_the_day_of_the_response() {
        // Given
        LocalDate day = weekBeginning(5);
        reach("practice-voter");
        String recommendation = created(
                "/groups/" + Executive.group() + "/recommendations",
                Map.of(
                        "title",
                        "Digital telephony",
                        "words",
                        "Practices move to it.",
                        "source",
                        "NHS England",
                        "respondBy",
                        day.toString()));
        put(
                "/recommendations/" + recommendation + "/responder",
                Map.of("person", Executive.subject("practice-voter"), "personName", "Dr Somebody"));

        // When
        scope.run(ICS, () -> write.write(day));

        // Then
        Executive.await(() -> ended(day, "sent") == 2);
        assertThat(subjects("practice-voter"))
                .containsExactlyInAnyOrder(
                        "Reminder: Respond to: Digital telephony",
                        "Your week: 1 response to a recommendation, 0 overdue");
    }

    @Test
    void whoever_speaks_for_a_practice_that_is_asked_is_told_the_next_working_day_until_it_has_answered() {
        // Given: two practices are asked, and one has answered
        String practice = "Y84011";
        String silent = "Y84012";
        for (String each : List.of(practice, silent)) {
            Executive.sql("""
                    insert into practice (tenant_id, code, copy, version, name, status, pcn)
                    values ('qkk', '%s', 0, 1, 'Sheringham', 'open', null) on conflict do nothing
                    """.formatted(each));
            reachOf("practice-voter", each, false);
        }
        reach("executive-manager");
        String enquiry = assigned(Executive.delegation(Map.of()), 60);
        created(
                "/enquiries/" + enquiry + "/asks",
                Map.of("practices", List.of(practice, silent), "words", "How many phlebotomists?", "workingDays", 5));
        LocalDate day = weekBeginning(6);
        Executive.sql("update enquiry_ask set asked_at = '%s 12:00Z', due = '%s' where enquiry_id = '%s'"
                .formatted(EnglishWorkingDays.plus(day, -1), EnglishWorkingDays.plus(day, 4), enquiry));
        Executive.sql("update enquiry_ask set answer = 'Two', answered_by = 'somebody', answered_name = 'Dr Somebody',"
                + " answered_at = clock_timestamp() where practice = '" + practice + "'");

        // When: two replicas look
        for (int replica = 0; replica < 2; replica++) {
            scope.run(ICS, () -> write.write(day));
        }

        // Then: what was asked stands in no mail
        Executive.await(() -> !subjects("practice-voter-" + silent).isEmpty());
        assertThat(subjects("practice-voter-" + silent))
                .contains("Reminder: Question to Sheringham because of an enquiry of RJ1");
        assertThat(whole("practice-voter-" + silent))
                .allSatisfy(mail -> assertThat(mail)
                        .contains("https://folkmoot.example/qkk/asks/?state=open")
                        .doesNotContain("phlebotomists"));
        assertThat(subjects("practice-voter-" + practice)).isEmpty();
        assertThat(whole("executive-manager")).noneMatch(mail -> mail.contains("Question to"));
    }

    @Test
    void nobody_is_told_what_they_do_not_want_and_of_what_is_over() {
        // Given: no mail server
        server.stop();
        LocalDate day = weekBeginning(2);
        reach("practice-voter");
        Executive.put(
                        Executive.voter("QKK"),
                        "/my/notices",
                        Map.of("reminder", true, "digest", false, "office", true, "bulletin", false))
                .then()
                .statusCode(200)
                .body("mail", equalTo("practice-voter@" + domain))
                .body("digest", equalTo(false));
        String decision = Executive.taken(Executive.delegation(Map.of()), Map.of());
        String action = assign(decision, "Write to the trust", day);
        scope.run(ICS, () -> write.write(day));
        // Tried, and put back: not while what it says is on its way.
        Executive.await(() -> !Executive.rows("update notice set not_before = clock_timestamp() + interval '1 hour'"
                        + " where day = '" + day + "' and tries > 0 and taken_at is null returning kind")
                .isEmpty());

        // When
        Executive.put(Executive.manager(), "/actions/" + action + "/dropping", Map.of("reason", "Needless"))
                .then()
                .statusCode(200);
        server = newServer();
        server.start();
        Executive.sql("update notice set not_before = clock_timestamp() where day = '" + day + "'");

        // Then
        Executive.await(() -> ended(day, "needless") == 1);
        assertThat(Executive.rows("select kind from notice where day = '" + day + "'"))
                .containsExactly("reminder");
        assertThat(subjects("practice-voter")).isEmpty();
    }

    @Test
    void a_bulletin_goes_by_mail_to_who_chose_that_once_and_is_read_by_nobody_because_of_it() {
        // Given: two who act for its practice and its network, one who chose nothing, one who acts for another
        String practice = "Y84001";
        Executive.sql("""
                insert into practice (tenant_id, code, copy, version, name, status, pcn)
                values ('qkk', '%s', 0, 1, 'Cromer', 'open', 'U84001') on conflict do nothing
                """.formatted(practice));
        reachOf("practice-voter", practice, true);
        reachOf("pcn-clinical-director", "U84001", true);
        reachOf("lmc-executive", practice, false);
        reachOf("practice-voter", "Y84002", true);
        String group = Executive.group();
        String bulletin = Executive.create(
                        Executive.manager(),
                        "/groups/" + group + "/bulletins",
                        Map.of(
                                "title",
                                "Flu\r\nBcc: all@x.example",
                                "words",
                                "Order vaccines now. " + "And more. ".repeat(40),
                                "audience",
                                Map.of("kind", "practices", "codes", List.of(practice))))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When: the mail server is away at first, and two replicas look
        server.stop();
        Executive.put(Executive.manager(), "/bulletins/" + bulletin + "/publication")
                .then()
                .statusCode(200);
        for (int replica = 0; replica < 2; replica++) {
            scope.run(ICS, mails::writeDue);
        }
        Executive.await(() -> !Executive.rows(
                        "select subject from bulletin_mail where tries > 0 and bulletin_id = '" + bulletin + "'")
                .isEmpty());
        server = newServer();
        server.start();
        Executive.await(() -> {
            Executive.sql("update bulletin_mail set not_before = clock_timestamp() where taken_at is null");
            return Executive.rows("select subject from bulletin_mail where ending = 'sent' and bulletin_id = '"
                                    + bulletin + "'")
                            .size()
                    == 2;
        });

        // Then
        assertThat(subjects("practice-voter-" + practice)).containsExactly("Bulletin: Flu Bcc: all@x.example");
        assertThat(subjects("pcn-clinical-director-U84001")).hasSize(1);
        assertThat(subjects("lmc-executive-" + practice)).isEmpty();
        assertThat(subjects("practice-voter-Y84002")).isEmpty();
        assertThat(whole("practice-voter-" + practice))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("Order vaccines now.", "https://folkmoot.example/qkk/bulletins/" + bulletin + "/")
                        .contains("https://folkmoot.example/qkk/notices/work/"));
        Executive.lmc()
                .get("/bulletins/" + bulletin + "/reach")
                .then()
                .body("total.practices", equalTo(1))
                .body("total.delivered", equalTo(0))
                .body("total.read", equalTo(0));
    }

    @Test
    void who_chooses_bulletins_no_more_gets_none_that_waits() {
        // Given
        server.stop();
        String practice = "Y84003";
        Executive.sql("""
                insert into practice (tenant_id, code, copy, version, name, status, pcn)
                values ('qkk', '%s', 0, 1, 'Cromer', 'open', null) on conflict do nothing
                """.formatted(practice));
        reachOf("practice-voter", practice, true);
        String group = Executive.group();
        String bulletin = Executive.create(
                        Executive.manager(),
                        "/groups/" + group + "/bulletins",
                        Map.of(
                                "title",
                                "Flu",
                                "words",
                                "Order vaccines now.",
                                "audience",
                                Map.of("kind", "practices", "codes", List.of(practice))))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Executive.put(Executive.manager(), "/bulletins/" + bulletin + "/publication")
                .then()
                .statusCode(200);
        Executive.await(
                () -> !Executive.rows("update bulletin_mail set not_before = clock_timestamp() + interval '1 hour'"
                                + " where bulletin_id = '" + bulletin
                                + "' and tries > 0 and taken_at is null returning subject")
                        .isEmpty());

        // When
        Executive.put(
                        Executive.as("qkk", "practice-voter", practice),
                        "/my/notices",
                        Map.of("reminder", true, "digest", true, "office", true, "bulletin", false))
                .then()
                .statusCode(200)
                .body("bulletin", equalTo(false));
        server = newServer();
        server.start();
        Executive.sql("update bulletin_mail set not_before = clock_timestamp() where taken_at is null");

        // Then
        Executive.await(() -> Executive.rows("select ending from bulletin_mail where bulletin_id = '" + bulletin
                        + "' and ended_at is not null")
                .equals(List.of("needless")));
        assertThat(subjects("practice-voter-" + practice)).isEmpty();
    }

    /** The person of that role who acts for that organisation has an address, and says whether they want bulletins. */
    private void reachOf(String role, String organisation, boolean bulletins) {
        Executive.put(
                        Executive.as("qkk", role, organisation),
                        "/my/notices",
                        Map.of("reminder", true, "digest", true, "office", true, "bulletin", bulletins))
                .then()
                .statusCode(200);
        Executive.sql("update mailbox set mail = '%s-%s@%s' where '%s' = any (roles) and '%s' = any (organisations)"
                .formatted(role, organisation, domain, role, organisation));
    }

    @Test
    void wishes_are_ones_own_and_who_has_no_address_gets_no_mail() {
        Executive.voter("QKK")
                .get("/my/notices")
                .then()
                .statusCode(200)
                .body("mail", nullValue())
                .body("reminder", equalTo(true));
        Executive.put(Executive.voter("QKK"), "/my/notices", Map.of("reminder", true))
                .then()
                .statusCode(400);
    }

    /** The first working day of a week to come; no two tests write notices of one day. */
    private static LocalDate weekBeginning(int number) {
        return Stream.iterate(EnglishWorkingDays.plus(Executive.today(), 1), day -> EnglishWorkingDays.plus(day, 1))
                .filter(WriteNotices::isFirstOfItsWeek)
                .skip(number - 1L)
                .findFirst()
                .orElseThrow();
    }

    /** Gives the person of that role an address, after they have come once. */
    private void reach(String role) {
        if (role.equals("practice-voter")) {
            Executive.voter("QKK").get("/my/notices").then().statusCode(200);
        } else {
            Executive.manager().get("/my/notices").then().statusCode(200);
        }
        Executive.sql("update mailbox set mail = '" + role + "@" + domain + "' where subject = '"
                + Executive.subject(role) + "'");
    }

    private static String assign(String decision, String title, LocalDate due) {
        return Executive.create(
                        Executive.manager(),
                        "/actions",
                        Map.of(
                                "decision",
                                decision,
                                "title",
                                title,
                                "words",
                                "Tell them.",
                                "owner",
                                Executive.subject("practice-voter"),
                                "ownerName",
                                "Dr Somebody",
                                "due",
                                due.toString(),
                                "steps",
                                List.of()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** An enquiry of a trust that has just come. */
    private static String enquiry(Delegation under) {
        return Executive.create(
                        Executive.manager(),
                        "/enquiries",
                        Map.of(
                                "organisation",
                                "RJ1",
                                "subject",
                                "Phlebotomy at weekends",
                                "words",
                                "Phlebotomy: who takes part?",
                                "group",
                                under.group()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** An enquiry to be answered within so many working days, to which the person of a practice sees. */
    private static String assigned(Delegation under, int workingDays) {
        String enquiry = enquiry(under);
        put("/enquiries/" + enquiry + "/acknowledgement", Map.of("workingDays", workingDays));
        put(
                "/enquiries/" + enquiry + "/assignment",
                Map.of("assignee", Executive.subject("practice-voter"), "assigneeName", "Dr Somebody"));
        return enquiry;
    }

    /** A meeting of others on that day, at which the person of a practice sat. */
    private static String sitting(Delegation under, LocalDate day) {
        Executive.await(() -> !Executive.rows(
                        "select id from mandate where granted_at is not null and id = '" + under.mandate() + "'")
                .isEmpty());
        String meeting = created(
                "/groups/" + under.group() + "/system-meetings",
                Map.of(
                        "body",
                        "Primary care committee",
                        "purpose",
                        "Commissions general practice.",
                        "ledBy",
                        "The board",
                        "place",
                        "Town hall",
                        "seats",
                        List.of("Partner member", "Deputy")));
        for (int seat = 1; seat <= 2; seat++) {
            created(
                    "/system-meetings/" + meeting + "/representatives",
                    Map.of(
                            "seat",
                            seat,
                            "person",
                            Executive.subject("practice-voter"),
                            "personName",
                            "Dr Somebody",
                            "mandate",
                            under.mandate(),
                            "from",
                            day.toString(),
                            "until",
                            Executive.today().plusMonths(6).toString()));
        }
        return created(
                "/system-meetings/" + meeting + "/sittings",
                Map.of(
                        "startsAt",
                        LondonTime.startOf(day).plus(Duration.ofHours(9)).toString()));
    }

    private static String created(String path, Object body) {
        return Executive.create(Executive.manager(), path, body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void put(String path, Object body) {
        Executive.put(Executive.manager(), path, body).then().statusCode(200);
    }

    private static int workingDaysUntil(LocalDate day) {
        return (int) Stream.iterate(1, days -> days + 1)
                .takeWhile(days ->
                        !EnglishWorkingDays.plus(Executive.today(), days).isAfter(day))
                .count();
    }

    private static int ended(LocalDate day, String ending) {
        return Executive.rows("select kind from notice where day = '" + day + "' and ending = '" + ending + "'")
                .size();
    }

    private List<String> subjects(String somebody) {
        return whole(somebody).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("Subject: "))
                .map(line -> line.substring("Subject: ".length()))
                .toList();
    }

    private List<String> whole(String somebody) {
        return Arrays.stream(server.getReceivedMessagesForDomain(somebody + "@" + domain))
                .map(GreenMailUtil::getWholeMessage)
                .map(text -> text.replace("=\r\n", "").replace("=3D", "=").replace("\r\n", "\n"))
                .toList();
    }

    private static GreenMail newServer() {
        return new GreenMail(new ServerSetup(Integer.getInteger(ExecutiveStack.MAIL_PORT), "localhost", "smtp"))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }
}
