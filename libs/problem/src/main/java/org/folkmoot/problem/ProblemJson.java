package org.folkmoot.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * The form on the wire. Its own mapper: how a service writes its other JSON, or whether its mapper works at all, must
 * not change how it reports an error.
 */
final class ProblemJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private ProblemJson() {}

    static byte[] write(Problem problem) {
        try {
            return MAPPER.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A problem's extensions must be plain JSON values", e);
        }
    }

    static Problem read(byte[] json) {
        try {
            return MAPPER.readValue(json, Problem.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a problem: " + e.getMessage(), e);
        }
    }
}
