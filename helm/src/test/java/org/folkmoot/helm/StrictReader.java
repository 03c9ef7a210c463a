package org.folkmoot.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import io.strimzi.api.kafka.model.connect.KafkaConnect;
import io.strimzi.api.kafka.model.connector.KafkaConnector;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads manifests more strictly than an API server with {@code --validate=strict}: a field that the kind does not have, a
 * value of another type, a required field that is missing, all are said.
 *
 * <p>Kubernetes' own kinds are read twice: by its OpenAPI description, as its Java client has it (unknown and required
 * fields), and by the Fabric8 model (types). Kinds of operators are read by their Java models where those are published
 * (Strimzi, Gateway API, Prometheus), otherwise by a closed schema of the fields that the chart uses ({@code crds}).
 */
final class StrictReader {

    private interface Description {
        void check(JsonElement manifest) throws IOException;
    }

    private static final Map<String, Description> OPENAPI = Map.of(
            "apps/v1 Deployment", V1Deployment::validateJsonElement,
            "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement,
            "batch/v1 Job", V1Job::validateJsonElement,
            "networking.k8s.io/v1 Ingress", V1Ingress::validateJsonElement,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "v1 Service", V1Service::validateJsonElement);

    private static final Map<String, Class<?>> MODELS = Map.ofEntries(
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("batch/v1 Job", Job.class),
            Map.entry("gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class),
            Map.entry("kafka.strimzi.io/v1 Kafka", Kafka.class),
            Map.entry("kafka.strimzi.io/v1 KafkaConnect", KafkaConnect.class),
            Map.entry("kafka.strimzi.io/v1 KafkaConnector", KafkaConnector.class),
            Map.entry("kafka.strimzi.io/v1 KafkaNodePool", KafkaNodePool.class),
            Map.entry("kafka.strimzi.io/v1 KafkaUser", KafkaUser.class),
            Map.entry("monitoring.coreos.com/v1 PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class),
            Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("v1 Service", io.fabric8.kubernetes.api.model.Service.class));

    private static final Map<String, String> CLOSED_SCHEMAS = Map.of(
            "k8s.keycloak.org/v2alpha1 Keycloak", "/crds/keycloak.json",
            "postgresql.cnpg.io/v1 Cluster", "/crds/cnpg-cluster.json",
            "postgresql.cnpg.io/v1 Database", "/crds/cnpg-database.json");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .annotationIntrospector(new NothingUnknown())
            .build();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private StrictReader() {}

    /** What is wrong with the manifest; nothing where it is sound. */
    static List<String> faults(Manifest manifest) {
        String kind = manifest.apiVersion() + " " + manifest.kind();
        List<String> faults = new ArrayList<>();
        String json = manifest.json().toString();
        @Nullable Description openApi = OPENAPI.get(kind);
        if (openApi != null) {
            try {
                openApi.check(JsonParser.parseString(json));
            } catch (IOException | IllegalArgumentException e) {
                faults.add(manifest + ": " + e.getMessage());
            }
        }
        @Nullable Class<?> model = MODELS.get(kind);
        if (model != null) {
            try {
                STRICT.readValue(json, model);
            } catch (JsonProcessingException e) {
                faults.add(manifest + ": " + e.getOriginalMessage());
            }
        }
        @Nullable String closed = CLOSED_SCHEMAS.get(kind);
        if (closed != null) {
            schema(closed).validate(json, InputFormat.JSON).forEach(error -> faults.add(manifest + ": " + error));
        }
        if (openApi == null && model == null && closed == null) {
            faults.add(manifest + ": nobody knows the kind " + kind);
        }
        return faults;
    }

    private static Schema schema(String resource) {
        var stream = StrictReader.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException(resource + " is not there");
        }
        return SCHEMAS.getSchema(stream);
    }

    /** Models keep what they do not know, so as to pass it on, and know fields of former versions. Here neither will do. */
    private static final class NothingUnknown extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated any) {
            return false;
        }

        @Override
        public boolean hasIgnoreMarker(AnnotatedMember member) {
            boolean former = member.hasAnnotation(Deprecated.class)
                    && member.getDeclaringClass().getPackageName().startsWith("io.strimzi.");
            return former || super.hasIgnoreMarker(member);
        }
    }
}
