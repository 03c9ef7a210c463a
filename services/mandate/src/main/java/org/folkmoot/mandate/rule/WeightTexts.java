package org.folkmoot.mandate.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.folkmoot.ballot.Fraction;
import org.folkmoot.ballot.Weights;

/** What a vote counts in each class: exact numbers as texts, as tables, the API and the ballot file have them. */
public final class WeightTexts {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private WeightTexts() {}

    /** As a column of JSON holds them. */
    public static String toJson(Map<String, String> weights) {
        try {
            return JSON.writeValueAsString(weights);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }

    /** From a column of JSON, by the names of the classes. */
    public static Map<String, String> ofJson(String json) {
        try {
            return new TreeMap<>(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("weights that cannot be read", e);
        }
    }

    /** As {@code libs/ballot} counts by them. */
    public static Weights parse(Map<String, String> weights) {
        return Weights.of(weights.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Fraction.parse(each.getValue()))));
    }
}
