package org.folkmoot.tenants.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.tenants.systems.Partner.await;
import static org.folkmoot.tenants.systems.Partner.client;
import static org.folkmoot.tenants.systems.Partner.commits;
import static org.folkmoot.tenants.systems.Partner.reads;
import static org.folkmoot.tenants.systems.Partner.refused;
import static org.folkmoot.tenants.systems.Partner.rightsOf;
import static org.folkmoot.tenants.systems.Partner.signsIn;
import static org.folkmoot.tenants.systems.Partner.users;
import static org.folkmoot.tenants.systems.Partner.writes;
import static org.folkmoot.tenants.systems.Registrar.reason;
import static org.folkmoot.tenants.systems.Registrar.request;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.folkmoot.contracts.Contracts;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.tenants.Servers;
import org.folkmoot.tenants.TenantsStack;
import org.folkmoot.tenants.ics.IcsUpkeep;
import org.folkmoot.tenants.people.Administrator;
import org.folkmoot.tenants.topics.Outsider;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** External systems, by HTTP, with their real credentials at a real broker. */
@QuarkusTest
@WithTestResource(value = TenantsStack.class, initArgs = @ResourceArg(name = "database", value = "tenants_test"))
class SystemsTest {

    private static final Tenant QHL = Tenant.of("qhl");
    private static final String PRACTICES = "ics.qhl.registry.practice.v1";

    @Inject
    IcsUpkeep upkeep;

    @Inject
    TenantScope scope;

    private Administrator ada;
    private Registrar systems;

    @BeforeEach
    void an_administrator() {
        ada = Administrator.of("qhl");
        systems = new Registrar(ada);
    }

    @AfterEach
    void kafka_is_there_again() {
        TenantsStack.KAFKA.open();
    }

    @Test
    void a_system_signs_in_with_what_was_shown_once_and_does_what_it_was_let_in_for_and_nothing_else() {
        // Given
        Administrator neighbour = Administrator.of("qhm");
        // When
        Response registered = systems.register(request(List.of("registry"), List.of("partner.enquiry")));
        // Then
        assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
        String id = registered.jsonPath().getString("id");
        assertThat(registered.header("Location")).endsWith("/external-systems/" + id);
        assertThat(registered.jsonPath().getList("credentials")).isEmpty();
        // When
        Response issued = systems.issue(id);
        // Then
        assertThat(issued.statusCode()).as(issued.asString()).isEqualTo(200);
        assertThat(issued.header("Cache-Control")).isEqualTo("no-store");
        assertThat(systems.get(id).asString()).doesNotContain(issued.jsonPath().getString("password"));
        Map<String, Object> client = client(issued.jsonPath());
        assertThat(reads(client, PRACTICES)).isTrue();
        assertThat(writes(client, "ics.qhl.partner.enquiry.v1")).isTrue();
        for (String topic : List.of(
                "ics.qhl.mandate.ballot.v1",
                "ics.qhl.neighbourhood.referral.v1",
                "ics.qhl.registry.dead-letter.v1",
                "ics.qhl.partner.enquiry.v1",
                "ics." + neighbour.tenant() + ".registry.practice.v1",
                "platform.tenants.ics.v1")) {
            assertThat(reads(client, topic)).as(topic).isFalse();
        }
        for (String topic : List.of(
                PRACTICES,
                "ics.qhl.partner.nhs-notification.v1",
                "ics." + neighbour.tenant() + ".partner.enquiry.v1")) {
            assertThat(writes(client, topic)).as(topic).isFalse();
        }
        assertThat(commits(client, PRACTICES, issued.jsonPath().getString("groups") + "trial"))
                .isTrue();
        assertThat(commits(client, PRACTICES, "ics-qhl.trial")).isFalse();
        // Then
        assertThat(neighbour.signedIn().get("/external-systems/" + id).statusCode())
                .isEqualTo(404);
        assertThat(neighbour
                        .signedIn()
                        .header("If-Match", "*")
                        .body(reason())
                        .post("/external-systems/" + id + "/credentials")
                        .statusCode())
                .isEqualTo(404);
        assertThat(neighbour.signedIn().get("/external-systems").asString()).doesNotContain(id);
    }

