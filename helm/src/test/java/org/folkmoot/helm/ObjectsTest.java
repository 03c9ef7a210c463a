package org.folkmoot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that speak of each other mean each other. */
class ObjectsTest {

    private final Manifests everything = Chart.render(Examples.EVERYTHING);

    @Test
    void a_deployment_selects_its_own_pods_and_nobody_elses() {
        assertThat(everything.of("Deployment")).hasSize(6).allSatisfy(each -> {
            assertThat(selectedBy(each.at("/spec/selector/matchLabels"))).containsExactly(each.toString());
            assertThat(Manifest.items(each.pod().path("topologySpreadConstraints")))
                    .hasSize(2)
                    .allSatisfy(constraint -> assertThat(selectedBy(constraint.at("/labelSelector/matchLabels")))
                            .containsExactly(each.toString()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Service", "PodDisruptionBudget"})
    void what_is_for_a_service_selects_the_pods_of_its_name(String kind) {
        String selector = kind.equals("Service") ? "/spec/selector" : "/spec/selector/matchLabels";
        assertThat(everything.of(kind))
                .hasSize(6)
                .allSatisfy(
                        each -> assertThat(selectedBy(each.at(selector))).containsExactly("Deployment " + each.name()));
    }

    @Test
    void an_autoscaler_scales_a_deployment_that_states_no_number_itself() {
        assertThat(everything.of("HorizontalPodAutoscaler")).hasSize(6).allSatisfy(each -> {
            Manifest target = everything.the(
                    "Deployment", each.at("/spec/scaleTargetRef/name").asText());
            assertThat(target.at("/spec/replicas").isMissingNode()).isTrue();
            assertThat(target.name()).isEqualTo(each.name());
        });
        assertThat(Chart.render().of("Deployment"))
                .allSatisfy(
                        each -> assertThat(each.at("/spec/replicas").asInt()).isEqualTo(2));
        assertThat(Chart.render().of("HorizontalPodAutoscaler")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void a_budget_lets_one_pod_go_however_many_there_are(int replicas) {
        assertThat(Chart.render("defaults: {replicas: " + replicas + "}").of("PodDisruptionBudget"))
                .hasSize(6)
                .allSatisfy(each -> {
                    assertThat(each.at("/spec/maxUnavailable").asInt()).isEqualTo(1);
                    assertThat(each.at("/spec/minAvailable").isMissingNode()).isTrue();
                    assertThat(each.at("/spec/unhealthyPodEvictionPolicy").asText())
                            .isEqualTo("AlwaysAllow");
                });
    }

    @Test
    void what_is_said_of_one_service_holds_of_it_alone() {
        Manifests rendered = Chart.render("""
                services:
                  mandate: {replicas: 5, settings: {FOLKMOOT_MANDATE_DECLARE_AFTER: 48h}, disruptionBudget: false}
                settings: {FOLKMOOT_HTTP_MAX_BODY: 2M}
                """);
        assertThat(rendered.of("Deployment")).allSatisfy(each -> {
            boolean mandate = each.name().equals("folkmoot-mandate");
            assertThat(each.at("/spec/replicas").asInt()).isEqualTo(mandate ? 5 : 2);
            assertThat(each.settings().containsKey("FOLKMOOT_MANDATE_DECLARE_AFTER"))
                    .isEqualTo(mandate);
            assertThat(each.settings()).containsEntry("FOLKMOOT_HTTP_MAX_BODY", "2M");
        });
        assertThat(rendered.of("PodDisruptionBudget")).hasSize(5);
    }

    @Test
    void the_portal_finds_each_service_that_is_there() {
        assertThat(Chart.SERVICES).filteredOn(each -> !each.equals("portal")).allSatisfy(each -> {
            String variable = "FOLKMOOT_SERVICES_" + each.toUpperCase(java.util.Locale.ROOT);
            assertThat(portal(Chart.render())).containsEntry(variable, "http://folkmoot-" + each + ":8080");
            assertThat(portal(Chart.render(Examples.without(each)))).containsEntry(variable, "");
        });
        assertThat(everything.of("Service").map(Manifest::name))
                .containsExactlyInAnyOrderElementsOf(
                        Chart.SERVICES.stream().map(each -> "folkmoot-" + each).toList());
    }

    @ParameterizedTest
    @CsvSource({"service, ServiceMonitor, /spec/endpoints", "pod, PodMonitor, /spec/podMetricsEndpoints"})
    void prometheus_reads_figures_where_every_service_has_them(String monitor, String kind, String endpoints) {
        Manifests rendered = Chart.render("metrics: {monitor: " + monitor + "}");
        assertThat(Manifest.items(rendered.the(kind, "folkmoot").at(endpoints))
                        .map(each -> each.path("port").asText()))
                .containsExactly("metrics");
        assertThat(rendered.of("Deployment")).hasSize(6).allSatisfy(each -> {
            assertThat(ports(each.pod().at("/containers/0/ports"), "containerPort"))
                    .containsExactly("http 8080", "metrics 9080");
            assertThat(each.settings()).containsEntry("FOLKMOOT_METRICS_PORT", "9080");
        });
        assertThat(rendered.of("Service"))
                .hasSize(6)
                .allSatisfy(each -> assertThat(ports(each.at("/spec/ports"), "port"))
                        .isEqualTo(
                                monitor.equals("service")
                                        ? List.of("http 8080", "metrics 9080")
                                        : List.of("http 8080")));
    }

    @ParameterizedTest
    @CsvSource({"service, ServiceMonitor, /spec/endpoints/0", "pod, PodMonitor, /spec/podMetricsEndpoints/0"})
    void figures_have_the_labels_by_which_rules_tell_services_apart(String monitor, String kind, String endpoint) {
        // Given
        Manifests rendered = Chart.render("metrics: {monitor: " + monitor + "}");
        Manifest reads = rendered.the(kind, "folkmoot");

        // When
        String job = reads.at("/spec/jobLabel").asText();
        JsonNode rule = reads.at(endpoint + "/relabelings/0");

        // Then
        assertThat(rule.path("targetLabel").asText()).isEqualTo("service");
        assertThat(rule.at("/sourceLabels/0").asText())
                .isEqualTo("__meta_kubernetes_pod_label_app_kubernetes_io_component");
        assertThat(rendered.of("Deployment")).hasSize(6).allSatisfy(each -> {
            JsonNode labels = each.at("/spec/template/metadata/labels");
            assertThat(labels.path(job).asText()).isEqualTo("folkmoot");
            assertThat("folkmoot-" + labels.path("app.kubernetes.io/component").asText())
                    .isEqualTo(each.name());
        });
        assertThat(rendered.of("Service"))
                .hasSize(6)
                .allSatisfy(
                        each -> assertThat(each.at("/metadata/labels").path(job).asText())
                                .isEqualTo("folkmoot"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"executive", "mandate", "neighbourhood", "portal", "registry", "tenants"})
    void a_service_that_is_off_leaves_nothing_behind(String service) {
        Manifests rendered = Chart.render(Examples.EVERYTHING, "ingress: {kind: none}", Examples.without(service));
        assertThat(rendered.all()).noneMatch(each -> each.name().contains("-" + service));
    }

    @Test
    void routes_lead_to_services_that_are_there() {
        String routes = """
                  routes:
                    - {service: portal, host: folkmoot.example.org, path: /}
                    - {service: neighbourhood, host: folkmoot.example.org, path: /fhir}
                """;
        Manifests ingress = Chart.render("ingress:\n  kind: ingress\n" + routes);
        Manifests gateway = Chart.render("ingress:\n  kind: gateway\n  gateway: {name: front}\n" + routes);
        assertThat(ingress.of("HTTPRoute")).isEmpty();
        assertThat(gateway.of("Ingress")).isEmpty();
        assertThat(Manifest.items(ingress.the("Ingress", "folkmoot").at("/spec/rules/0/http/paths"))
                        .map(each -> each.path("path").asText() + " "
                                + each.at("/backend/service/name").asText()))
                .containsExactly("/ folkmoot-portal", "/fhir folkmoot-neighbourhood");
        assertThat(Manifest.items(gateway.the("HTTPRoute", "folkmoot-0").at("/spec/rules"))
                        .map(each -> each.at("/matches/0/path/value").asText() + " "
                                + each.at("/backendRefs/0/name").asText()))
                .containsExactly("/ folkmoot-portal", "/fhir folkmoot-neighbourhood");
    }

    private static List<String> ports(JsonNode ports, String number) {
        return Manifest.items(ports)
                .map(each ->
                        each.path("name").asText() + " " + each.path(number).asInt())
                .toList();
    }

    private static Map<String, String> portal(Manifests rendered) {
        return rendered.the("Deployment", "folkmoot-portal").settings();
    }

    private List<String> selectedBy(JsonNode labels) {
        Map<String, String> wanted = Manifest.strings(labels);
        assertThat(wanted).isNotEmpty();
        Stream<Manifest> selected =
                everything.withPods().filter(each -> each.podLabels().entrySet().containsAll(wanted.entrySet()));
        return selected.map(Manifest::toString).toList();
    }
}
