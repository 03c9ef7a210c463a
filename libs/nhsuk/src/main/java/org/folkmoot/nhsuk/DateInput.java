package org.folkmoot.nhsuk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A date that a person knows by heart, in three fields. */
final class DateInput {

    private static final List<String> UNITS = List.of("day", "month", "year");
    private static final Map<String, Integer> WIDTHS = Map.of("day", 2, "month", 2, "year", 4);

    private DateInput() {}

    static Html render(Options options) {
        String id = options.string("id", "");
        FormGroup group = new FormGroup(options, id);
        String describedBy = group.describedBy(options.at("fieldset").string("describedBy"));
        List<Options> items = items(options);
        boolean isOneInError = items.stream().anyMatch(DateInput::isInError);

        Html inputs = Html.element(
                "div",
                Attributes.withClass("nhsuk-date-input", options.string("classes"))
                        .set("id", options.string("id"))
                        .addFrom(options),
                group.beside("beforeInputs"),
                Html.of(items.stream().map(item -> item(options, item, id, group.isInError() && !isOneInError))),
                group.beside("afterInputs"));
        // The role makes a screen reader announce the description of a fieldset of text inputs.
        return group.around(
                group.isInError() || isOneInError,
                group.inFieldset("group", describedBy, Html.of(group.hintAndError(), inputs)));
    }

    private static List<Options> items(Options options) {
        List<Options> items = options.parts("items");
        return items.isEmpty()
                ? UNITS.stream()
                        .filter(unit -> !options.isFalse(unit))
                        .map(unit -> unit(options, unit))
                        .toList()
                : items.stream().map(item -> sized(options, item)).toList();
    }

    private static Options unit(Options options, String unit) {
        return options.at(unit)
                .orElse(Options.of(
                        "name",
                        unit,
                        "width",
                        WIDTHS.get(unit),
                        "value",
                        options.has(unit) ? null : options.at("values").value(unit)));
    }

    /** An item that is known by its name takes the value and width of the day, month or year. */
    private static Options sized(Options options, Options item) {
        for (String unit : UNITS) {
            Options known = unit(options, unit);
            Object name = item.value("name");
            if (unit.equals(name) || Objects.equals(name, known.value("name"))) {
                return item.orElse(Options.of("value", known.value("value"), "width", WIDTHS.get(unit)));
            }
        }
        return item;
    }

    private static boolean isInError(Options item) {
        return item.isTrue("error") || ClassNames.contains(item.string("classes"), "nhsuk-input--error");
    }

    private static Html item(Options options, Options item, String id, boolean isAllInError) {
        String name = item.string("name", "");
        String prefix = options.string("namePrefix");
        Options label = item.at("label");
        String written = item.string("classes");
        boolean isMarked = ClassNames.contains(written, "nhsuk-input--error");
        return Html.element(
                "div",
                "nhsuk-date-input__item",
                Fields.input(item.orElse(Options.of(
                                "id",
                                id + "-" + name,
                                "value",
                                options.at("values").value(name),
                                "width",
                                2,
                                "inputmode",
                                "numeric",
                                "disabled",
                                options.value("disabled")))
                        .without("error")
                        .with("name", prefix == null ? name : prefix + "[" + name + "]")
                        .with(
                                "errorMessage",
                                !isMarked && (isInError(item) || (!item.isFalse("error") && isAllInError)))
                        .with("label", label(label, name))
                        .with("classes", Attributes.classes("nhsuk-date-input__input", written))));
    }

    private static Options label(Options label, @Nullable String name) {
        String shown = name == null || name.isEmpty()
                ? ""
                : name.substring(0, 1).toUpperCase(Locale.ROOT)
                        + name.substring(1).toLowerCase(Locale.ROOT);
        return label.orElse(Options.of("text", shown))
                .with("classes", Attributes.classes("nhsuk-date-input__label", label.string("classes")));
    }
}
