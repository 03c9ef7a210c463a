package org.folkmoot.nhsuk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fields of one value: a line of text, a longer text, a choice from a list. */
final class Fields {

    private static final List<String> WIDTHS = List.of("2", "3", "4", "5", "10", "20", "30");

    private Fields() {}

    private static @Nullable String idOf(Options options) {
        return options.string("id", options.string("name", ""));
    }

    static Html input(Options options) {
        FormGroup group = new FormGroup(options, idOf(options));
        return group.around(group.label(), group.hintAndError(), wrappedInput(options, group));
    }

    private static Html wrappedInput(Options options, FormGroup group) {
        Options wrapper = options.at("inputWrapper");
        Html before = group.beside("beforeInput");
        Html after = group.beside("afterInput");
        Html prefix = affix(options.at("prefix"), "prefix");
        Html suffix = affix(options.at("suffix"), "suffix");
        Html all = Html.of(before, prefix, inputElement(options, group), suffix, after);
        boolean isAlone = before.isEmpty() && after.isEmpty() && prefix.isEmpty() && suffix.isEmpty();
        if (isAlone && !wrapper.isTrue("classes") && !wrapper.isTrue("attributes")) {
            return all;
        }
        boolean isLarge =
                ClassNames.when(options.isTrue("large"), "nhsuk-input--large", options.string("classes")) != null;
        return Html.element(
                "div",
                Attributes.withClass(
                                "nhsuk-input-wrapper",
                                isLarge ? "nhsuk-input-wrapper--large" : null,
                                wrapper.string("classes"))
                        .addFrom(wrapper),
                all);
    }

    private static Html inputElement(Options options, FormGroup group) {
        String written = options.string("classes");
        return Html.element(
                "input",
                Attributes.withClass(
                                "nhsuk-input",
                                ClassNames.when(options.isTrue("large"), "nhsuk-input--large", written),
                                ClassNames.when(options.isTrue("code"), "nhsuk-input--code", written),
                                group.isInError() ? "nhsuk-input--error" : null,
                                ClassNames.oneOf(WIDTHS, "nhsuk-input--width-", options.string("width"), written),
                                written)
                        .always("id", group.id())
                        .always("name", options.string("name"))
                        .set("type", options.string("type", "text"))
                        .set("spellcheck", Buttons.spelt(options, "spellcheck"))
                        .set("value", options.value("value"))
                        .set("disabled", options.isTrue("disabled"))
                        .set("aria-describedby", group.describedBy(options.string("describedBy")))
                        .set("autocomplete", options.value("autocomplete"))
                        .set("autocapitalize", options.value("autocapitalize"))
                        .set("pattern", options.value("pattern"))
                        .set("placeholder", options.value("placeholder"))
                        .set("inputmode", options.value("inputmode"))
                        .addFrom(options));
    }

    private static Html affix(Options affix, String kind) {
        return affix.hasContent()
                ? Html.element(
                        "div",
                        Attributes.withClass("nhsuk-input-wrapper__" + kind, affix.string("classes"))
                                .set("aria-hidden", "true")
                                .addFrom(affix),
                        affix.content())
                : Html.NONE;
    }

    static Html textarea(Options options) {
        FormGroup group = new FormGroup(options, idOf(options));
        Object value = options.value("value");
        return group.around(
                group.label(),
                group.hintAndError(),
                group.beside("beforeInput"),
                Html.element(
                        "textarea",
                        Attributes.withClass(
                                        "nhsuk-textarea",
                                        group.isInError() ? "nhsuk-textarea--error" : null,
                                        options.string("classes"))
                                .always("id", group.id())
                                .always("name", options.string("name"))
                                .set("rows", options.string("rows", "5"))
                                .set("spellcheck", Buttons.spelt(options, "spellcheck"))
                                .set("disabled", options.isTrue("disabled"))
                                .set("aria-describedby", group.describedBy(options.string("describedBy")))
                                .set("autocomplete", options.string("autocomplete"))
                                .addFrom(options),
                        // A browser drops the first line break of a text area, so a text that begins with one has two.
                        value == null
                                ? Html.NONE
                                : Html.text(value.toString().startsWith("\n") ? "\n" + value : value)),
                group.beside("afterInput"));
    }

