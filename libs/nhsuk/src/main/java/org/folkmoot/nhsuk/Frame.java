package org.folkmoot.nhsuk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is the same on every page: the header above it and the footer below. */
final class Frame {

    private static final List<String> WHITE = List.of("white");

    /** The trade mark, for those who may show it. */
    private static final String NHS_LOGO = "M200 0v80H0V0h200Zm-27.5 5.5c-14.5 0-29 5-29 22 0 10.2 7.7 13.5 14.7 16.3"
            + "l.7.3c5.4 2 10.1 3.9 10.1 8.4 0 6.5-8.5 7.5-14 7.5s-12.5-1.5-16-3.5L135 70c5.5 2 13.5 3.5 20 3.5 15.5 0 32-4.5"
            + " 32-22.5 0-19.5-25.5-16.5-25.5-25.5 0-5.5 5.5-6.5 12.5-6.5a35 35 0 0 1 14.5 3l4-13.5c-4.5-2-12-3-20-3Zm-131 2"
            + "h-22l-14 65H22l9-45h.5l13.5 45h21.5l14-65H64l-9 45h-.5l-13-45Zm63 0h-18l-13 65h17l6-28H117l-5.5 28H129l13.5-65"
            + "H125L119.5 32h-20l5-24.5Z";

    private Frame() {}

    static Html header(Options options) {
        String written = options.string("classes");
        Options navigation = options.at("navigation");
        return Html.element(
                "header",
                Attributes.withClass(
                                "nhsuk-header",
                                ClassNames.oneOf(WHITE, "nhsuk-header--", options.string("colour"), written),
                                ClassNames.when(options.isTrue("inline"), "nhsuk-header--inline", written),
                                options.isTrue("organisation") ? "nhsuk-header--organisation" : null,
                                written)
                        .set("id", options.string("id"))
                        .set("data-module", "nhsuk-header")
                        .set("role", "banner")
                        .addFrom(options),
                Html.element(
                        "div",
                        Attributes.withClass(
                                "nhsuk-header__container nhsuk-width-container", options.string("containerClasses")),
                        Html.element("div", "nhsuk-header__service", service(options)),
                        options.isTrue("search") ? search(options.at("search")) : Html.NONE,
                        options.isTrue("account") ? account(options.at("account")) : Html.NONE),
                navigation.list("items").isEmpty()
                        ? Html.NONE
                        : navigation(navigation, options.string("containerClasses")));
    }

    /** Logo and name are one link where they would lead to the same page. */
    private static Html service(Options options) {
        Options logo = options.at("logo");
        Options service = options.at("service");
        Options organisation = options.at("organisation");
        String serviceHref = service.string("href");
        String text = service.string("text");
        String alt = logo.string("alt", "NHS");
        Html emblem = Html.of(emblem(logo, alt), organisation(organisation));
        if (emblem.isEmpty()) {
            return serviceName(text, serviceHref);
        }
        boolean isOneLink = text != null
                && serviceHref != null
                && (!logo.isTrue("href") || serviceHref.equals(logo.string("href")));
        String href = isOneLink ? serviceHref : logo.string("href");
        Html inside = isOneLink ? Html.of(emblem, serviceName(text, null)) : emblem;
        if (href != null) {
            String label = Stream.of(
                            isLogo(logo) ? alt : null,
                            organisation.string("name"),
                            organisation.string("split"),
                            isOneLink ? text : null,
                            "homepage")
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            inside = Html.element(
                    "a",
                    Attributes.withClass("nhsuk-header__service-logo")
                            .set("href", href)
                            .set("aria-label", logo.string("ariaLabel", label)),
                    inside);
        }
        return isOneLink ? inside : Html.of(inside, serviceName(text, serviceHref));
    }

    private static boolean isLogo(Options logo) {
        return logo.isTrue("src") || logo.isTrue("nhs");
    }

    private static Html emblem(Options logo, String alt) {
        if (logo.isTrue("src")) {
            return Html.element(
                    "img",
                    Attributes.withClass("nhsuk-header__organisation-logo")
                            .set("src", logo.string("src"))
                            .set("width", "280")
                            .set("alt", alt));
        }
        if (!logo.isTrue("nhs")) {
            return Html.NONE;
        }
        return Html.element(
                "svg",
                Attributes.withClass("nhsuk-header__logo")
                        .set("xmlns", "http://www.w3.org/2000/svg")
                        .set("viewBox", "0 0 200 80")
                        .set("height", "40")
                        .set("width", "100")
                        .set("focusable", "false")
                        .set("role", "img")
                        .set("aria-label", alt),
                Html.element("title", Attributes.none(), Html.text(alt)),
                Html.element(
                        "path", Attributes.none().set("fill", "currentcolor").set("d", NHS_LOGO)));
    }

