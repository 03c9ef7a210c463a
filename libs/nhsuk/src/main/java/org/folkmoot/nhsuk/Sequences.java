package org.folkmoot.nhsuk;

import java.util.List;
import java.util.stream.IntStream;

/** Parts of a whole that a person goes through: tabs, tasks, pages, and the way back up. */
final class Sequences {

    private Sequences() {}

    static Html tabs(Options options) {
        String prefix = options.string("idPrefix", options.string("id", ""));
        List<Options> items = options.parts("items");
        Html list = Html.element(
                "ul",
                "nhsuk-tabs__list",
                Html.of(IntStream.range(0, items.size())
                        .mapToObj(at -> tab(items.get(at), tabId(items, at, prefix), at == 0))));
        Html panels = Html.of(IntStream.range(0, items.size())
                .mapToObj(at -> tabPanel(items.get(at).at("panel"), tabId(items, at, prefix), at == 0)));
        return Html.element(
                "div",
                Attributes.withClass("nhsuk-tabs", options.string("classes"))
                        .set("id", options.string("id"))
                        .set("data-module", "nhsuk-tabs")
                        .addFrom(options),
                Html.element(
                        "h2",
                        "nhsuk-tabs__heading",
                        Html.text(options.string("visuallyHiddenText", options.string("title", "Contents")))),
                items.isEmpty() ? Html.NONE : Html.of(list, panels));
    }

    private static String tabId(List<Options> items, int at, String prefix) {
        return items.get(at).string("id", prefix + "-" + (at + 1));
    }

    private static Html tab(Options item, String id, boolean isFirst) {
        return Html.element(
                "li",
                Attributes.withClass("nhsuk-tabs__list-item", isFirst ? "nhsuk-tabs__list-item--selected" : null),
                Html.element(
                        "a",
                        Attributes.withClass("nhsuk-tabs__tab")
                                .set("href", "#" + id)
                                .addFrom(item),
                        item.at("label").content()));
    }

    private static Html tabPanel(Options panel, String id, boolean isFirst) {
        return Html.element(
                "div",
                Attributes.withClass("nhsuk-tabs__panel", isFirst ? null : "nhsuk-tabs__panel--hidden")
                        .set("id", id)
                        .addFrom(panel),
                panel.isTrue("html") || !panel.hasContent()
                        ? panel.content()
                        : Html.element("p", Attributes.none(), panel.content()));
    }

    static Html taskList(Options options) {
        String prefix = options.string("idPrefix", "task-list");
        List<Options> items = options.parts("items");
        return Html.element(
                "ul",
                Attributes.withClass("nhsuk-task-list", options.string("classes"))
                        .set("id", options.string("id"))
                        .addFrom(options),
                Html.of(IntStream.range(0, items.size()).mapToObj(at -> task(items.get(at), prefix + "-" + (at + 1)))));
    }

    private static Html task(Options item, String id) {
        Options heading = item.has("heading") ? item.at("heading") : item.at("title");
        Options hint = item.at("hint");
        Options status = item.at("status");
        String href = item.string("href");
        String hintId = id + "-hint";
        String statusId = id + "-status";
        Options attributes = href == null
                ? Options.NONE
                : Options.of("href", href, "aria-describedby", hint.hasContent() ? hintId + " " + statusId : statusId);
        return Html.element(
                "li",
                Attributes.withClass(
                        "nhsuk-task-list__item",
                        href == null ? null : "nhsuk-task-list__item--with-link",
                        item.string("classes")),
                Html.element(
                        "div",
                        "nhsuk-task-list__name-and-hint",
                        Headings.heading(
                                heading.without("href", "size", "caption")
                                        .with("attributes", attributes.orElse(heading.at("attributes")))
                                        .with(
                                                "classes",
                                                Attributes.classes(
                                                        href == null ? null : "nhsuk-link", heading.string("classes"))),
                                Headings.Style.of(href == null ? "" : "nhsuk-task-list__link", 1)
                                        .element(href == null ? "div" : "a")),
                        hint.hasContent()
                                ? Html.element(
                                        "div",
                                        Attributes.withClass("nhsuk-task-list__hint")
                                                .set("id", hintId),
                                        hint.content())
                                : Html.NONE),
                Html.element(
                        "div",
                        Attributes.withClass("nhsuk-task-list__status", status.string("classes"))
                                .set("id", statusId),
                        status.isTrue("tag") ? Notices.tag(status.at("tag")) : status.content()));
    }

    static Html pagination(Options options) {
        List<Options> items = options.parts("items");
        Options previous = neighbour(options, "previous");
        Options next = neighbour(options, "next");
        return Html.element(
                "nav",
                Attributes.withClass(
                                "nhsuk-pagination",
                                items.isEmpty() ? null : "nhsuk-pagination--numbered",
                                options.string("classes"))
                        .set("id", options.string("id"))
                        .set("role", "navigation")
                        .set("aria-label", options.string("ariaLabel", options.string("landmarkLabel", "Pagination")))
                        .addFrom(options),
                items.isEmpty()
                        ? Html.element(
                                "ul",
                                "nhsuk-list nhsuk-pagination__list",
                                named(previous, "Previous", "prev"),
                                named(next, "Next", "next"))
                        : Html.of(
                                numbered(previous, "Previous", "prev"),
                                Html.element(
                                        "ul",
                                        "nhsuk-pagination__list",
                                        Html.of(items.stream().map(Sequences::page))),
                                numbered(next, "Next", "next")));
    }