    static Html characterCount(Options options) {
        String id = idOf(options);
        String limit = options.string("maxwords", options.string("maxlength", ""));
        String countType = options.string("countType", options.isTrue("maxwords") ? "words" : "");
        boolean countsWords = countType.equals("words");
        String description = options.string(
                "textareaDescriptionText", "You can enter up to %{count} " + (countsWords ? "words" : "characters"));
        String info = id + "-info";

        Html message = FormGroup.hint(Options.of(
                "id",
                info,
                "text",
                limit.isEmpty() ? null : description.replace("%{count}", limit),
                "classes",
                Attributes.classes(
                        "nhsuk-character-count__message",
                        options.at("countMessage").string("classes")),
                "attributes",
                limit.isEmpty() ? Options.of("hidden", Options.of("value", true, "optional", true)) : null));

        Options attributes = Options.of(
                        "data-module",
                        "nhsuk-character-count",
                        "data-maxlength",
                        options.value("maxlength"),
                        "data-maxwords",
                        options.value("maxwords"),
                        "data-threshold",
                        options.value("threshold"),
                        "data-count-type",
                        countType.isEmpty() ? null : countType)
                .orElse(
                        limit.isEmpty() && options.isTrue("textareaDescriptionText")
                                ? Options.of("data-i18n.textarea-description.other", description)
                                : Options.NONE)
                .orElse(translations(options, "characters-under-limit", "charactersUnderLimitText"))
                .orElse(translations(options, "characters-at-limit", "charactersAtLimitText"))
                .orElse(translations(options, "characters-over-limit", "charactersOverLimitText"))
                .orElse(translations(options, "words-under-limit", "wordsUnderLimitText"))
                .orElse(translations(options, "words-at-limit", "wordsAtLimitText"))
                .orElse(translations(options, "words-over-limit", "wordsOverLimitText"))
                .orElse(options.at("formGroup").at("attributes"));

        Html after = Html.of(message, options.at("formGroup").at("afterInput").content());
        return textarea(options.with("describedBy", info)
                .with("classes", Attributes.classes("nhsuk-js-character-count", options.string("classes")))
                .withPath(
                        "formGroup.classes",
                        Attributes.classes(options.at("formGroup").string("classes"), "nhsuk-character-count"))
                .withPath("formGroup.attributes", attributes)
                .withPath("formGroup.afterInput", after.raw()));
    }

    /** Texts that a script shows: one, or one for each kind of plural. */
    static Options translations(Options options, String key, String name) {
        return switch (options.value(name)) {
            case null -> Options.NONE;
            case String text -> Options.of("data-i18n." + key, text);
            case Object ignored -> {
                Options[] all = {Options.NONE};
                options.at(name)
                        .forEach((plural, text) -> all[0] = all[0].with("data-i18n." + key + "." + plural, text));
                yield all[0];
            }
        };
    }

    static Html searchInput(Options options) {
        Options button = options.at("button");
        String wide = ClassNames.when(options.isTrue("large"), "nhsuk-search-input--large", options.string("classes"));
        Html press = options.isFalse("button")
                ? Html.NONE
                : Buttons.button(button.orElse(Options.of(
                                "ariaLabel",
                                "Search",
                                "icon",
                                "search",
                                "small",
                                !options.isTrue("large"),
                                "disabled",
                                options.value("disabled")))
                        .with("classes", Attributes.classes("nhsuk-search-input__button", button.string("classes"))));
        Options group = options.at("formGroup");
        return input(options.orElse(Options.of("type", "search", "autocomplete", "off"))
                .with("classes", Attributes.classes("nhsuk-search-input__input", options.string("classes")))
                .withPath(
                        "inputWrapper.classes",
                        Attributes.classes(
                                "nhsuk-search-input__wrapper",
                                options.at("inputWrapper").string("classes")))
                .withPath("formGroup.classes", Attributes.classes("nhsuk-search-input", wide, group.string("classes")))
                .withPath(
                        "formGroup.afterInput",
                        Html.of(press, group.at("afterInput").content()).raw()));
    }

    static Html select(Options options) {
        FormGroup group = new FormGroup(options, idOf(options));
        Html select = Html.element(
                "select",
                Attributes.withClass(
                                "nhsuk-select",
                                group.isInError() ? "nhsuk-select--error" : null,
                                options.string("classes"))
                        .always("id", group.id())
                        .always("name", options.string("name"))
                        .set("disabled", options.isTrue("disabled"))
                        .set("aria-describedby", group.describedBy(options.string("describedBy")))
                        .addFrom(options),
                Html.of(options.parts("items").stream().map(item -> option(item, options.value("value")))));

        Options wrapper = options.at("inputWrapper");
        Html before = group.beside("beforeInput");
        Html after = group.beside("afterInput");
        Html all = Html.of(before, select, after);
        boolean isWrapped =
                !before.isEmpty() || !after.isEmpty() || wrapper.isTrue("classes") || wrapper.isTrue("attributes");
        return group.around(
                group.label(),
                group.hintAndError(),
                isWrapped
                        ? Html.element(
                                "div",
                                Attributes.withClass("nhsuk-input-wrapper", wrapper.string("classes"))
                                        .addFrom(wrapper),
                                all)
                        : all);
    }

    private static Html option(Options item, @Nullable Object chosen) {
        if (item.isTrue("divider")) {
            return Html.element("hr", Attributes.none());
        }
        Object effective = item.has("value") ? item.value("value") : item.value("text");
        Attributes attributes = Attributes.none();
        if (item.has("value")) {
            attributes.always("value", item.value("value"));
        }
        return Html.element(
                "option",
                attributes
                        .set("selected", isChosen(item, "selected", effective, chosen))
                        .set("disabled", item.isTrue("disabled"))
                        .addFrom(item),
                item.content());
    }

    /** An item is chosen when it says so, or when it has the value that the whole has and does not say otherwise. */
    static boolean isChosen(Options item, String flag, @Nullable Object value, @Nullable Object chosen) {
        if (item.isTrue(flag)) {
            return true;
        }
        return !item.isFalse(flag)
                && Options.isTrue(chosen)
                && value != null
                && Objects.equals(value.toString(), String.valueOf(chosen));
    }
}
