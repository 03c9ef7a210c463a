package org.folkmoot.nhsuk;

/** Everything that is wrong with a form, at the top of the page, each with a link to its field. */
final class ErrorSummary {

    private ErrorSummary() {}

    static Html render(Options options) {
        Options heading = options.has("heading")
                ? options.at("heading")
                : Options.of("text", options.value("titleText"), "html", options.value("titleHtml"));
        Options description = options.has("description")
                ? options.at("description")
                : Options.of("text", options.value("descriptionText"), "html", options.value("descriptionHtml"));
        return Html.element(
                "div",
                Attributes.withClass("nhsuk-error-summary", options.string("classes"))
                        .set("id", options.string("id"))
                        .set("data-module", "nhsuk-error-summary")
                        .set("data-disable-auto-focus", Buttons.spelt(options, "disableAutoFocus"))
                        .addFrom(options),
                // The alert is a child, because the script moves the focus to the parent: done to one element, a screen
                // reader would miss the second.
                Html.element(
                        "div",
                        Attributes.none().set("role", "alert"),
                        Headings.heading(
                                heading.without("classes", "size", "caption", "href", "visuallyHiddenText"),
                                Headings.Style.of("nhsuk-error-summary__heading", 2)),
                        Html.element(
                                "div",
                                "nhsuk-error-summary__body",
                                description.hasContent()
                                        ? Html.element("p", Attributes.none(), description.content())
                                        : Html.NONE,
                                list(options))));
    }

    private static Html list(Options options) {
        return options.list("errorList").isEmpty()
                ? Html.NONE
                : Html.element(
                        "ul",
                        "nhsuk-list nhsuk-error-summary__list",
                        Html.of(options.parts("errorList").stream()
                                .map(item -> Html.element(
                                        "li",
                                        Attributes.none(),
                                        item.isTrue("href")
                                                ? Html.element(
                                                        "a",
                                                        Attributes.none()
                                                                .set("href", item.string("href"))
                                                                .addFrom(item),
                                                        item.content())
                                                : item.content()))));
    }
}
