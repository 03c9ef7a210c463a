package org.folkmoot.nhsuk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every field: its hint, its error, and the ids by which a screen reader finds them.
 *
 * @param options those of the component
 * @param id what the ids of hint and error begin with
 */
record FormGroup(Options options, @Nullable String id) {

    static Html hint(Options options) {
        return Html.element(
                "div",
                Attributes.withClass("nhsuk-hint", options.string("classes"))
                        .set("id", options.string("id"))
                        .addFrom(options),
                options.content());
    }

    static Html errorMessage(Options options) {
        String hidden = options.has("visuallyHiddenText") ? options.string("visuallyHiddenText") : "Error";
        return Html.element(
                "span",
                Attributes.withClass("nhsuk-error-message", options.string("classes"))
                        .set("id", options.string("id"))
                        .addFrom(options),
                hidden == null ? Html.NONE : Html.visuallyHidden(Html.text(hidden + ": ")),
                options.content());
    }

    static Html fieldset(Options options) {
        return fieldset(options, options.string("role"), options.string("describedBy"), options.html("html"));
    }

    private static Html fieldset(Options options, @Nullable String role, @Nullable String describedBy, Html content) {
        return Html.element(
                "fieldset",
                Attributes.withClass("nhsuk-fieldset", options.string("classes"))
                        .set("id", options.string("id"))
                        .set("role", role)
                        .set("aria-describedby", describedBy)
                        .addFrom(options),
                Headings.legend(options.at("legend")),
                content);
    }

    boolean isInError() {
        return options.at("errorMessage").hasContent() || Boolean.TRUE.equals(options.value("errorMessage"));
    }

    /** The ids of what describes the field, in the order in which it is read; null when there is nothing. */
    @Nullable
    String describedBy(@Nullable String before) {
        List<String> ids = new ArrayList<>();
        if (before != null) {
            ids.add(before);
        }
        if (options.at("hint").hasContent()) {
            ids.add(partId("hint", "hint"));
        }
        if (options.at("errorMessage").hasContent()) {
            ids.add(partId("errorMessage", "error"));
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    private String partId(String part, String suffix) {
        return options.at(part).string("id", id + "-" + suffix);
    }

    Html label() {
        Options label = options.at("label");
        return Headings.label(label.has("for") ? label : label.with("for", id));
    }

    Html hintAndError() {
        Options hint = options.at("hint");
        Options error = options.at("errorMessage");
        return Html.of(
                hint.hasContent() ? hint(hint.with("id", partId("hint", "hint"))) : Html.NONE,
                error.hasContent() ? errorMessage(error.with("id", partId("errorMessage", "error"))) : Html.NONE);
    }

    /** What the page wants beside the field itself. */
    Html beside(String where) {
        return options.at("formGroup").at(where).content();
    }

    /** The group around all of it. */
    Html around(Html... content) {
        return around(isInError(), content);
    }

    Html around(boolean isInError, Html... content) {
        Options group = options.at("formGroup");
        return Html.element(
                "div",
                Attributes.withClass(
                                "nhsuk-form-group",
                                isInError ? "nhsuk-form-group--error" : null,
                                group.string("classes"))
                        .addFrom(group),
                content);
    }

    /** The content in the fieldset that the page asks for, or as it is. */
    Html inFieldset(@Nullable String role, @Nullable String describedBy, Html content) {
        if (!options.isTrue("fieldset")) {
            return content;
        }
        Options fieldset = options.at("fieldset");
        String said = fieldset.string("role");
        return fieldset(fieldset, said == null ? role : said, describedBy, content);
    }
}