    private static Options neighbour(Options options, String which) {
        Options shortcut = Options.of("href", options.value(which + "Url"), "labelText", options.value(which + "Page"));
        return shortcut.isEmpty() ? options.at(which) : shortcut;
    }

    private static Html title(Options neighbour, String word) {
        return Html.element(
                "span",
                "nhsuk-pagination__title",
                neighbour.hasContent()
                        ? neighbour.content()
                        : Html.of(Html.text(word), Html.visuallyHidden(Html.text(" page"))));
    }

    private static Html arrow(String rel) {
        return rel.equals("prev") ? Icon.ARROW_LEFT.svg() : Icon.ARROW_RIGHT.svg();
    }

    /** The link beside the numbers. */
    private static Html numbered(Options neighbour, String word, String rel) {
        if (!neighbour.isTrue("href")) {
            return Html.NONE;
        }
        Html arrow = arrow(rel);
        Html title = title(neighbour, word);
        boolean isBack = rel.equals("prev");
        return Html.element(
                "a",
                Attributes.none()
                        .set("href", neighbour.string("href"))
                        .set("class", isBack ? "nhsuk-pagination__previous" : "nhsuk-pagination__next")
                        .set("rel", rel),
                isBack ? arrow : title,
                isBack ? title : arrow);
    }

    /** The link to a page that has a name. */
    private static Html named(Options neighbour, String word, String rel) {
        if (!neighbour.isTrue("href")) {
            return Html.NONE;
        }
        Options label =
                neighbour.has("label") ? neighbour.at("label") : Options.of("text", neighbour.value("labelText"));
        return Html.element(
                "li",
                rel.equals("prev") ? "nhsuk-pagination-item--previous" : "nhsuk-pagination-item--next",
                Html.element(
                        "a",
                        Attributes.withClass("nhsuk-pagination__link", "nhsuk-pagination__link--" + rel)
                                .set("href", neighbour.string("href"))
                                .set("rel", rel)
                                .addFrom(neighbour),
                        title(neighbour, word),
                        label.hasContent()
                                ? Html.of(
                                        Html.visuallyHidden(Html.text(":")),
                                        Html.element("span", "nhsuk-pagination__page", label.content()))
                                : Html.NONE,
                        arrow(rel)));
    }

    private static Html page(Options item) {
        boolean isGap = item.isTrue("ellipsis");
        boolean isCurrent = item.isTrue("current");
        String number = item.string("number", "");
        return Html.element(
                "li",
                Attributes.withClass(
                        "nhsuk-pagination__item",
                        isCurrent ? "nhsuk-pagination__item--current" : null,
                        isGap ? "nhsuk-pagination__item--ellipsis" : null,
                        item.string("classes")),
                isGap
                        ? Html.text("⋯")
                        : Html.element(
                                "a",
                                Attributes.withClass("nhsuk-pagination__link")
                                        .always("href", item.string("href"))
                                        .set(
                                                "aria-label",
                                                item.string(
                                                        "ariaLabel",
                                                        item.string("visuallyHiddenText", "Page " + number)))
                                        .set("aria-current", isCurrent ? "page" : null)
                                        .addFrom(item),
                                Html.text(number)));
    }

    static Html breadcrumb(Options options) {
        List<Options> items = options.parts("items");
        Options current = options.isTrue("text") && options.isTrue("href")
                ? Options.of("text", options.value("text"), "href", options.value("href"))
                : Options.NONE;
        Options last = current.isEmpty() && !items.isEmpty() ? items.getLast() : current;
        String variant = options.string("variant");
        String written = options.string("classes");
        Options back = options.at("backLink");
        Options content = back.hasContent() ? back : back.with("text", last.value("text"));
        return Html.element(
                "nav",
                Attributes.withClass(
                                "nhsuk-breadcrumb",
                                ClassNames.oneOf(Buttons.REVERSE, "nhsuk-breadcrumb--", variant, written),
                                written)
                        .set("id", options.string("id"))
                        .set("aria-label", options.string("ariaLabel", options.string("labelText", "Breadcrumb")))
                        .addFrom(options),
                Html.element(
                        "ol", "nhsuk-breadcrumb__list", Html.of(items.stream().map(Sequences::crumb)), crumb(current)),
                Buttons.backLink(content.orElse(Options.of(
                        "visuallyHiddenText",
                        "Back to",
                        "href",
                        last.value("href"),
                        "attributes",
                        last.value("attributes"),
                        "variant",
                        variant))));
    }

    private static Html crumb(Options item) {
        return item.isTrue("href")
                ? Html.element(
                        "li",
                        "nhsuk-breadcrumb__list-item",
                        Html.element(
                                "a",
                                Attributes.withClass("nhsuk-breadcrumb__link")
                                        .set("href", item.string("href"))
                                        .addFrom(item),
                                item.content()))
                : Html.NONE;
    }
}