    @Test
    void a_credential_is_changed_without_a_gap_and_the_old_one_is_refused_on_an_open_connection() {
        // Given
        String id = systems.registered(List.of("all"), List.of());
        JsonPath first = systems.issue(id).jsonPath();
        try (var open = new KafkaConsumer<>(client(first), new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(PRACTICES, 0);
            open.assign(List.of(partition));
            open.seekToBeginning(List.of(partition));
            open.poll(Duration.ofSeconds(1));
            // When
            JsonPath second = systems.issue(id).jsonPath();
            Response third = systems.issue(id);
            // Then
            assertThat(third.statusCode()).isEqualTo(409);
            assertThat(third.jsonPath().getString("type")).endsWith("/two-credentials-at-most");
            assertThat(second.getString("groups")).isEqualTo(first.getString("groups"));
            assertThat(reads(client(first), PRACTICES)).isTrue();
            assertThat(reads(client(second), PRACTICES)).isTrue();
            // When
            Response dropped = systems.act(id, "/credentials/1/withdrawal");
            // Then
            assertThat(dropped.statusCode()).as(dropped.asString()).isEqualTo(200);
            assertThat(dropped.jsonPath().<String>getList("credentials.state")).containsExactly("in-force", "closed");
            assertThat(refused(open)).as("asked for with each request").isTrue();
            await(() -> !signsIn(client(first)));
            assertThat(reads(client(second), PRACTICES)).isTrue();
            assertThat(systems.issue(id).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_revoked_system_is_shut_out_for_good() {
        // Given
        String id = systems.registered(List.of("registry"), List.of());
        JsonPath issued = systems.issue(id).jsonPath();
        // When
        Response revoked = systems.act(id, "/revocation");
        // Then
        assertThat(revoked.statusCode()).as(revoked.asString()).isEqualTo(200);
        assertThat(revoked.jsonPath().getString("revokedAt")).isNotBlank();
        assertThat(revoked.jsonPath().<String>getList("credentials.state")).containsExactly("closed");
        // A broker hears of it a moment after the controller.
        await(() -> !signsIn(client(issued)));
        await(() -> rightsOf(issued.getString("username")).isEmpty());
        await(() -> !users().contains(issued.getString("username")));
        assertThat(systems.issue(id).jsonPath().getString("type")).endsWith("/external-system-revoked");
        assertThat(systems.ids("/external-systems?limit=500")).doesNotContain(id);
        assertThat(systems.ids("/external-systems?limit=500&revoked=true")).contains(id);
    }

    @Test
    void what_is_decided_while_kafka_is_away_is_done_when_it_is_back() {
        // Given
        String id = systems.registered(List.of("registry"), List.of());
        JsonPath issued = systems.issue(id).jsonPath();
        TenantsStack.KAFKA.shut();
        // When
        Response another = systems.issue(id);
        Response revoked = systems.act(id, "/revocation");
        // Then
        assertThat(another.statusCode()).isEqualTo(503);
        assertThat(another.header("Retry-After")).isNotBlank();
        assertThat(revoked.statusCode()).as(revoked.asString()).isEqualTo(200);
        assertThat(revoked.jsonPath().<String>getList("credentials.state")).containsExactly("closing");
        // When
        TenantsStack.KAFKA.open();
        // Then
        await(() -> systems.get(id).jsonPath().getList("credentials.state").equals(List.of("closed")));
        await(() -> !signsIn(client(issued)));
        await(() -> rightsOf(issued.getString("username")).isEmpty());
    }

    @Test
    void what_kafka_has_and_nobody_was_told_of_is_removed() throws Exception {
        // Given: a process that died between Kafka's answer and its own commit
        String principal = Outsider.principal(Outsider.name(QHL), 1);
        try (var kafka = Servers.admin()) {
            Servers.answer(kafka.createAcls(List.of(new AclBinding(
                            new ResourcePattern(ResourceType.TOPIC, PRACTICES, PatternType.LITERAL),
                            new AccessControlEntry(
                                    "User:" + principal, "*", AclOperation.READ, AclPermissionType.ALLOW))))
                    .all());
            Servers.answer(kafka.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            principal, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), "known to nobody")))
                    .all());
        }
        // Given: one that died between removing a password and its limit
        String limited = Outsider.principal(Outsider.name(QHL), 1);
        Partner.limit(limited);
        // When
        scope.run(Tenant.PLATFORM, () -> QuarkusTransaction.requiringNew().run(() -> upkeep.ask(QHL)));
        // Then
        await(() -> !users().contains(principal) && rightsOf(principal).isEmpty());
        await(() -> !Partner.limited().contains(limited));
    }

    @Test
    void a_suspended_ics_shuts_its_systems_out_until_it_is_resumed() {
        // Given
        Administrator own = Administrator.of("qjm");
        Response registered = new Registrar(own).register(request(List.of("registry"), List.of()));
        String id = registered.jsonPath().getString("id");
        JsonPath issued = own.signedIn()
                .header("If-Match", registered.header("ETag"))
                .body(reason())
                .post("/external-systems/" + id + "/credentials")
                .jsonPath();
        String topic = "ics.qjm.registry.practice.v1";
        assertThat(reads(client(issued), topic)).isTrue();
        var operator = new org.folkmoot.tenants.Operator();
        // When
        operator.change("POST", "qjm", "/suspension");
        operator.awaitQuiet("qjm");
        // Then
        assertThat(reads(client(issued), topic)).isFalse();
        // When
        operator.change("DELETE", "qjm", "/suspension");
        operator.awaitQuiet("qjm");
        // Then
        assertThat(reads(client(issued), topic)).isTrue();
    }

