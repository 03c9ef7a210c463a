package org.folkmoot.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that cannot be meant are refused, and it is said where they stand. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicas: 3 | replicas",
                "services: {registry: {replica: 3}} | replica",
                "services: {archive: {enabled: true}} | archive",
                "services: {registry: {replicas: 0}} | /services/registry/replicas",
                "services: {registry: {replicas: two}} | /services/registry/replicas",
                "services: {registry: {enabled: maybe}} | /services/registry/enabled",
                "services: {registry: {secrets: {FOLKMOOT_KAFKA_PASSWORD: hunter2}}} | FOLKMOOT_KAFKA_PASSWORD",
                "services: {registry: {secrets: {FOLKMOOT_POSTGRES_OWNER_PASSWORD: {secret: a, key: b}}}} | FOLKMOOT_POSTGRES_OWNER_PASSWORD",
                "services: {registry: {settings: {FOLKMOOT_KAFKA_PASSWORD: hunter2}}} | FOLKMOOT_KAFKA_PASSWORD",
                "settings: {FOLKMOOT_NEIGHBOURHOOD_MASTER_KEY: hunter2} | FOLKMOOT_NEIGHBOURHOOD_MASTER_KEY",
                "settings: {LD_PRELOAD: x} | LD_PRELOAD",
                "settings: {FOLKMOOT_HTTP_MAX_BODY: 2} | FOLKMOOT_HTTP_MAX_BODY",
                "securityContext: {runAsUser: 0} | /securityContext/runAsUser",
                "shutdown: {gracePeriodSeconds: 10} | /shutdown/gracePeriodSeconds",
                "ingress: {kind: tunnel} | /ingress/kind",
                "ingress: {routes: [{service: archive, host: a.example.org, path: /}]} | /ingress/routes/0/service",
                "ingress: {kind: gateway} | ingress.gateway.name",
                "portalUrl: https://folkmoot.example.org/ | /portalUrl",
                "postgres: {address: postgres} | /postgres/address",
                "kafka: {securityProtocol: PLAINTEXT} | /kafka/securityProtocol",
                "debezium: {icss: [QKK]} | /debezium/icss/0",
                "networkPolicy: {to: {dns: {peers: [{}]}}} | /networkPolicy/to/dns/peers/0",
                "image: {tag: not a tag} | /image/tag",
                "defaults: {resources: {limits: {memory: lots}}} | /defaults/resources/limits/memory",
                "defaults: {autoscaling: {enabled: true, minReplicas: 8}} | minReplicas is greater than maxReplicas",
                "servers: {kafka: {enabled: true}} | they are a release of their own",
            })
    void a_value_that_cannot_be_meant_is_refused_with_its_place(String values, String said) {
        assertThatThrownBy(() -> Chart.render(values)).hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({"portal", "neighbourhood"})
    void a_route_to_a_service_that_is_off_is_refused(String service) {
        assertThatThrownBy(() -> Chart.render(
                        "ingress: {kind: ingress, routes: [{service: " + service + ", host: a.example.org, path: /}]}",
                        Examples.without(service)))
                .hasMessageContaining(service + " is not enabled");
    }
}
