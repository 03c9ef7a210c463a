package org.folkmoot.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON pointers in the form of URI fragments (RFC 6901 section 6). */
final class Pointers {

    /** The body as a whole. */
    static final String WHOLE = "#";

    private Pointers() {}

    static String ofJson(List<JsonMappingException.Reference> path) {
        var pointer = new StringBuilder(WHOLE);
        for (JsonMappingException.Reference step : path) {
            pointer.append(
                    step.getFieldName() == null ? "/" + Math.max(step.getIndex(), 0) : step(step.getFieldName()));
        }
        return pointer.toString();
    }

    /** One step into an object, escaped first as a pointer's token and then as a fragment. */
    static String step(String name) {
        return "/"
                + URLEncoder.encode(name.replace("~", "~0").replace("/", "~1"), StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%7E", "~");
    }

    /** A value outside the body: {@code query}, {@code path}, {@code header}. */
    static String parameter(String place, String name) {
        return WHOLE + place + step(name);
    }
}