    @Test
    void every_change_is_in_the_ledger_and_announced_without_names_to_sign_in_with() throws SQLException {
        // Given
        String id = systems.registered(List.of("registry"), List.of());
        systems.issue(id);
        systems.act(id, "/credentials/1/withdrawal");
        systems.act(id, "/revocation");
        // Then
        List<String> told = new ArrayList<>();
        await(() -> {
            told.clear();
            told.addAll(told(id));
            return told.size() == 4;
        });
        assertThat(told)
                .containsExactly(
                        "folkmoot.tenants.externalsystem.registered.v1",
                        "folkmoot.tenants.externalsystem.credential.issued.v1",
                        "folkmoot.tenants.externalsystem.credential.dropped.v1",
                        "folkmoot.tenants.externalsystem.revoked.v1");
        try (var superuser = TestStack.current().superuser("tenants_test");
                var entries = superuser.prepareStatement(
                        "select entry from (select e::text as entry from folkmoot.ledger_entry e) t where entry like ?")) {
            entries.setString(1, "%audit/external-system/" + id + "%");
            var rows = entries.executeQuery();
            int count = 0;
            while (rows.next()) {
                count++;
                assertThat(rows.getString(1)).contains(ada.id());
            }
            assertThat(count).isEqualTo(4);
        }
    }

    @Test
    void what_is_wrong_with_a_request_is_named_value_by_value() {
        Map<String, Object> nobody = new HashMap<>(request(List.of("registries", "all"), List.of("partner.fax")));
        nobody.remove("organisation");
        assertThat(pointers(systems.register(nobody)))
                .containsExactlyInAnyOrder("#/organisation", "#/reads/0", "#/reads/1", "#/writes/0");
        assertThat(pointers(systems.register(request(List.of(), List.of())))).containsExactly("#/reads");
        assertThat(pointers(systems.register(request(List.of("registry"), List.of("partner.nhs-notification")))))
                .containsExactly("#/writes/0");
        assertThat(pointers(systems.register(Map.of())))
                .containsExactlyInAnyOrder("#/name", "#/contact", "#/reads", "#/writes", "#/reason");
        assertThat(systems.register(request(List.of(), List.of("partner.nhs-notification")))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_change_asks_for_the_version_that_was_seen_and_a_repeated_registration_makes_one_system() {
        // Given
        Map<String, Object> wanted = request(List.of("registry"), List.of());
        String key = UUID.randomUUID().toString();
        Response once = systems.register(wanted, key);
        // Then
        assertThat(systems.register(wanted, key).jsonPath().getString("id"))
                .isEqualTo(once.jsonPath().getString("id"));
        // Given
        String id = once.jsonPath().getString("id");
        RequestSpecification without = ada.signedIn().body(reason());
        assertThat(without.post("/external-systems/" + id + "/credentials").statusCode())
                .isEqualTo(428);
        assertThat(systems.issue(id).statusCode()).isEqualTo(200);
        for (String act : List.of("/credentials", "/credentials/1/withdrawal", "/revocation")) {
            assertThat(ada.signedIn()
                            .header("If-Match", once.header("ETag"))
                            .body(reason())
                            .post("/external-systems/" + id + act)
                            .statusCode())
                    .as(act)
                    .isEqualTo(412);
        }
        assertThat(systems.act(id, "/credentials/7/withdrawal").statusCode()).isEqualTo(404);
    }

    @Test
    void systems_are_listed_page_by_page_the_newest_first() {
        // Given
        String older = systems.registered(List.of("registry"), List.of());
        String newer = systems.registered(List.of("registry"), List.of());
        // When
        JsonPath first = ada.signedIn().get("/external-systems?limit=1").jsonPath();
        JsonPath second = ada.signedIn()
                .get("/external-systems?limit=1&cursor=" + first.getString("next"))
                .jsonPath();
        // Then
        assertThat(first.<String>getList("items.id")).containsExactly(newer);
        assertThat(second.<String>getList("items.id")).containsExactly(older);
    }

    @Test
    void nobody_but_an_administrator_sees_or_lets_in_systems() {
        String username = "secretary-" + UUID.randomUUID();
        Administrator.account("qhl", username, "Sec", "Retary", List.of("group-secretary", "ics-observer"));
        String token = Administrator.signIn("qhl", username);
        RequestSpecification secretary =
                io.restassured.RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
        assertThat(secretary.get("/external-systems").statusCode()).isEqualTo(403);
        assertThat(secretary
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(request(List.of("registry"), List.of()))
                        .post("/external-systems")
                        .statusCode())
                .isEqualTo(403);
    }

    private static List<String> pointers(Response refusal) {
        assertThat(refusal.statusCode()).as(refusal.asString()).isEqualTo(400);
        return refusal.jsonPath().getList("errors.pointer");
    }

    /** The types of what was announced of a system, each held against its contract. */
    private static List<String> told(String id) {
        return everything("ics.qhl.tenants.external-system.v1").stream()
                .filter(record -> record.key().equals(id))
                .map(record -> {
                    String type =
                            new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
                    assertThat(Contracts.complaints(type, record.value()))
                            .as(type)
                            .isEmpty();
                    return type;
                })
                .toList();
    }

    private static List<ConsumerRecord<String, String>> everything(String topic) {
        try (var consumer = new KafkaConsumer<>(
                TestStack.current().kafka("admin"), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