    private static Html organisation(Options organisation) {
        String name = organisation.string("name");
        if (name == null) {
            return Html.NONE;
        }
        String split = organisation.string("split");
        String descriptor = organisation.string("descriptor");
        return Html.of(
                Html.element(
                        "span",
                        "nhsuk-header__organisation-name",
                        Html.text(name),
                        split == null
                                ? Html.NONE
                                : Html.of(
                                        Html.text(" "),
                                        Html.element(
                                                "span", "nhsuk-header__organisation-name-split", Html.text(split)))),
                descriptor == null
                        ? Html.NONE
                        : Html.element("span", "nhsuk-header__organisation-name-descriptor", Html.text(descriptor)));
    }

    private static Html serviceName(@Nullable String text, @Nullable String href) {
        if (text == null) {
            return Html.NONE;
        }
        return Html.element(
                href == null ? "span" : "a",
                Attributes.withClass("nhsuk-header__service-name").set("href", href),
                Html.text(text));
    }

    private static Html search(Options search) {
        String action = search.has("action") ? search.string("action") : "https://www.nhs.uk/search/";
        Object label = search.at("label").first("visuallyHiddenText");
        Object placeholder = search.at("input").first("placeholder");
        Object press = search.at("button").first("ariaLabel");
        return Html.element(
                "search",
                Attributes.withClass("nhsuk-header__search", search.string("classes"))
                        .addFrom(search),
                Html.element(
                        "form",
                        Attributes.withClass("nhsuk-header__search-form")
                                .set("id", "search")
                                .set("action", action)
                                .set("method", search.has("method") ? search.string("method") : "get")
                                .set("novalidate", true),
                        Fields.input(Options.of(
                                "label",
                                Options.of(
                                        "text",
                                        label == null
                                                ? search.string("visuallyHiddenLabel", "Search the NHS website")
                                                : label,
                                        "classes",
                                        "nhsuk-u-visually-hidden"),
                                "id",
                                "search-field",
                                "name",
                                search.string("name", "q"),
                                "type",
                                "search",
                                "autocomplete",
                                "off",
                                "placeholder",
                                placeholder == null ? search.string("placeholder", "Search") : placeholder,
                                "value",
                                search.value("value"),
                                "formGroup",
                                Options.of(
                                        "afterInput",
                                        Buttons.button(Options.of(
                                                        "ariaLabel",
                                                        press == null
                                                                ? search.string("visuallyHiddenButton", "Search")
                                                                : press,
                                                        "icon",
                                                        "search",
                                                        "small",
                                                        true))
                                                .raw())))));
    }

    private static Html account(Options account) {
        return Html.element(
                "nav",
                Attributes.withClass("nhsuk-header__account", account.string("classes"))
                        .set("aria-label", account.string("ariaLabel", "Account"))
                        .addFrom(account),
                Html.element(
                        "ul",
                        "nhsuk-header__account-list",
                        Html.of(account.parts("items").stream().map(Frame::accountItem))));
    }

    private static Html accountItem(Options item) {
        Html content = Html.of(item.isTrue("icon") ? Icon.USER.svg() : Html.NONE, item.content());
        if (item.isTrue("href")) {
            content = Html.element(
                    "a", Attributes.withClass("nhsuk-header__account-link").set("href", item.string("href")), content);
        } else if (item.isTrue("action")) {
            content = Html.element(
                    "form",
                    Attributes.withClass("nhsuk-header__account-form")
                            .set("action", item.string("action"))
                            .set("method", item.string("method", "post"))
                            .set("novalidate", true),
                    item.at("fields").html("html"),
                    Html.element("button", "nhsuk-header__account-button", content));
        }
        return Html.element("li", Attributes.withClass("nhsuk-header__account-item", item.string("classes")), content);
    }

    private static Html navigation(Options navigation, @Nullable String containerClasses) {
        String written = navigation.string("classes");
        return Html.element(
                "nav",
                Attributes.withClass(
                                "nhsuk-header__navigation",
                                ClassNames.oneOf(
                                        WHITE, "nhsuk-header__navigation--", navigation.string("colour"), written),
                                ClassNames.when(
                                        navigation.isTrue("justified"), "nhsuk-header__navigation--justified", written),
                                written)
                        .set("aria-label", navigation.string("ariaLabel", "Menu"))
                        .addFrom(navigation),
                Html.element(
                        "div",
                        Attributes.withClass(
                                "nhsuk-header__navigation-container nhsuk-width-container", containerClasses),
                        Html.element(
                                "ul",
                                "nhsuk-header__navigation-list",
                                Html.of(navigation.parts("items").stream().map(Frame::navigationItem)),
                                toggle(navigation))));
    }

