package org.folkmoot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader that all manifests pass finds what is broken on purpose: in each kind, and in each way. */
class StrictReaderTest {

    private final Manifests services = Chart.render(Examples.EVERYTHING);
    private final Manifests others =
            Chart.render("metrics: {monitor: pod}", "ingress: {kind: gateway, gateway: {name: front}}");
    private final Manifests servers = Chart.render(Chart.text("values-servers.yaml"), Examples.ALL_SERVERS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deployment              | /spec/template/spec/containers/0 | readynessProbe | {}",
                "Deployment              | /spec | replica | 2",
                "Deployment              | /spec | replicas | two",
                "Deployment              | /spec/template/spec/containers/0/securityContext | runAsNonRoot | maybe",
                "Job                     | /spec | backOffLimit | 2",
                "Service                 | /spec | selectors | {}",
                "PodDisruptionBudget     | /spec | maxUnavailablePods | 1",
                "HorizontalPodAutoscaler | /spec | minimumReplicas | 1",
                "NetworkPolicy           | /spec | igress | []",
                "Ingress                 | /spec/rules/0/http/paths/0 | pathtype | Prefix",
                "HTTPRoute               | /spec/rules/0 | backends | []",
                "ServiceMonitor          | /spec/endpoints/0 | intervall | 30s",
                "PodMonitor              | /spec/podMetricsEndpoints/0 | intervall | 30s",
                "Kafka                   | /spec/kafka/listeners/0 | tsl | true",
                "Kafka                   | /spec/kafka | replicas | 3",
                "KafkaNodePool           | /spec/storage | deleteClaims | false",
                "KafkaUser               | /spec/authentication | passwort | {}",
                "KafkaConnect            | /spec | bootstrap | a:1",
                "KafkaConnector          | /spec | taskMax | 1",
                "Keycloak                | /spec/db | hostname | a",
                "Cluster                 | /spec | instance | 1",
                "Database                | /spec | owners | a",
            })
    void a_field_that_the_kind_does_not_have_or_a_value_of_another_type_is_found(
            String kind, String place, String field, String value) throws JsonProcessingException {
        // Given
        Manifest sound = first(kind);
        assertThat(StrictReader.faults(sound)).isEmpty();
        // When
        ObjectNode broken = sound.json().deepCopy();
        ((ObjectNode) broken.at(place)).set(field, Chart.YAML.readTree(value));
        // Then
        assertThat(StrictReader.faults(new Manifest(broken))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deployment              | /spec | selector",
                "Deployment              | /spec/template/spec/containers/0 | name",
                "Job                     | /spec | template",
                "HorizontalPodAutoscaler | /spec | maxReplicas",
                "Ingress                 | /spec/rules/0/http/paths/0 | pathType",
                "Database                | /spec | owner",
            })
    void a_required_field_that_is_missing_is_found(String kind, String place, String field) {
        // Given
        ObjectNode broken = first(kind).json().deepCopy();
        // When
        ((ObjectNode) broken.at(place)).remove(field);
        // Then
        assertThat(StrictReader.faults(new Manifest(broken))).isNotEmpty();
    }

    @Test
    void a_kind_that_nobody_knows_is_found() {
        ObjectNode broken = first("Service").json().deepCopy();
        assertThat(StrictReader.faults(new Manifest(broken.put("apiVersion", "v2"))))
                .singleElement()
                .asString()
                .contains("nobody knows the kind v2 Service");
    }

    private Manifest first(String kind) {
        return java.util.stream.Stream.of(services, others, servers)
                .flatMap(each -> each.of(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind));
    }
}
