package org.folkmoot.helm;

/** Values of installations. */
final class Examples {

    /** Every option of the services' release. */
    static final String EVERYTHING = """
            mail: {host: smtp.example.org, username: folkmoot, from: folkmoot@example.org}
            metrics: {monitor: service}
            ingress: {kind: ingress, className: nginx, tlsSecret: tls, annotations: {a.example.org/b: c}}
            debezium: {enabled: true, icss: [qkk, t6y0w]}
            defaults: {autoscaling: {enabled: true}}
            image: {registry: registry.example.org, tag: "1.2.3", pullSecrets: [pull]}
            javaOptions: -XX:MaxRAMPercentage=60
            networkPolicy: {to: {smtp: {peers: [{ipBlock: {cidr: 192.0.2.25/32}}]}}}
            """;

    /** Every option of the servers' release, over {@code values-servers.yaml}. */
    static final String ALL_SERVERS = """
            servers:
              postgres: {enabled: true, parameters: {shared_buffers: 4GB}, storage: {className: fast}}
              kafka: {enabled: true, storage: {className: fast}}
              keycloak: {enabled: true, trustedProxies: 192.0.2.0/24}
              connect: {enabled: true, image: "registry.example.org/connect:1"}
            """;

    private Examples() {}

    static String without(String service) {
        return "services: {" + service + ": {enabled: false}}";
    }
}
