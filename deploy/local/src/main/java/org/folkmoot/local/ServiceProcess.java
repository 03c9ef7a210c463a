package org.folkmoot.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One of Folkmoot's services as a process, configured by environment variables as in an installation. */
final class ServiceProcess {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private ServiceProcess() {}

    static Child of(String service, Settings settings, Secrets secrets) {
        Path jar = settings.root().resolve("services/" + service + "/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new Refusal(jar + " is not there: build first (./folkmoot up does it)");
        }
        return new Child(
                service,
                settings.run(),
                new Child.Spec(
                        List.of(
                                Java.executable(),
                                "-Xms48m",
                                "-Xmx320m",
                                settings.optimise() ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
                                // What it shares with the images.
                                "@" + settings.root().resolve("deploy/images/java.options"),
                                "-jar",
                                jar.toString()),
                        environment(service, settings, secrets),
                        settings.log(service),
                        () -> answers(settings, service),
                        Duration.ofMinutes(2),
                        "TERM"));
    }

    static boolean answers(Settings settings, String service) {
        try {
            var request = HttpRequest.newBuilder(URI.create(settings.serviceUrl(service) + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Map<String, String> environment(String service, Settings settings, Secrets secrets) {
        var variables = new HashMap<String, String>();
        variables.put("FOLKMOOT_HTTP_HOST", settings.host());
        variables.put("FOLKMOOT_HTTP_PORT", Integer.toString(settings.port(service)));
        variables.put("FOLKMOOT_METRICS_PORT", Integer.toString(settings.port(service + "-metrics")));
        variables.put("FOLKMOOT_POSTGRES_ADDRESS", settings.postgresAddress());
        for (String role : List.of("owner", "app", "relay")) {
            variables.put(
                    "FOLKMOOT_POSTGRES_" + role.toUpperCase(Locale.ROOT) + "_PASSWORD",
                    secrets.password("postgres." + role));
        }
        variables.put("FOLKMOOT_KAFKA_BOOTSTRAP_SERVERS", settings.kafkaAddress());
        variables.put("FOLKMOOT_KAFKA_PASSWORD", secrets.password("kafka." + service));
        variables.put("FOLKMOOT_KEYCLOAK_URL", settings.keycloakUrl());
        variables.put("FOLKMOOT_KEYCLOAK_PUBLIC_URL", settings.keycloakUrl());
        // Mails, and the portal itself, name this address.
        variables.put("FOLKMOOT_PORTAL_URL", settings.serviceUrl("portal"));
        if (service.equals("mandate")) {
            variables.put("FOLKMOOT_MANDATE_SEAL_KEY", secrets.key("mandate.seal"));
        }
        if (service.equals("neighbourhood")) {
            variables.put("FOLKMOOT_NEIGHBOURHOOD_MASTER_KEY", secrets.key("neighbourhood.master"));
            variables.put("FOLKMOOT_NEIGHBOURHOOD_FHIR_URL", settings.serviceUrl(service) + "/fhir");
        }
        if (service.equals("portal")) {
            variables.put("FOLKMOOT_PORTAL_CLIENT_SECRET", secrets.password("keycloak.portal"));
            variables.put("FOLKMOOT_PORTAL_SESSION_KEY", secrets.password("portal.session"));
            for (String other : Settings.SERVICES) {
                variables.put("FOLKMOOT_SERVICES_" + other.toUpperCase(Locale.ROOT), settings.serviceUrl(other));
            }
        }
        if (service.equals("tenants")) {
            variables.put("FOLKMOOT_TENANTS_PORTAL_REDIRECT_URIS", settings.serviceUrl("portal") + "/signed-in");
            variables.put("FOLKMOOT_TENANTS_PORTAL_AFTER_LOGOUT_URIS", settings.serviceUrl("portal") + "/");
            variables.put("FOLKMOOT_TENANTS_PORTAL_BACK_CHANNEL_URL", settings.serviceUrl("portal"));
            variables.put("FOLKMOOT_TENANTS_PORTAL_CLIENT_SECRET", secrets.password("keycloak.portal"));
            variables.put("FOLKMOOT_KEYCLOAK_ADMIN_CLIENT_ID", Keycloak.ADMIN_CLIENT);
            variables.put("FOLKMOOT_KEYCLOAK_ADMIN_CLIENT_SECRET", secrets.password("keycloak.admin"));
            variables.put("FOLKMOOT_TENANTS_LOCAL_CLIENTS", "true");
        }
        return variables;
    }
}
