package org.folkmoot.nhsuk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.RawString;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FixturesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Tag by directory of the component in the package of the design system. */
    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("action-link", "nhsukActionLink"),
            Map.entry("back-link", "nhsukBackLink"),
            Map.entry("breadcrumb", "nhsukBreadcrumb"),
            Map.entry("button", "nhsukButton"),
            Map.entry("caption", "nhsukCaption"),
            Map.entry("card", "nhsukCard"),
            Map.entry("character-count", "nhsukCharacterCount"),
            Map.entry("checkboxes", "nhsukCheckboxes"),
            Map.entry("date-input", "nhsukDateInput"),
            Map.entry("details", "nhsukDetails"),
            Map.entry("error-message", "nhsukErrorMessage"),
            Map.entry("error-summary", "nhsukErrorSummary"),
            Map.entry("fieldset", "nhsukFieldset"),
            Map.entry("footer", "nhsukFooter"),
            Map.entry("header", "nhsukHeader"),
            Map.entry("heading", "nhsukHeading"),
            Map.entry("hint", "nhsukHint"),
            Map.entry("input", "nhsukInput"),
            Map.entry("inset-text", "nhsukInsetText"),
            Map.entry("label", "nhsukLabel"),
            Map.entry("legend", "nhsukLegend"),
            Map.entry("notification-banner", "nhsukNotificationBanner"),
            Map.entry("pagination", "nhsukPagination"),
            Map.entry("panel", "nhsukPanel"),
            Map.entry("radios", "nhsukRadios"),
            Map.entry("scroll", "nhsukScroll"),
            Map.entry("search-input", "nhsukSearchInput"),
            Map.entry("select", "nhsukSelect"),
            Map.entry("skip-link", "nhsukSkipLink"),
            Map.entry("summary-list", "nhsukSummaryList"),
            Map.entry("tables", "nhsukTable"),
            Map.entry("tabs", "nhsukTabs"),
            Map.entry("tag", "nhsukTag"),
            Map.entry("task-list", "nhsukTaskList"),
            Map.entry("textarea", "nhsukTextarea"),
            Map.entry("warning-callout", "nhsukWarningCallout"));

    /** Fixtures that we mean not to follow: "component: name of the fixture", and why. */
    private static final Map<String, String> NOT_SUPPORTED =
            Map.of("task-list: with empty items", "an empty place is no task, and counts in no number");

    @TestFactory
    Stream<DynamicNode> every_component_draws_what_the_design_system_draws() {
        return TAGS.keySet().stream().sorted().map(component -> {
            List<JsonNode> fixtures = Fixtures.of(component);
            return dynamicContainer(component, fixtures.stream().map(fixture -> test(component, fixture)));
        });
    }

    private static DynamicTest test(String component, JsonNode fixture) {
        String name = fixture.path("name").asText();
        String reason = NOT_SUPPORTED.get(component + ": " + name);
        return dynamicTest(name, () -> {
            String expected = Markup.normalised(fixture.path("html").asText());
            String drawn = Markup.normalised(draw(component, fixture));
            if (reason == null) {
                assertThat(drawn).isEqualTo(expected);
            } else {
                assertThat(drawn).as("is listed as not supported: %s", reason).isNotEqualTo(expected);
            }
        });
    }

    private static String draw(String component, JsonNode fixture) {
        ObjectNode context = fixture.path("context").deepCopy();
        claimNothingLess(component, context);
        Map<String, Object> options = JSON.convertValue(context, new TypeReference<>() {});
        String parameters = options.keySet().stream()
                .sorted(Comparator.naturalOrder())
                .map(option -> " %s=options.get('%s')".formatted(option, option))
                .collect(Collectors.joining());
        String tag = TAGS.get(component);
        String body = fixture.path("callBlock").asText("");
        return Pages.draw(
                "{#%s%s}{body}{/%s}".formatted(tag, parameters, tag),
                Map.of("options", options, "body", new RawString(body)));
    }

    /** The logo and the copyright of the NHS are drawn when they are asked for; the macros draw them unasked. */
    private static void claimNothingLess(String component, ObjectNode context) {
        if (component.equals("header")) {
            context.withObject("/logo").put("nhs", true);
        }
        if (component.equals("footer") && !context.has("copyright")) {
            context.put("copyright", "© NHS England");
        }
    }

    @TestFactory
    Stream<DynamicTest> every_option_of_a_macro_is_a_parameter_of_its_tag() {
        return Component.all()
                .filter(component -> TAGS.containsValue(component.tag()))
                .map(component -> dynamicTest(component.tag(), () -> {
                    String directory = TAGS.entrySet().stream()
                            .filter(entry -> entry.getValue().equals(component.tag()))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElseThrow();
                    assertThat(Fixtures.optionsOf(directory))
                            .allSatisfy(option ->
                                    assertThat(component.pathOf(option)).isPresent());
                }));
    }
}