    private static Html navigationItem(Options item) {
        boolean isHere = item.isTrue("active") || item.isTrue("current");
        String href = item.string("href");
        // The strong element says where one is, even to those who have other colours than ours.
        Html content = isHere
                ? Html.element("strong", "nhsuk-header__navigation-item-current-fallback", item.content())
                : item.content();
        return Html.element(
                "li",
                Attributes.withClass(
                                "nhsuk-header__navigation-item",
                                isHere ? "nhsuk-header__navigation-item--current" : null,
                                item.string("classes"))
                        .addFrom(item),
                Html.element(
                        href == null ? "span" : "a",
                        Attributes.withClass(
                                        href == null
                                                ? "nhsuk-header__navigation-text"
                                                : "nhsuk-header__navigation-link")
                                .set("href", href)
                                .set("aria-current", isHere ? (item.isTrue("current") ? "page" : "true") : null),
                        content));
    }

    /** Hidden until the script finds that the items do not all fit. */
    private static Html toggle(Options navigation) {
        return Html.element(
                "li",
                Attributes.withClass("nhsuk-header__menu").set("hidden", true),
                Html.element(
                        "button",
                        Attributes.withClass("nhsuk-header__menu-toggle nhsuk-header__navigation-link")
                                .set("id", "toggle-menu")
                                .set("aria-expanded", "false"),
                        Html.visuallyHidden(
                                Html.text(navigation.string("toggleMenuVisuallyHiddenText", "Browse") + " ")),
                        Html.text(navigation.string("toggleMenuText", "More"))));
    }

    static Html footer(Options options) {
        Options meta = options.at("meta");
        return Html.element(
                "footer",
                Attributes.withClass("nhsuk-footer", options.string("classes"))
                        .set("id", options.string("id"))
                        .set("role", "contentinfo")
                        .addFrom(options),
                Html.element(
                        "div",
                        Attributes.withClass("nhsuk-width-container", options.string("containerClasses")),
                        Html.of(columns(options).stream()),
                        Html.element("div", "nhsuk-footer__meta", meta(meta), copyright(options))));
    }

    private static List<Html> columns(Options options) {
        int columns = switch (options.string("columns", "4")) {
            case "1" -> 1;
            case "2" -> 2;
            case "3" -> 3;
            default -> 4;
        };
        List<Options> all =
                options.value("navigation") instanceof Options one ? List.of(one) : options.parts("navigation");
        List<Html> rows = new ArrayList<>();
        for (int from = 0; from < all.size(); from += columns) {
            rows.add(Html.element(
                    "div",
                    "nhsuk-footer__navigation nhsuk-grid-row",
                    Html.of(all.subList(from, Math.min(from + columns, all.size())).stream()
                            .map(column -> column(column, columns)))));
        }
        return rows;
    }

    private static Html column(Options column, int columns) {
        String width = switch (columns) {
            case 1 -> "full";
            case 2 -> "one-half";
            case 3 -> "one-third";
            default -> "one-quarter";
        };
        Options heading = column.has("heading") ? column.at("heading") : column.at("title");
        return Html.element(
                "div",
                "nhsuk-grid-column-" + column.string("width", width),
                Headings.heading(
                        heading.with("size", "s"),
                        Headings.Style.of("nhsuk-footer__heading", 2)
                                .sizes("nhsuk-heading-", List.of("xxs", "xs", "s", "m", "l", "xl"))),
                bodyText(column),
                links(column));
    }

    private static Html bodyText(Options options) {
        return options.isTrue("html") || !options.hasContent()
                ? options.content()
                : Html.element("p", "nhsuk-body-s", options.content());
    }

    private static Html links(Options options) {
        return options.list("items").isEmpty()
                ? Html.NONE
                : Html.element(
                        "ul",
                        "nhsuk-footer__list",
                        Html.of(options.parts("items").stream()
                                .map(item -> Html.element(
                                        "li",
                                        "nhsuk-footer__list-item",
                                        Html.element(
                                                "a",
                                                Attributes.withClass("nhsuk-footer__list-item-link")
                                                        .always("href", item.string("href"))
                                                        .addFrom(item),
                                                item.content())))));
    }

    private static Html meta(Options meta) {
        Html links = links(meta);
        return Html.of(
                links.isEmpty()
                        ? Html.NONE
                        : Html.element(
                                "h2",
                                "nhsuk-u-visually-hidden",
                                Html.text(meta.string(
                                        "visuallyHiddenText", meta.string("visuallyHiddenTitle", "Support links")))),
                links,
                bodyText(meta));
    }

    /** The design system claims the copyright of NHS England unless told otherwise; this claims nothing. */
    private static Html copyright(Options options) {
        return bodyText(options.at("copyright"));
    }
}
