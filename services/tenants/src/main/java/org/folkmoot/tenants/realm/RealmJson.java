package org.folkmoot.tenants.realm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Keycloak's representations as trees, so that one comparison serves all of them. */
final class RealmJson {

    /** A representation leaves out what it does not say; a newer server may say more than the client knows. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RealmJson() {}

    static JsonNode tree(Object representation) {
        return MAPPER.valueToTree(representation);
    }

    static <T> T as(JsonNode tree, Class<T> representation) {
        try {
            return MAPPER.treeToValue(tree, representation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "not a " + representation.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
