package org.folkmoot.nhsuk.picture;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.nhsuk.Attributes;
import org.folkmoot.nhsuk.Html;

/** A sheet to draw on, from its top left corner. Looks are given by classes, which the style sheet knows. */
final class Drawing {

    static final int WIDTH = 360;

    private final int width;
    private final int height;
    private final List<Html> shapes = new ArrayList<>();

    Drawing(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** How long a bar is: its share of the whole, in whole units of the sheet; one at least when it is something. */
    static int length(long value, long whole, int available) {
        if (value <= 0 || whole <= 0) {
            return 0;
        }
        long length = Math.round((double) value / whole * available);
        return Math.clamp(length, 1, available);
    }

    void rectangle(String looks, int x, int y, int across, int down) {
        shapes.add(Html.element(
                "rect",
                looks(looks).set("x", x).set("y", y).set("width", across).set("height", down)));
    }

    void line(String looks, int fromX, int fromY, int toX, int toY) {
        shapes.add(Html.element(
                "line",
                looks(looks).set("x1", fromX).set("y1", fromY).set("x2", toX).set("y2", toY)));
    }

    void path(String element, String looks, String points) {
        shapes.add(Html.element(element, looks(looks).set("points", points)));
    }

    void dot(String looks, int x, int y, int radius) {
        shapes.add(Html.element("circle", looks(looks).set("cx", x).set("cy", y).set("r", radius)));
    }

    void text(String looks, int x, int y, String text) {
        shapes.add(Html.element("text", looks(looks).set("x", x).set("y", y), Html.text(text)));
    }

    private static Attributes looks(String looks) {
        StringBuilder classes = new StringBuilder();
        for (String look : looks.split(" ")) {
            classes.append(classes.isEmpty() ? "" : " ")
                    .append("nhsuk-picture__")
                    .append(look);
        }
        return Attributes.withClass(classes.toString());
    }

    RawString svg(Picture picture, String kind) {
        return Html.element(
                        "svg",
                        Attributes.withClass("nhsuk-picture__svg nhsuk-picture__svg--" + kind)
                                .set("xmlns", "http://www.w3.org/2000/svg")
                                .set("viewBox", "0 0 %d %d".formatted(width, height))
                                .set("role", "img")
                                .set("focusable", "false")
                                .set("aria-label", picture.title() + ". " + picture.description()),
                        Html.element("title", Attributes.none(), Html.text(picture.title())),
                        Html.element("desc", Attributes.none(), Html.text(picture.description())),
                        Html.of(shapes.stream()))
                .raw();
    }

    /** As much of a label as fits into so many characters. */
    static String fitted(String label, int characters) {
        return label.length() <= characters
                ? label
                : label.substring(0, characters - 1).strip() + "…";
    }
}
