package org.folkmoot.nhsuk;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Facts about one thing: what it is called, what it is, and what can be done about it. */
final class SummaryList {

    private SummaryList() {}

    static Html render(Options options) {
        List<Options> rows =
                options.parts("rows").stream().filter(row -> !row.isEmpty()).toList();
        boolean hasActions = rows.stream().anyMatch(row -> !Cards.actions(row).isEmpty());
        Html list = Html.element(
                "dl",
                Attributes.withClass(
                                "nhsuk-summary-list", borders(options, "nhsuk-summary-list"), options.string("classes"))
                        .set("id", options.string("id"))
                        .addFrom(options),
                options.isTrue("html")
                        ? options.html("html")
                        : Html.of(IntStream.range(0, rows.size())
                                .mapToObj(at -> row(options, rows.get(at), hasActions, at == rows.size() - 1))));
        return options.isTrue("card") ? Cards.around(options.at("card"), list) : list;
    }

    /** The modifier for a list or table that wants no lines, or none after the last row. */
    static @Nullable String borders(Options options, String block) {
        String written = options.string("classes");
        String none = ClassNames.when(options.isFalse("border"), block + "--no-border", written);
        return none == null
                ? ClassNames.when(options.isFalse("lastRowBorder"), block + "--no-last-row-border", written)
                : none;
    }

    private static Html row(Options list, Options row, boolean hasActions, boolean isLast) {
        List<Options> actions = Cards.actions(row);
        String block = "nhsuk-summary-list__row";
        String written = row.string("classes");
        String writtenOnList = list.string("classes");
        boolean isBorderGone = ClassNames.contains(writtenOnList, "nhsuk-summary-list--no-border")
                || ClassNames.contains(writtenOnList, "nhsuk-summary-list--no-last-row-border")
                || (list.isFalse("lastRowBorder") && isLast);
        return Html.element(
                "div",
                Attributes.withClass(
                                block,
                                hasActions && actions.isEmpty() ? block + "--no-actions" : null,
                                ClassNames.when(row.isFalse("border") && !isBorderGone, block + "--no-border", written),
                                written)
                        .set("id", row.string("id"))
                        .addFrom(row),
                cell(
                        "dt",
                        "nhsuk-summary-list__key",
                        row.at("key"),
                        row.at("key").content()),
                cell(
                        "dd",
                        "nhsuk-summary-list__value",
                        row.at("value"),
                        row.at("value").content()),
                actions.isEmpty()
                        ? Html.NONE
                        : cell(
                                "dd",
                                "nhsuk-summary-list__actions",
                                row.at("actions"),
                                actions(actions, list.at("card"))));
    }

    private static Html actions(List<Options> actions, Options card) {
        if (actions.size() == 1) {
            return Cards.action(actions.getFirst(), card);
        }
        return Html.element(
                "ul",
                "nhsuk-summary-list__actions-list",
                Html.of(actions.stream()
                        .map(action -> Html.element(
                                "li", "nhsuk-summary-list__actions-list-item", Cards.action(action, card)))));
    }

    private static Html cell(String element, String block, Options options, Html content) {
        return Html.element(
                element,
                Attributes.withClass(block, width(options), options.string("classes"))
                        .set("id", options.string("id"))
                        .addFrom(options),
                content);
    }

    /** The modifier for a width such as {@code one-third}. */
    static @Nullable String width(Options options) {
        String width = options.string("width");
        return width == null ? null : ClassNames.when(true, "nhsuk-u-width-" + width, options.string("classes"));
    }
}
