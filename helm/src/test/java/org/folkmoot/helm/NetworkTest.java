package org.folkmoot.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may connect to whom: everything that is allowed is listed here, and nothing more is. */
class NetworkTest {

    private static final Map<String, String> OUTSIDE = Map.of(
            "{\"cnpg.io/cluster\":\"servers-postgres\"}", "postgres",
            "{\"strimzi.io/cluster\":\"servers-kafka\",\"strimzi.io/kind\":\"Kafka\"}", "kafka",
            "{\"app\":\"keycloak\"}", "keycloak",
            "{\"k8s-app\":\"kube-dns\"}", "dns");

    @Test
    void what_is_not_allowed_is_refused() {
        assertThat(Chart.render().of("NetworkPolicy"))
                .filteredOn(each -> each.at("/spec/ingress").isMissingNode()
                        && each.at("/spec/egress").isMissingNode())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.at("/spec/policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
                    Map<String, String> selected = Manifest.strings(each.at("/spec/podSelector/matchLabels"));
                    assertThat(Chart.render().withPods())
                            .hasSize(12)
                            .allSatisfy(pod -> assertThat(pod.podLabels()).containsAllEntriesOf(selected));
                });
    }

    @Test
    void services_reach_their_servers_and_the_portal_the_services() {
        assertThat(flows(Chart.render()))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Chart.SERVICES.stream()
                                        .flatMap(each -> Stream.of(
                                                each + " to dns 53/UDP",
                                                each + " to dns 53/TCP",
                                                each + " to postgres 5432/TCP",
                                                each + " to kafka 9093/TCP",
                                                each + " to keycloak 8080/TCP",
                                                each + "-migration to dns 53/UDP",
                                                each + "-migration to dns 53/TCP",
                                                each + "-migration to postgres 5432/TCP")),
                                Stream.concat(
                                        Stream.of("portal from keycloak http/TCP"),
                                        Stream.of("executive", "mandate", "neighbourhood", "registry", "tenants")
                                                .flatMap(each -> Stream.of(
                                                        "portal to " + each + " http/TCP",
                                                        each + " from portal http/TCP"))))
                        .toList());
    }

    @Test
    void a_migration_may_reach_its_database_before_it_begins() {
        Manifests rendered = Chart.render();
        assertThat(rendered.of("Job")).hasSize(6).allSatisfy(job -> {
            JsonNode policy = rendered.the("NetworkPolicy", job.name()).at("/metadata/annotations");
            assertThat(policy.path(Chart.HOOK).asText())
                    .isNotEmpty()
                    .isEqualTo(job.at("/metadata/annotations").path(Chart.HOOK).asText());
            // What says nothing has the weight 0.
            assertThat(policy.path("helm.sh/hook-weight").asInt())
                    .isLessThan(job.at("/metadata/annotations")
                            .path("helm.sh/hook-weight")
                            .asInt());
            // And it stays as long as the Job may run.
            assertThat(policy.path("helm.sh/hook-delete-policy").asText()).isEqualTo("before-hook-creation");
        });
    }

    @Test
    void an_option_opens_what_it_needs() {
        List<String> usual = flows(Chart.render());
        assertThat(flows(Chart.render(
                        "mail: {host: smtp.example.org}",
                        "networkPolicy: {to: {smtp: {peers: [{ipBlock: {cidr: 192.0.2.25/32}}]}}}")))
                .containsAll(usual)
                .hasSize(usual.size() + 3)
                .contains(
                        "mandate to 192.0.2.25/32 587/TCP",
                        "executive to 192.0.2.25/32 587/TCP",
                        "neighbourhood to 192.0.2.25/32 587/TCP");
        assertThat(flows(Chart.render("ingress: {kind: ingress}")))
                .containsAll(usual)
                .hasSize(usual.size() + 1)
                .contains("portal from ingress-nginx http/TCP");
        assertThat(flows(Chart.render("metrics: {monitor: pod}")))
                .containsAll(usual)
                .hasSize(usual.size() + 6)
                .contains("registry from monitoring metrics/TCP")
                .doesNotContain("registry from monitoring http/TCP");
        assertThat(flows(Chart.render("services: {registry: {egress: [{to: [{ipBlock: {cidr: 192.0.2.7/32}}],"
                        + " ports: [{protocol: TCP, port: 443}]}]}}")))
                .containsAll(usual)
                .hasSize(usual.size() + 1)
                .contains("registry to 192.0.2.7/32 443/TCP");
    }

    @Test
    void an_option_that_would_open_everything_is_refused() {
        assertThatThrownBy(() -> Chart.render("mail: {host: smtp.example.org}"))
                .hasMessageContaining("no peer would mean everywhere");
        assertThatThrownBy(() -> Chart.render("metrics: {monitor: pod}", "networkPolicy: {from: {metrics: []}}"))
                .hasMessageContaining("no peer would mean from everywhere");
    }

    @Test
    void whoever_is_off_is_let_in_nowhere() {
        assertThat(flows(Chart.render(Examples.without("portal")))).noneMatch(each -> each.contains("portal"));
        assertThat(flows(Chart.render(Examples.without("executive")))).noneMatch(each -> each.contains("executive"));
    }

    private static List<String> flows(Manifests rendered) {
        return rendered.of("NetworkPolicy")
                .flatMap(policy ->
                        Stream.concat(rules(policy, "/spec/ingress", "from"), rules(policy, "/spec/egress", "to")))
                .toList();
    }

    private static Stream<String> rules(Manifest policy, String rules, String direction) {
        String whose = policy.at("/spec/podSelector/matchLabels")
                .path("app.kubernetes.io/component")
                .asText();
        return Manifest.items(policy.at(rules)).flatMap(rule -> {
            // Without peers or without ports a rule would hold of all.
            assertThat(rule.path(direction)).isNotEmpty();
            assertThat(rule.path("ports")).isNotEmpty();
            return Manifest.items(rule.path(direction))
                    .flatMap(peer -> Manifest.items(rule.path("ports"))
                            .map(port -> whose + " " + direction + " " + named(peer) + " "
                                    + port.path("port").asText() + "/"
                                    + port.path("protocol").asText()));
        });
    }

    private static String named(JsonNode peer) {
        JsonNode pods = peer.at("/podSelector/matchLabels");
        if (pods.has("app.kubernetes.io/component")) {
            return pods.path("app.kubernetes.io/component").asText();
        }
        if (peer.has("ipBlock")) {
            return peer.at("/ipBlock/cidr").asText();
        }
        if (pods.isMissingNode()) {
            return peer.at("/namespaceSelector/matchLabels")
                    .path("kubernetes.io/metadata.name")
                    .asText();
        }
        return OUTSIDE.getOrDefault(pods.toString(), peer.toString());
    }
}
