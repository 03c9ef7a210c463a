package org.folkmoot.nhsuk;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Radios and checkboxes: all of the choices in view. */
final class Choices {

    private Choices() {}

    static Html radios(Options options) {
        return choices(options, "nhsuk-radios", options.at("fieldset").string("describedBy"));
    }

    static Html checkboxes(Options options) {
        String fieldset = options.at("fieldset").string("describedBy");
        return choices(options, "nhsuk-checkboxes", fieldset == null ? options.string("describedBy") : fieldset);
    }

    private static Html choices(Options options, String block, @Nullable String describedBefore) {
        String idPrefix = options.string("idPrefix", options.string("name", ""));
        FormGroup group = new FormGroup(options, idPrefix);
        String describedBy = group.describedBy(describedBefore);
        String written = options.string("classes");
        List<?> items = options.list("items");
        Html inputs = Html.element(
                "div",
                Attributes.withClass(
                                block,
                                ClassNames.when(options.isTrue("small"), block + "--small", written),
                                ClassNames.when(options.isTrue("inline"), block + "--inline", written),
                                written)
                        .set("id", options.string("id"))
                        .set("data-module", block)
                        .addFrom(options),
                group.beside("beforeInputs"),
                Html.of(IntStream.range(0, items.size())
                        .mapToObj(at -> choice(
                                options,
                                Options.part(items.get(at)),
                                block,
                                at == 0 ? idPrefix : idPrefix + "-" + (at + 1),
                                describedBy))),
                group.beside("afterInputs"));
        return group.around(group.inFieldset(null, describedBy, Html.of(group.hintAndError(), inputs)));
    }

    private static Html choice(
            Options options, Options item, String block, String numberedId, @Nullable String describedBy) {
        boolean isRadio = block.equals("nhsuk-radios");
        // "None of these" and "all of these" need a script, and are not offered where none runs.
        String scripted = !isRadio && item.string("behaviour", "").equals("inclusive")
                ? "nhsuk-u-frontend-not-supported-hidden"
                : null;
        if (item.isTrue("divider")) {
            return Html.element(
                    "div", Attributes.withClass(block + "__divider", scripted), Html.text(item.string("divider")));
        }
        String id = item.string("id", numberedId);
        Options label = item.at("label");
        Options hint = item.at("hint");
        String hintId = hint.hasContent() ? hint.string("id", id + "-item-hint") : null;
        boolean isChecked = isRadio
                ? Fields.isChosen(item, "checked", item.value("value"), options.value("value"))
                : item.isTrue("checked") || (!item.isFalse("checked") && isAmong(item.value("value"), options));
        Html conditional = item.at("conditional").html("html");
        String conditionalId = conditional.isEmpty() ? null : "conditional-" + id;
        String itemDescribedBy =
                isRadio || options.isTrue("fieldset") ? hintId : Attributes.classes(describedBy, hintId);

        Attributes attributes = Attributes.withClass(block + "__input", item.string("classes"))
                .set("id", id)
                .always("name", isRadio ? options.string("name") : item.string("name", options.string("name", "")))
                .set("type", isRadio ? "radio" : "checkbox")
                .always("value", item.value("value"))
                .set("checked", isChecked)
                .set("disabled", item.isTrue("disabled") || (!item.isFalse("disabled") && options.isTrue("disabled")));
        if (!isRadio) {
            attributes
                    .set("data-behaviour", item.isTrue("exclusive") ? "exclusive" : item.string("behaviour"))
                    .set("data-behaviour-group", item.first("exclusiveGroup", "behaviourGroup"));
        }
        attributes
                .set("data-aria-controls", conditionalId)
                .set("aria-describedby", itemDescribedBy == null || itemDescribedBy.isEmpty() ? null : itemDescribedBy)
                .addFrom(item);

        Html line = Html.element(
                "div",
                Attributes.withClass(block + "__item", scripted),
                Html.element("input", attributes),
                Headings.label(label.without("classes", "size", "heading", "caption", "isPageHeading")
                        .orElse(Options.of("text", item.value("text"), "html", item.value("html")))
                        .with("for", id)
                        .with("classes", Attributes.classes(block + "__label", label.string("classes")))),
                hintId == null
                        ? Html.NONE
                        : FormGroup.hint(hint.with("id", hintId)
                                .with("classes", Attributes.classes(block + "__hint", hint.string("classes")))));
        if (conditionalId == null) {
            return line;
        }
        return Html.of(
                line,
                Html.element(
                        "div",
                        Attributes.withClass(
                                        block + "__conditional", isChecked ? null : block + "__conditional--hidden")
                                .set("id", conditionalId),
                        conditional));
    }

    private static boolean isAmong(@Nullable Object value, Options options) {
        return options.list("values").stream()
                .anyMatch(chosen -> Objects.equals(String.valueOf(chosen), String.valueOf(value)));
    }
}
