package org.folkmoot.neighbourhood.care;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/** What a version of a care plan says. It is sealed as one text. */
record PlanContent(List<String> goals, List<Activity> activities, String contingency) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    PlanContent {
        goals = List.copyOf(goals);
        activities = List.copyOf(activities);
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and days can always be written", e);
        }
    }

    static PlanContent of(String json) {
        try {
            return JSON.readValue(json, PlanContent.class);
        } catch (JsonProcessingException e) {
            // Its message would quote what is sealed.
            throw new IllegalStateException("a care plan cannot be read");
        }
    }
}
