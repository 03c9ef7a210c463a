package org.folkmoot.nhsuk;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import java.util.List;
import java.util.Map;

/** Templates drawn by an engine of our own, which is up at once. */
final class Pages {

    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addSectionHelper(new NhsukTags())
            .addNamespaceResolver(new Assets())
            .addResultMapper(new HtmlEscaper(List.of("text/html")))
            .build();

    private Pages() {}

    static String draw(String template, Map<String, Object> data) {
        return ENGINE.parse(template, Variant.forContentType("text/html")).render(data);
    }

    static String draw(String template) {
        return draw(template, Map.of());
    }
}
