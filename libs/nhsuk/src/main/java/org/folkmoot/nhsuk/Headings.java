package org.folkmoot.nhsuk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Headings, their captions, and the labels and legends that may be the heading of a page. */
final class Headings {

    private static final List<String> SIZES = List.of("xxs", "xs", "s", "m", "l", "xl");
    private static final List<String> CAPTION_SIZES = List.of("m", "l", "xl", "xxl");
    static final List<String> LABEL_SIZES = List.of("s", "m", "l", "xl");

    private Headings() {}

    /** How a component wants its heading: which classes, which sizes, which element. */
    record Style(@Nullable String className, String classPrefix, List<String> sizes, String element) {

        static Style of(String className, int level) {
            return new Style(className, className + "-", SIZES, "h" + level);
        }

        Style sizes(String prefix, List<String> allowed) {
            return new Style(className, prefix, allowed, element);
        }

        Style element(String name) {
            return new Style(className, classPrefix, sizes, name);
        }

        private @Nullable String classes(Options options) {
            String written = options.string("classes");
            String size = options.string("size");
            boolean isSized = size != null
                    && sizes.contains(size)
                    && SIZES.stream().noneMatch(each -> ClassNames.contains(written, classPrefix + each));
            String own = className == null ? "" : className;
            if (!isSized) {
                return Attributes.classes(own, written);
            }
            boolean replaces = classPrefix.replace(own, "").equals("-");
            return replaces
                    ? Attributes.classes(classPrefix + size, written)
                    : Attributes.classes(own, classPrefix + size, written);
        }
    }

    static Html heading(Options options) {
        String level = options.string("level", "1");
        return heading(options, Style.of("nhsuk-heading", 1).element(options.string("element", "h" + level)));
    }

    static Html heading(Options options, Style style) {
        if (!options.hasContent()) {
            return Html.NONE;
        }
        Html content = options.content();
        String href = options.string("href");
        if (href != null) {
            content = Html.element("a", Attributes.withClass("nhsuk-link").set("href", href), content);
        }
        return around(options, style, content);
    }

    /** The heading around content that is finished. */
    static Html around(Options options, Style style, Html content) {
        Options caption = options.at("caption");
        String placement = caption.string("placement");
        Html small = caption.hasContent()
                ? caption(caption.has("size") ? caption : caption.with("size", options.string("size")))
                : Html.NONE;
        String hidden = options.string("visuallyHiddenText");
        Html heading = Html.element(
                style.element().toLowerCase(Locale.ROOT),
                Attributes.withClass(style.classes(options))
                        .set("id", options.string("id"))
                        .addFrom(options),
                placement == null || placement.equals("start") ? small : Html.NONE,
                content,
                hidden == null ? Html.NONE : Html.visuallyHidden(Html.text(" " + hidden)),
                "end".equals(placement) ? small : Html.NONE);
        return Html.of(
                "before".equals(placement) ? small : Html.NONE, heading, "after".equals(placement) ? small : Html.NONE);
    }

    static Html caption(Options options) {
        String written = options.string("classes");
        String size = ClassNames.oneOf(CAPTION_SIZES, "nhsuk-caption-", options.string("size"), written);
        String placement = options.string("placement", "");
        return Html.element(
                options.string("element", "span").toLowerCase(Locale.ROOT),
                Attributes.withClass(
                                size == null ? "nhsuk-caption" : size,
                                placement.equals("after") || placement.equals("end") ? "nhsuk-caption--bottom" : null,
                                written)
                        .set("id", options.string("id"))
                        .addFrom(options),
                options.content());
    }

    static Html label(Options options) {
        Titled titled = Titled.of(options, false);
        if (!titled.options().hasContent()) {
            return Html.NONE;
        }
        Options attributes = Options.of("for", options.string("for")).orElse(options.at("attributes"));
        Html label = around(
                titled.options().with("attributes", attributes),
                new Style("nhsuk-label", "nhsuk-label--", LABEL_SIZES, "label"),
                titled.options().content());
        return titled.captioned(titled.isHeading() ? titled.heading("nhsuk-label-wrapper", label) : label);
    }

    static Html legend(Options options) {
        Titled titled = Titled.of(options, true);
        Options said = titled.options();
        if (!said.hasContent()) {
            return Html.NONE;
        }
        Style style = new Style("nhsuk-fieldset__legend", "nhsuk-fieldset__legend--", LABEL_SIZES, "legend");
        Html legend = titled.isHeading()
                ? Html.element(
                        "legend",
                        Attributes.withClass(style.classes(said))
                                .set("id", said.string("id"))
                                .addFrom(said),
                        around(
                                titled.heading()
                                        .with("visuallyHiddenText", said.value("visuallyHiddenText"))
                                        .with("caption", said.value("caption"))
                                        .without("size", "classes"),
                                Style.of("nhsuk-fieldset__heading", 1)
                                        .element("h" + titled.heading().string("level", "1")),
                                said.content()))
                : around(said, style, said.content());
        return titled.captioned(legend);
    }

    /**
     * A label or legend, which may be the heading of the page at the same time, and may have a caption: the heading and
     * the label can each say the text, the size and the caption, and the design system has an order among them.
     *
     * @param options the label itself, with the caption when that stands inside of it
     * @param heading what was said about the heading
     * @param caption the caption wherever it stands
     */
    private record Titled(Options options, Options heading, boolean isHeading, Options caption) {

        static Titled of(Options options, boolean isLegend) {
            Options heading = options.at("heading");
            boolean isHeading = (options.isTrue("isPageHeading") && !options.isFalse("heading"))
                    || (!options.isFalse("isPageHeading") && options.isTrue("heading"));
            Options first = isHeading ? heading : options;
            Options second = isHeading ? options : heading;
            Object size = isHeading && heading.has("size") ? heading.value("size") : options.value("size");

            Options caption = isHeading && heading.has("caption") ? heading.at("caption") : options.at("caption");
            if (isLegend && caption.string("placement", "").equals("before")) {
                caption = caption.with("placement", "start");
            }
            if (!caption.has("size")) {
                caption = caption.with("size", size);
            }
            String placement = caption.string("placement", "start");
            boolean isInside = placement.equals("start") || placement.equals("end");

            Options own = options.without("text", "html", "visuallyHiddenText", "heading", "caption", "size")
                    .with("text", first.has("text") ? first.value("text") : second.value("text"))
                    .with("html", first.has("html") ? first.value("html") : second.value("html"))
                    .with(
                            "visuallyHiddenText",
                            isHeading && heading.has("visuallyHiddenText")
                                    ? heading.value("visuallyHiddenText")
                                    : options.value("visuallyHiddenText"))
                    .with("size", size)
                    .with("caption", isInside ? caption : null);
            return new Titled(own, heading, isHeading, caption);
        }

        Html heading(String className, Html content) {
            return Html.element(
                    "h" + heading.string("level", "1"),
                    Attributes.withClass(className)
                            .set("id", heading.string("id"))
                            .addFrom(heading),
                    content);
        }

        Html captioned(Html labelled) {
            return switch (caption.hasContent() ? caption.string("placement", "") : "") {
                case "before" -> Html.of(Headings.caption(caption), labelled);
                case "after" -> Html.of(labelled, Headings.caption(caption));
                default -> labelled;
            };
        }
    }
}
