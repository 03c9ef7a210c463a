package org.folkmoot.portal.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address with its query: what a list was asked for, to ask again with one thing changed.
 *
 * @param path without a query
 * @param parameters those that are there, in order
 */
public record Query(String path, Map<String, String> parameters) {

    public Query {
        parameters = new LinkedHashMap<>(parameters);
    }

    /** A path without any parameter. */
    public static Query of(String path) {
        return new Query(path, Map.of());
    }

    /** The same with that parameter; without it if the value is null or blank. */
    public Query with(String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(parameters);
        changed.remove(name);
        String text = value == null ? "" : value.toString().strip();
        if (!text.isEmpty()) {
            changed.put(name, text);
        }
        return new Query(path, changed);
    }

    /** The address. */
    public String href() {
        var href = new StringBuilder(path);
        char joint = '?';
        for (var parameter : parameters.entrySet()) {
            href.append(joint)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            joint = '&';
        }
        return href.toString();
    }
}
