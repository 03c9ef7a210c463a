package org.folkmoot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Combinations of values: each is linted strictly, and every manifest that it makes is read strictly. */
class ChartTest {

    static Stream<List<String>> combinations() {
        List<List<String>> combinations = new ArrayList<>(List.of(
                List.of(),
                List.of(Examples.EVERYTHING),
                List.of(Chart.text("values-servers.yaml"), Examples.ALL_SERVERS),
                List.of(
                        Chart.text("values-servers.yaml"),
                        Examples.ALL_SERVERS,
                        "debezium: {enabled: true, icss: [qkk]}"),
                List.of(Chart.text("values-servers.yaml")),
                List.of("migrations: {enabled: false}"),
                List.of("networkPolicy: {enabled: false}"),
                List.of("nameOverride: other"),
                List.of("metrics: {monitor: pod}"),
                List.of("kafka: {securityProtocol: SASL_PLAINTEXT, ca: {secret: \"\"}}", "keycloak: {url: \"\"}"),
                List.of("defaults: {disruptionBudget: false}"),
                List.of(
                        "services: {registry: {egress: [{to: [{ipBlock: {cidr: 192.0.2.7/32}}], ports: [{port: 443}]}]}}"),
                List.of("ingress: {kind: gateway, gateway: {name: front}}"),
                List.of("""
                        ingress:
                          kind: gateway
                          gateway: {name: front, namespace: edge, sectionName: https}
                          routes:
                            - {service: portal, host: folkmoot.example.org, path: /}
                            - {service: neighbourhood, host: fhir.example.org, path: /fhir}
                        """),
                List.of("""
                        ingress:
                          kind: ingress
                          routes:
                            - {service: portal, host: folkmoot.example.org, path: /}
                            - {service: neighbourhood, host: folkmoot.example.org, path: /fhir}
                        """)));
        for (String service : Chart.SERVICES) {
            combinations.add(List.of(Examples.without(service)));
            combinations.add(List.of(Examples.EVERYTHING, "ingress: {kind: none}", Examples.without(service)));
            combinations.add(List.of("services: {" + service + ": {autoscaling: {enabled: true, maxReplicas: 9}}}"));
        }
        for (int replicas : List.of(1, 3, 7)) {
            combinations.add(List.of("defaults: {replicas: " + replicas + "}"));
        }
        return combinations.stream();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void every_manifest_is_what_its_kind_allows(List<String> values) {
        // When
        Manifests rendered = Chart.render(values.toArray(String[]::new));
        // Then
        assertThat(rendered.all()).isNotEmpty();
        assertThat(rendered.all())
                .allSatisfy(each -> assertThat(StrictReader.faults(each)).isEmpty());
        assertThat(rendered.all().stream().map(Manifest::toString)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void the_chart_is_clean_to_a_strict_linter(List<String> values) {
        // When
        LintResult lint = Chart.lint(values.toArray(String[]::new));
        // Then
        assertThat(lint.isFailed()).as(lint.getMessages().toString()).isFalse();
    }

    @Test
    void each_combination_makes_something_else() {
        assertThat(combinations()
                        .map(values ->
                                Chart.render(values.toArray(String[]::new)).all()))
                .doesNotHaveDuplicates();
    }
}
