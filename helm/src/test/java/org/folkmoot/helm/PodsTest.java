package org.folkmoot.helm;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every pod, whatever the values. */
class PodsTest {

    private static final String OWNER = "FOLKMOOT_POSTGRES_OWNER_PASSWORD";
    private static final int RELAY_LETS_GO = 7;

    private final Manifests usual = Chart.render();

    @ParameterizedTest
    @ValueSource(strings = {"{}", Examples.EVERYTHING, "migrations: {enabled: false}"})
    void no_process_is_root_or_can_become_it_or_writes_outside_its_folder(String values) {
        assertThat(Chart.render(values).withPods()).isNotEmpty().allSatisfy(pod -> {
            JsonNode own = pod.pod().path("securityContext");
            assertThat(own.path("runAsNonRoot").asBoolean()).isTrue();
            assertThat(own.path("runAsUser").asInt()).isPositive();
            assertThat(own.path("runAsGroup").asInt()).isPositive();
            assertThat(own.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(pod.pod().path("automountServiceAccountToken").asBoolean(true))
                    .isFalse();
            assertThat(pod.containers()).isNotEmpty().allSatisfy(container -> {
                JsonNode context = container.path("securityContext");
                assertThat(context.path("runAsNonRoot").asBoolean()).isTrue();
                assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(context.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(context.path("privileged").asBoolean()).isFalse();
                assertThat(context.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
                assertThat(context.at("/capabilities/add").isMissingNode()).isTrue();
                assertThat(mounts(container, false)).containsExactly("temporary");
            });
            assertThat(Manifest.items(pod.pod().path("volumes")))
                    .filteredOn(each -> each.path("name").asText().equals("temporary"))
                    .singleElement()
                    .satisfies(each ->
                            assertThat(each.at("/emptyDir/sizeLimit").asText()).isNotEmpty());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", Examples.EVERYTHING, "migrations: {enabled: false}"})
    void every_container_says_what_it_needs_and_the_most_that_it_takes(String values) {
        assertThat(Chart.render(values).withPods().flatMap(Manifest::containers))
                .isNotEmpty()
                .allSatisfy(container -> assertThat(
                                List.of("/requests/cpu", "/requests/memory", "/limits/cpu", "/limits/memory"))
                        .allSatisfy(amount -> assertThat(
                                        container.path("resources").at(amount).asText())
                                .isNotEmpty()));
    }

    @Test
    void a_service_is_asked_where_it_answers() {
        assertThat(usual.of("Deployment").flatMap(Manifest::containers))
                .hasSize(6)
                .allSatisfy(container -> {
                    assertThat(container.at("/startupProbe/httpGet/path").asText())
                            .isEqualTo("/q/health/started");
                    assertThat(container.at("/livenessProbe/httpGet/path").asText())
                            .isEqualTo("/q/health/live");
                    assertThat(container.at("/readinessProbe/httpGet/path").asText())
                            .isEqualTo("/q/health/ready");
                    assertThat(container.at("/ports/0/name").asText()).isEqualTo("http");
                    assertThat(Stream.of("startup", "liveness", "readiness"))
                            .allSatisfy(probe -> assertThat(container
                                            .at("/" + probe + "Probe/httpGet/port")
                                            .asText())
                                    .isEqualTo("http"));
                });
        assertThat(usual.of("Deployment"))
                .allSatisfy(each -> assertThat(each.settings())
                        .containsEntry("FOLKMOOT_HTTP_HOST", "0.0.0.0")
                        .containsEntry("FOLKMOOT_HTTP_PORT", "8080"));
    }

    @Test
    void no_pod_goes_before_another_serves_and_what_is_under_way_is_finished() {
        assertThat(usual.of("Deployment")).hasSize(6).allSatisfy(each -> {
            assertThat(each.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1))
                    .isZero();
            assertThat(each.at("/spec/strategy/rollingUpdate/maxSurge").asInt()).isPositive();
            int waits = each.pod()
                    .at("/containers/0/lifecycle/preStop/sleep/seconds")
                    .asInt();
            int grace = each.pod().path("terminationGracePeriodSeconds").asInt();
            assertThat(waits).isPositive();
            assertThat(grace).isGreaterThanOrEqualTo(waits + shutdownTimeout() + RELAY_LETS_GO);
        });
    }

    @Test
    void the_least_grace_that_the_schema_allows_is_enough() {
        JsonNode shutdown = Chart.schema().at("/properties/shutdown/properties");
        assertThat(shutdown.at("/gracePeriodSeconds/minimum").asInt())
                .isGreaterThanOrEqualTo(
                        shutdown.at("/preStopSeconds/minimum").asInt() + shutdownTimeout() + RELAY_LETS_GO);
    }

    @Test
    void the_owners_password_is_in_the_migration_and_in_no_service() {
        assertThat(usual.of("Deployment")).hasSize(6).allSatisfy(each -> {
            assertThat(each.secrets()).doesNotContainKey(OWNER);
            assertThat(each.secrets().values()).noneMatch(secret -> secret.contains("-owner/"));
            // Nor does Flyway ask for it: with an address of its own it would.
            assertThat(each.settings())
                    .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
                    .containsEntry("QUARKUS_FLYWAY_JDBC_URL", "")
                    .doesNotContainKey("QUARKUS_INIT_AND_EXIT");
        });
        assertThat(usual.of("Job")).hasSize(6).allSatisfy(each -> {
            assertThat(each.secrets()).containsKey(OWNER);
            assertThat(each.settings())
                    .containsEntry("QUARKUS_INIT_AND_EXIT", "true")
                    .doesNotContainKeys("QUARKUS_FLYWAY_MIGRATE_AT_START", "QUARKUS_FLYWAY_JDBC_URL");
            assertThat(each.at("/metadata/annotations").path(Chart.HOOK).asText())
                    .isEqualTo("pre-install,pre-upgrade");
            assertThat(each.pod().path("restartPolicy").asText()).isEqualTo("Never");
        });
    }

    @Test
    void a_migration_that_gives_way_is_tried_again_for_as_long_as_the_deadline_has_room() {
        assertThat(usual.of("Job")).hasSize(6).allSatisfy(each -> {
            int tries = each.at("/spec/backoffLimit").asInt();
            assertThat(tries).isGreaterThanOrEqualTo(5);
            // Kubernetes waits 10 s, and twice as long after each failure.
            assertThat(each.at("/spec/activeDeadlineSeconds").asInt()).isGreaterThan(10 * ((1 << tries) - 1));
        });
    }

    @Test
    void a_migration_runs_the_image_and_the_settings_of_its_service() {
        assertThat(usual.of("Job")).allSatisfy(job -> {
            Manifest service = usual.the("Deployment", job.name().replaceAll("-migration$", ""));
            assertThat(job.pod().at("/containers/0/image"))
                    .isEqualTo(service.pod().at("/containers/0/image"));
            assertThat(job.secrets()).containsAllEntriesOf(service.secrets());
            assertThat(service.settings().keySet())
                    .containsAll(job.settings().keySet().stream()
                            .filter(each -> each.startsWith("FOLKMOOT_"))
                            .collect(toSet()));
        });
    }

    @Test
    void without_migrations_as_a_job_each_service_migrates_itself() {
        Manifests rendered = Chart.render("migrations: {enabled: false}");
        assertThat(rendered.of("Job")).isEmpty();
        assertThat(rendered.of("Deployment")).hasSize(6).allSatisfy(each -> {
            assertThat(each.secrets()).containsKey(OWNER);
            assertThat(each.settings())
                    .doesNotContainKeys("QUARKUS_FLYWAY_MIGRATE_AT_START", "QUARKUS_FLYWAY_JDBC_URL");
        });
    }

    @Test
    void what_kubernetes_says_of_other_services_is_no_setting() {
        assertThat(usual.withPods())
                .allSatisfy(
                        each -> assertThat(each.pod().path("enableServiceLinks").asBoolean(true))
                                .isFalse());
    }

    @Test
    void a_release_that_is_handed_in_has_room() {
        assertThat(Stream.of("registry", "portal"))
                .allSatisfy(each -> assertThat(usual.the("Deployment", "folkmoot-" + each)
                                .pod()
                                .at("/volumes/0/emptyDir/sizeLimit")
                                .asText())
                        .isEqualTo("2Gi"));
    }

    private static Stream<String> mounts(JsonNode container, boolean readOnly) {
        return Manifest.items(container.path("volumeMounts"))
                .filter(each -> each.path("readOnly").asBoolean() == readOnly)
                .map(each -> each.path("name").asText());
    }

    /** Seconds that a service takes, at most, to finish what it has begun. */
    private static int shutdownTimeout() {
        return Integer.parseInt(
                Configuration.shared().getProperty("quarkus.shutdown.timeout").replaceAll("S$", ""));
    }
}
