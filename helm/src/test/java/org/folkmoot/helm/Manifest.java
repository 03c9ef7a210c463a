package org.folkmoot.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One object of Kubernetes. */
record Manifest(JsonNode json) {

    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    String kind() {
        return json.path("kind").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    /** What stands there; a missing node where nothing does. */
    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    /** The spec of the pods that it makes; a missing node where it makes none. */
    JsonNode pod() {
        return json.at("/spec/template/spec");
    }

    boolean hasPods() {
        return !pod().isMissingNode();
    }

    Map<String, String> podLabels() {
        return strings(json.at("/spec/template/metadata/labels"));
    }

    Map<String, String> labels() {
        return strings(json.at("/metadata/labels"));
    }

    Stream<JsonNode> containers() {
        return Stream.concat(items(pod().path("initContainers")), items(pod().path("containers")));
    }

    /** The variables of its only container that have a value, not those from Secrets. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        containers()
                .flatMap(each -> items(each.path("env")))
                .filter(each -> each.has("value"))
                .forEach(each -> settings.put(
                        each.path("name").asText(), each.path("value").asText()));
        return settings;
    }

    /** The variables of its only container that come from a Secret, as {@code secret/key}. */
    Map<String, String> secrets() {
        Map<String, String> secrets = new TreeMap<>();
        containers()
                .flatMap(each -> items(each.path("env")))
                .filter(each -> each.has("valueFrom"))
                .forEach(each -> secrets.put(
                        each.path("name").asText(),
                        each.at("/valueFrom/secretKeyRef/name").asText() + "/"
                                + each.at("/valueFrom/secretKeyRef/key").asText()));
        return secrets;
    }

    static Map<String, String> strings(JsonNode object) {
        Map<String, String> strings = new TreeMap<>();
        object.properties()
                .forEach(each -> strings.put(each.getKey(), each.getValue().asText()));
        return strings;
    }

    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(array.iterator(), 0), false);
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
