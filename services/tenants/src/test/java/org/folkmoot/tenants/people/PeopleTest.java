package org.folkmoot.tenants.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.tenants.Operator;
import org.folkmoot.tenants.Servers;
import org.folkmoot.tenants.TenantsStack;
import org.folkmoot.tenants.audit.AuditLog;
import org.folkmoot.test.TestRealm;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TenantsStack.class, initArgs = @ResourceArg(name = "database", value = "tenants_test"))
class PeopleTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AuditLog log;

    @Inject
    TenantScope scope;

    private Administrator ada;

    @BeforeEach
    void an_administrator() {
        ada = Administrator.of("qhm");
    }

    @Test
    void a_person_is_added_and_signs_in_with_a_password_that_was_shown_once() {
        // Given
        Map<String, ?> cleo = person("Cleo", Map.of("organisations", List.of("a81001", "U12345")));
        // When
        Response added = ada.add(cleo);
        // Then
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        assertThat(added.asString()).isEmpty();
        String id = added.header("Location").replaceAll(".*/people/", "");
        Response read = ada.get(id);
        assertThat(read.header("ETag")).isEqualTo(added.header("ETag"));
        assertThat(read.jsonPath().getString("mail")).isEqualTo(cleo.get("mail"));
        assertThat(read.jsonPath().getString("username")).startsWith("cleo.test.");
        assertThat(read.jsonPath().getList("organisations")).containsExactly("A81001", "U12345");
        assertThat(read.jsonPath().getList("roles")).containsExactly("practice-voter");
        assertThat(read.jsonPath().getBoolean("enabled")).isTrue();
        assertThat(ada.signedIn()
                        .header("If-None-Match", read.header("ETag"))
                        .get("/people/" + id)
                        .statusCode())
                .isEqualTo(304);
        // When
        Response reset = ada.reset(id, Map.of("reason", "new here"));
        // Then
        assertThat(reset.statusCode()).as(reset.asString()).isEqualTo(200);
        assertThat(reset.jsonPath().getString("way")).isEqualTo("temporary-password");
        assertThat(reset.header("Cache-Control")).isEqualTo("no-store");
        var signIn = Administrator.tokens("qhm", mail(cleo), reset.jsonPath().getString("temporaryPassword"));
        assertThat(signIn.body().path("error_description").asText())
                .as("right, and to be changed first")
                .contains("not fully set up");
        assertThat(Servers.keycloak("/qhm/users/" + id).path("requiredActions").toString())
                .contains("UPDATE_PASSWORD");
    }

    @Test
    void people_are_listed_by_username_by_name_or_the_newest_first_on_every_page_and_in_the_file() {
        // Given
        String practice = "P" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        for (String name : List.of("Ben alpha", "Cid Beta", "Ann Beta")) {
            ada.added(person(
                    name.replaceAll(" .*", ""),
                    Map.of("lastName", name.replaceAll(".* ", ""), "organisations", List.of(practice))));
        }
        // When
        JsonPath first = ada.signedIn()
                .get("/people?limit=2&sort=name&organisation=" + practice)
                .jsonPath();
        Response second = ada.signedIn()
                .get("/people?limit=2&sort=name&organisation=" + practice + "&cursor=" + first.getString("next"));
        // Then
        assertThat(first.<String>getList("items.firstName")).containsExactly("Ben", "Ann");
        assertThat(second.jsonPath().<String>getList("items.firstName")).containsExactly("Cid");
        assertThat(second.jsonPath().getString("next")).isNull();
        assertThat(found("organisation=" + practice)).containsExactly("Ann", "Ben", "Cid");
        assertThat(found("sort=newest&organisation=" + practice)).containsExactly("Ann", "Cid", "Ben");
        assertThat(ada.signedIn()
                        .accept("text/csv")
                        .get("/people?sort=name&organisation=" + practice)
                        .asString())
                .containsSubsequence("Ben", "Ann", "Cid");
        assertThat(pointers(ada.signedIn().get("/people?sort=shoes"))).containsExactly("#query/sort");
        assertThat(pointers(ada.signedIn().get("/people?sort=newest&cursor=" + first.getString("next"))))
                .containsExactly("#query/cursor");
    }

    @Test
    void people_are_found_by_name_mail_role_and_organisation_page_by_page() {
        // Given
        String family = "F" + UUID.randomUUID().toString().substring(0, 8);
        String practice = "P" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        for (int i = 0; i < 5; i++) {
            ada.added(person(
                    "Nan" + i,
                    Map.of(
                            "lastName",
                            family,
                            "organisations",
                            List.of(practice),
                            "roles",
                            List.of(i % 2 == 0 ? "case-manager" : "int-clinician"))));
        }
        // When
        Response first = ada.signedIn().get("/people?limit=2&q=" + family.substring(1));
        var names = new ArrayList<String>(first.jsonPath().getList("items.firstName"));
        String next = first.jsonPath().getString("next");
        while (next != null) {
            JsonPath page = ada.signedIn()
                    .get("/people?limit=2&q=" + family.substring(1) + "&cursor=" + next)
                    .jsonPath();
            names.addAll(page.getList("items.firstName"));
            next = page.getString("next");
        }
        // Then
        assertThat(first.header("Link")).contains("rel=\"next\"");
        assertThat(names).containsExactlyInAnyOrder("Nan0", "Nan1", "Nan2", "Nan3", "Nan4");
        assertThat(found("organisation=" + practice)).hasSize(5);
        assertThat(found("organisation=" + practice + "&role=int-clinician")).containsExactlyInAnyOrder("Nan1", "Nan3");
        assertThat(found("role=case-manager&q=" + family + "%20nan4")).containsExactly("Nan4");
        assertThat(found("organisation=" + practice + "&q=nan2")).containsExactly("Nan2");
        assertThat(found("q=" + family + "%20nobody")).isEmpty();
        assertThat(found("q=" + family + "*%22%20nan0")).containsExactly("Nan0");
        assertThat(pointers(ada.signedIn().get("/people?role=platform-operator")))
                .containsExactly("#query/role");
        assertThat(ada.signedIn().get("/people?organisation=no-code").statusCode())
                .isEqualTo(400);
        // When
        Response csv = ada.signedIn().accept("text/csv").get("/people?organisation=" + practice);
        Response xlsx = ada.signedIn().get("/people?format=xlsx&organisation=" + practice);
        // Then
        assertThat(csv.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(csv.asString().lines()).hasSize(6).anyMatch(line -> line.startsWith(family + ",Nan3,"));
        assertThat(xlsx.contentType()).isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(xlsx.asByteArray()).startsWith('P', 'K');
    }

    @Test
    void what_is_not_allowed_is_named_value_by_value() {
        Response blank = ada.add(Map.of(
                "firstName", " ",
                "lastName", "Z".repeat(101),
                "mail", "nobody",
                "roles", List.of("practice-voter", "platform-operator"),
                "organisations", List.of("A81001", "not a code")));
        Response none = ada.add(Map.of());
        Response refusedByKeycloak = ada.add(person("Cleo<script>", Map.of()));
        Response noRole = ada.add(person("Cleo", Map.of("roles", List.of())));

        assertThat(blank.statusCode()).isEqualTo(400);
        assertThat(pointers(blank))
                .containsExactlyInAnyOrder("#/firstName", "#/lastName", "#/mail", "#/roles/1", "#/organisations/1");
        assertThat(pointers(none))
                .containsExactlyInAnyOrder("#/firstName", "#/lastName", "#/mail", "#/roles", "#/organisations");
        assertThat(refusedByKeycloak.statusCode()).isEqualTo(400);
        assertThat(pointers(refusedByKeycloak)).containsExactly("#/firstName");
        assertThat(pointers(noRole)).containsExactly("#/roles");
        assertThat(ada.add(person("Cleo", Map.of("roles", List.of("offline_access"))))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_roles_that_can_be_given_are_those_of_an_ics() {
        assertThat(Stream.of(IcsRole.PATTERN.split(Pattern.quote("|"))))
                .containsExactlyInAnyOrderElementsOf(Roles.OF_AN_ICS);
    }

    @Test
    void an_address_belongs_to_one_account_and_a_repeated_request_adds_nobody() {
        // Given
        Map<String, ?> cleo = person("Cleo", Map.of());
        String key = UUID.randomUUID().toString();
        Response first = ada.add(cleo, key);
        // When
        Response again = ada.add(cleo, key);
        Response other = ada.add(person("Other", Map.of("mail", mail(cleo).toUpperCase(Locale.ROOT))));
        // Then
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(type(other)).isEqualTo("/problems/person-already-known");
        assertThat(found("q=" + mail(cleo))).containsExactly("Cleo");
        // When
        String id = ada.added(person("Other", Map.of()));
        Response changed = ada.change(id, person("Other", Map.of("mail", mail(cleo))));
        // Then
        assertThat(type(changed)).isEqualTo("/problems/person-already-known");
    }

    @Test
    void a_change_says_which_version_it_saw_and_is_in_the_next_token() {
        // Given
        Map<String, ?> cleo = person("Cleo", Map.of());
        String id = ada.added(cleo);
        Administrator.password("qhm", id);
        String seen = ada.get(id).header("ETag");
        var wanted = new HashMap<String, Object>(cleo);
        wanted.put("lastName", "Patra");
        wanted.put("mail", "new-" + mail(cleo));
        wanted.put("roles", List.of("pcn-clinical-director", "int-clinician"));
        wanted.put("organisations", List.of("U99999"));
        // When
        Response blind = ada.signedIn().body(wanted).put("/people/" + id);
        Response changed = ada.signedIn().header("If-Match", seen).body(wanted).put("/people/" + id);
        Response stale = ada.signedIn().header("If-Match", seen).body(cleo).put("/people/" + id);
        // Then
        assertThat(blind.statusCode()).isEqualTo(428);
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.jsonPath().getString("lastName")).isEqualTo("Patra");
        assertThat(changed.header("ETag"))
                .isNotEqualTo(seen)
                .isEqualTo(ada.get(id).header("ETag"));
        assertThat(stale.statusCode()).isEqualTo(412);
        JsonNode claims = Servers.claims(Administrator.signIn("qhm", String.valueOf(wanted.get("mail"))));
        assertThat(claims.path("organisations").toString()).isEqualTo("[\"U99999\"]");
        assertThat(claims.path("realm_access").path("roles").toString())
                .contains("pcn-clinical-director", "int-clinician")
                .doesNotContain("practice-voter");
    }

    @Test
    void nobody_takes_their_own_administration_away() {
        Map<String, ?> without =
                person("Ada", Map.of("mail", ada.get(ada.id()).jsonPath().getString("mail")));

        assertThat(type(ada.change(ada.id(), without))).isEqualTo("/problems/own-administration");
        assertThat(type(ada.act(ada.id(), "disable"))).isEqualTo("/problems/own-administration");
        assertThat(type(ada.reset(ada.id(), Map.of("reason", "x")))).isEqualTo("/problems/own-administration");
        assertThat(ada.get(ada.id()).jsonPath().getList("roles")).contains("ics-admin");
        assertThat(ada.change(ada.id(), with(without, "roles", List.of("ics-admin", "case-manager")))
                        .statusCode())
                .as("other roles are theirs to change")
                .isEqualTo(200);
    }

    @Test
    void a_token_that_outlived_the_role_is_of_no_use() {
        // Given
        Administrator grace = Administrator.of("qhm");
        String mail = ada.get(grace.id()).jsonPath().getString("mail");
        Response demoted = ada.change(grace.id(), person("Grace", Map.of("mail", mail)));
        // When
        Response revenge = grace.act(ada.id(), "disable");
        Response conspiracy = grace.add(person("Accomplice", Map.of("roles", List.of("ics-admin"))));
        // Then
        assertThat(demoted.statusCode()).as(demoted.asString()).isEqualTo(200);
        assertThat(type(revenge)).isEqualTo("/problems/forbidden");
        assertThat(type(conspiracy)).isEqualTo("/problems/forbidden");
        assertThat(ada.get(ada.id()).jsonPath().getBoolean("enabled")).isTrue();
    }

    @Test
    void of_two_who_disable_each_other_at_the_same_moment_one_stays() {
        // Given
        Administrator grace = Administrator.of("qhm");
        String ofAda = ada.get(ada.id()).header("ETag");
        String ofGrace = ada.get(grace.id()).header("ETag");
        // When
        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = Stream.of(
                            CompletableFuture.supplyAsync(() -> disable(ada, grace.id(), ofGrace), threads),
                            CompletableFuture.supplyAsync(() -> disable(grace, ada.id(), ofAda), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
        // Then
        assertThat(answers).containsExactlyInAnyOrder(200, 403);
    }

    @Test
    void who_is_disabled_is_out_at_once_and_comes_back_when_enabled() {
        // Given
        Map<String, ?> cleo = person("Cleo", Map.of());
        String id = ada.added(cleo);
        Administrator.password("qhm", id);
        String refresh = Administrator.tokens("qhm", mail(cleo), Administrator.PASSWORD)
                .body()
                .path("refresh_token")
                .asText();
        // When
        Response disabled = ada.act(id, "disable");
        // Then
        assertThat(disabled.jsonPath().getBoolean("enabled")).isFalse();
        assertThat(Servers.keycloak("/qhm/users/" + id + "/sessions")).isEmpty();
        assertThat(refreshed(refresh)).isEqualTo(400);
        assertThat(Administrator.tokens("qhm", mail(cleo), Administrator.PASSWORD)
                        .status())
                .isEqualTo(400);
        // When
        Response enabled = ada.act(id, "enable");
        // Then
        assertThat(enabled.jsonPath().getBoolean("enabled")).isTrue();
        assertThat(Administrator.tokens("qhm", mail(cleo), Administrator.PASSWORD)
                        .status())
                .isEqualTo(200);
        assertThat(refreshed(refresh)).as("the old session stays ended").isEqualTo(400);
    }

    @Test
    void who_becomes_an_administrator_signs_in_again() {
        // Given
        Map<String, ?> cleo = person("Cleo", Map.of());
        String id = ada.added(cleo);
        Administrator.password("qhm", id);
        String refresh = Administrator.tokens("qhm", mail(cleo), Administrator.PASSWORD)
                .body()
                .path("refresh_token")
                .asText();
        // When
        Response promoted = ada.change(id, with(cleo, "roles", List.of("ics-admin")));
        // Then
        assertThat(promoted.statusCode()).as(promoted.asString()).isEqualTo(200);
        assertThat(refreshed(refresh)).isEqualTo(400);
    }

    @Test
    void a_reset_ends_sessions_the_old_password_and_on_demand_the_second_factor() {
        // Given
        Map<String, ?> cleo = person("Cleo", Map.of());
        String id = ada.added(cleo);
        Administrator.password("qhm", id);
        secondFactor(id);
        // When
        Response kept = ada.reset(id, Map.of("reason", "forgot it"));
        // Then
        assertThat(kept.statusCode()).as(kept.asString()).isEqualTo(200);
        var old = Administrator.tokens("qhm", mail(cleo), Administrator.PASSWORD);
        assertThat(old.body().path("error_description").asText())
                .as(old.body().toString())
                .isEqualTo("Invalid user credentials");
        assertThat(credentials(id)).containsExactlyInAnyOrder("password", "otp");
        // When
        Response taken = ada.reset(id, Map.of("reason", "lost the telephone", "secondFactor", true));
        // Then
        assertThat(taken.jsonPath().getString("temporaryPassword"))
                .isNotEqualTo(kept.jsonPath().getString("temporaryPassword"));
        assertThat(credentials(id)).containsExactly("password");
        assertThat(ada.reset(id, Map.of()).statusCode()).isEqualTo(400);
    }

    @Test
    void where_the_realm_has_a_mail_server_a_reset_goes_by_mail() throws InterruptedException {
        // Given
        Map<String, ?> cleo = person("Cleo", Map.of());
        String id = ada.added(cleo);
        try (var mailbox = new Mailbox()) {
            mailServer(Map.of("host", "127.0.0.1", "port", mailbox.port(), "from", "folkmoot@example.org"));
            // When
            Response reset = ada.reset(id, Map.of("reason", "new here"));
            // Then
            assertThat(reset.statusCode()).as(reset.asString()).isEqualTo(200);
            assertThat(reset.jsonPath().getString("way")).isEqualTo("mail");
            assertThat(reset.jsonPath().getString("temporaryPassword")).isNull();
            assertThat(mailbox.take()).contains("To: " + mail(cleo), "/realms/qhm/");
            // When
            mailServer(Map.of("host", "127.0.0.1", "port", 1, "from", "folkmoot@example.org"));
            Response byHand = ada.reset(id, Map.of("reason", "no mail came"));
            // Then
            assertThat(byHand.statusCode()).as(byHand.asString()).isEqualTo(200);
            assertThat(byHand.jsonPath().getString("way")).isEqualTo("temporary-password");
        } finally {
            mailServer(Map.of());
        }
    }

    @Test
    void people_of_another_ics_are_not_there() {
        // Given
        Administrator other = Administrator.of("qks");
        String id = other.added(person("Elsewhere", Map.of()));
        // Then
        assertThat(type(ada.get(id))).isEqualTo("/problems/not-found");
        assertThat(type(ada.get(UUID.randomUUID().toString()))).isEqualTo("/problems/not-found");
        assertThat(ada.get("not-an-id").statusCode()).isEqualTo(404);
        for (String act : List.of("disable", "enable")) {
            assertThat(ada.signedIn()
                            .header("If-Match", "*")
                            .body(Map.of("reason", "x"))
                            .post("/people/" + id + "/" + act)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(ada.signedIn()
                        .header("If-Match", "*")
                        .body(person("Taken", Map.of()))
                        .put("/people/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(ada.reset(id, Map.of("reason", "x")).statusCode()).isEqualTo(404);
        assertThat(found("q=Elsewhere")).isEmpty();
    }

    @Test
    void a_secretary_finds_people_by_name_and_learns_no_more_than_for_whom_they_act() {
        // Given
        String family = "F" + UUID.randomUUID().toString().substring(0, 8);
        String found = ada.added(person("Nina", Map.of("lastName", family, "organisations", List.of("A81001"))));
        String gone = ada.added(person("Nora", Map.of("lastName", family)));
        ada.act(gone, "disable");
        String mail = ada.get(found).jsonPath().getString("mail");
        String secretary = signedInAs("group-secretary");

        // When
        Response names = names(secretary, "q=" + family.toLowerCase(Locale.ROOT) + "%20nin");

        // Then
        assertThat(names.statusCode()).as(names.asString()).isEqualTo(200);
        assertThat(names.jsonPath().getList("items"))
                .isEqualTo(List.of(Map.of("id", found, "name", "Nina " + family, "organisations", List.of("A81001"))));
        assertThat(names(secretary, "q=" + family).jsonPath().getList("items.id"))
                .as("who is disabled is not there")
                .containsExactly(found);
        assertThat(names(secretary, "q=" + mail.substring(0, mail.indexOf('@')))
                        .jsonPath()
                        .getList("items"))
                .as("nobody learns an address by trying")
                .isEmpty();
        assertThat(names(secretary, "q=" + family + "&limit=1").jsonPath().getList("items"))
                .hasSize(1);
        for (String wrong : List.of("limit=5", "q=n", "q=%20%20%20", "q=nina&limit=51")) {
            assertThat(names(secretary, wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void names_are_for_secretaries_managers_and_administrators_of_their_own_ics() {
        // Given
        String family = "F" + UUID.randomUUID().toString().substring(0, 8);
        Administrator other = Administrator.of("qks");
        other.added(person("Elsewhere", Map.of("lastName", family)));

        // Then
        for (String role : List.of("group-secretary", "executive-manager")) {
            Response names = names(signedInAs(role), "q=" + family);
            assertThat(names.statusCode()).as(role).isEqualTo(200);
            assertThat(names.jsonPath().getList("items")).as(role).isEmpty();
        }
        assertThat(ada.signedIn().get("/people/names?q=" + family).statusCode()).isEqualTo(200);
        for (String role : List.of("practice-voter", "pcn-clinical-director", "lmc-executive", "ics-observer")) {
            assertThat(names(signedInAs(role), "q=" + family).statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(names(TestRealm.of("platform").token("platform-operator"), "q=" + family)
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().get("/people/names?q=" + family).statusCode()).isEqualTo(401);
        assertThat(given().auth()
                        .oauth2(signedInAs("group-secretary"))
                        .get("/people")
                        .statusCode())
                .as("all of a person is for administrators")
                .isEqualTo(403);
    }

    /** The token of somebody new with that role. */
    private static String signedInAs(String role) {
        String username = role + "-" + UUID.randomUUID();
        Administrator.account("qhm", username, "So", "Mebody", List.of(role));
        return Administrator.signIn("qhm", username);
    }

    private static Response names(String token, String query) {
        return given().urlEncodingEnabled(false).auth().oauth2(token).get("/people/names?" + query);
    }

    @Test
    void nobody_but_the_administrators_of_the_ics_is_heard() {
        String voter = "voter-" + UUID.randomUUID();
        Administrator.account("qhm", voter, "Vo", "Ter", List.of("practice-voter"));
        String operator = TestRealm.of("platform").token("platform-operator");

        for (String path : List.of("/people", "/people/" + ada.id())) {
            assertThat(given().get(path).statusCode()).isEqualTo(401);
            assertThat(given().auth()
                            .oauth2(Administrator.signIn("qhm", voter))
                            .get(path)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(given().auth().oauth2(operator).get(path).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void every_change_is_in_the_log_without_a_name_and_leaves_with_the_ics() throws Exception {
        // Given
        Map<String, ?> cleo = person("Cleopatra", Map.of());
        String id = ada.added(cleo);
        ada.change(id, with(cleo, "lastName", "Ptolemaia"));
        ada.change(id, with(cleo, "lastName", "Ptolemaia"));
        ada.act(id, "disable");
        ada.act(id, "enable");
        String password = ada.reset(id, Map.of("reason", "a reason of the test"))
                .jsonPath()
                .getString("temporaryPassword");
        // When
        String entries = scope.call(
                        Tenant.of("qhm"),
                        () -> QuarkusTransaction.requiringNew().call(() -> log.read("audit/people")))
                .toString();
        List<JsonNode> about = new ArrayList<>();
        JSON.readTree(entries).forEach(entry -> {
            if (entry.path("payload").asText().contains(id)) {
                about.add(entry);
            }
        });
        // Then
        assertThat(about)
                .extracting(entry -> entry.path("kind").asText())
                .containsExactly("person.added", "person.changed", "person.disabled", "person.enabled", "person.reset");
        assertThat(about).allMatch(entry -> entry.path("actor").asText().equals(ada.id()));
        assertThat(about.get(1).path("payload").asText()).contains("\"changed\":[\"name\"]");
        assertThat(about.get(2).path("payload").asText()).contains("a reason of the test");
        assertThat(entries).doesNotContain("Cleopatra", mail(cleo), password);
        // When
        Operator operator = new Operator();
        operator.change("POST", "qhm", "/export");
        operator.awaitQuiet("qhm");
        // Then
        assertThat(JSON.readTree(operator.signedIn().get("/ics/qhm/export").asString())
                        .path("peopleAudit")
                        .findValuesAsText("kind"))
                .contains("person.added", "person.reset");
    }

    @Test
    void a_person_cannot_edit_the_organisations_that_they_act_for() throws Exception {
        // Given
        Map<String, ?> cleo = person("Cleo", Map.of());
        String id = ada.added(cleo);
        Administrator.password("qhm", id);
        String token = Administrator.signIn("qhm", mail(cleo));
        // When
        var edit = HttpRequest.newBuilder(URI.create(TestStack.current().keycloakUrl() + "/realms/qhm/account"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of(
                        "username", ada.get(id).jsonPath().getString("username"),
                        "email", mail(cleo),
                        "firstName", "Cleo",
                        "lastName", "Test",
                        "attributes", Map.of("organisations", List.of("QKK"))))))
                .build();
        int status = HttpClient.newHttpClient()
                .send(edit, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        // Then
        assertThat(status).isBetween(400, 403);
        assertThat(ada.get(id).jsonPath().getList("organisations")).containsExactly("A81001");
    }

    @Test
    void while_keycloak_is_away_or_hangs_an_administrator_is_told_to_wait() {
        // Given
        String id = ada.added(person("Cleo", Map.of()));
        String seen = ada.get(id).header("ETag");
        // When
        try {
            TenantsStack.KEYCLOAK.shut();
            everythingIsUnavailable(id, seen);
            TenantsStack.KEYCLOAK.stall();
            everythingIsUnavailable(id, seen);
        } finally {
            TenantsStack.KEYCLOAK.open();
        }
        // Then
        Response read = ada.get(id);
        assertThat(read.statusCode()).as(read.asString()).isEqualTo(200);
        assertThat(read.header("ETag")).as("nothing was changed").isEqualTo(seen);
    }

    @Test
    void a_change_does_not_wait_for_ever_for_another_one() throws SQLException {
        // Given
        Response late;
        try (var other = TestStack.current().superuser("tenants_test");
                var lock = other.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtextextended('people', hashtextextended('qhm', 0)))");
            // When
            late = ada.add(person("Late", Map.of()));
        }
        // Then
        assertThat(late.statusCode()).as(late.asString()).isEqualTo(503);
        assertThat(late.header("Retry-After")).isNotBlank();
        assertThat(ada.add(person("Later", Map.of())).statusCode()).isEqualTo(201);
    }

    private void everythingIsUnavailable(String id, String seen) {
        Stream.of(
                        ada.signedIn().get("/people"),
                        ada.signedIn().accept("text/csv").get("/people"),
                        ada.get(id),
                        ada.add(person("Late", Map.of())),
                        ada.signedIn()
                                .header("If-Match", seen)
                                .body(Map.of("reason", "x"))
                                .post("/people/" + id + "/disable"))
                .forEach(answer -> {
                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
                    assertThat(type(answer)).isEqualTo("/problems/unavailable");
                    assertThat(answer.header("Retry-After")).isEqualTo("5");
                });
    }

    private List<String> found(String query) {
        Response answer = ada.signedIn().get("/people?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().getList("items.firstName");
    }

    private static int disable(Administrator who, String id, String seen) {
        return who.signedIn()
                .header("If-Match", seen)
                .body(Map.of("reason", "x"))
                .post("/people/" + id + "/disable")
                .statusCode();
    }

    private static int refreshed(String token) {
        return Servers.token(
                        "qhm",
                        Map.of("grant_type", "refresh_token", "client_id", "folkmoot-cli", "refresh_token", token))
                .status();
    }

    private static List<String> credentials(String id) {
        return Servers.keycloak("/qhm/users/" + id + "/credentials").findValuesAsText("type");
    }

    /** A second factor as the person's telephone would have made it. */
    private static void secondFactor(String id) {
        Servers.keycloak(
                "PUT",
                "/qhm/users/" + id,
                Map.of(
                        "credentials",
                        List.of(
                                Map.of("type", "password", "value", Administrator.PASSWORD, "temporary", false),
                                Map.of(
                                        "type",
                                        "otp",
                                        "secretData",
                                        "{\"value\":\"abcdefghijklmnopqrst\"}",
                                        "credentialData",
                                        "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\"}"))));
        assertThat(credentials(id)).contains("otp");
    }

    private static void mailServer(Map<String, ?> server) {
        Servers.keycloak("PUT", "/qhm", Map.of("smtpServer", server));
    }

    private static Map<String, Object> person(String firstName, Map<String, ?> otherwise) {
        var person = new HashMap<String, Object>(Map.of(
                "firstName",
                firstName,
                "lastName",
                "Test",
                "mail",
                UUID.randomUUID() + "@example.org",
                "roles",
                List.of("practice-voter"),
                "organisations",
                List.of("A81001")));
        person.putAll(otherwise);
        return person;
    }

    private static Map<String, Object> with(Map<String, ?> person, String field, Object value) {
        var other = new HashMap<String, Object>(person);
        other.put(field, value);
        return other;
    }

    private static String mail(Map<String, ?> person) {
        return String.valueOf(person.get("mail"));
    }

    private static List<String> pointers(Response answer) {
        return answer.jsonPath().getList("errors.pointer");
    }

    private static String type(Response answer) {
        assertThat(answer.contentType()).as(answer.asString()).startsWith("application/problem+json");
        return answer.jsonPath().getString("type");
    }
}
