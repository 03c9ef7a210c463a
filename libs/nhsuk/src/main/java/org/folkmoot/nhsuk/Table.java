package org.folkmoot.nhsuk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A table; on a narrow screen, if it is responsive, each of its rows becomes a list of its own. */
final class Table {

    private static final List<String> ALIGNMENTS = List.of("left", "centre", "right");

    private final Options options;
    private final List<Options> head;
    private final boolean isResponsive;

    private Table(Options options) {
        this.options = options;
        this.head = options.parts("head");
        this.isResponsive = options.isTrue("responsive");
    }

    static Html render(Options options) {
        return new Table(options).render();
    }

    private Html render() {
        Options caption = caption();
        String captionId = captionId(caption);
        Html table = Html.element("table", attributes(), caption(caption, captionId), head(), body());
        if (options.isTrue("scroll")) {
            table = scroll(
                    Options.of("html", table.raw(), "labelledBy", captionId, "variant", options.value("variant")));
        }
        return options.isTrue("card") || options.isTrue("panel") ? inCard(table) : table;
    }

    private boolean isSortable() {
        return head.stream().anyMatch(column -> column.isTrue("sort"))
                || ClassNames.contains(options.string("classes"), "nhsuk-table--sortable");
    }

    private boolean isSortableOnServer() {
        return head.stream().anyMatch(column -> column.isTrue("sort"))
                && head.stream().anyMatch(column -> column.isTrue("href"));
    }

    private Attributes attributes() {
        String written = options.string("classes");
        boolean isReverse = "reverse".equals(options.string("variant"))
                && !ClassNames.contains(written, "nhsuk-table-responsive--reverse");
        Attributes attributes = Attributes.withClass(
                        "nhsuk-table",
                        ClassNames.when(isReverse, "nhsuk-table--reverse", written),
                        ClassNames.when(options.isTrue("compact"), "nhsuk-table--compact", written),
                        ClassNames.when(isResponsive, "nhsuk-table--responsive", written),
                        SummaryList.borders(options, "nhsuk-table"),
                        ClassNames.when(isSortable(), "nhsuk-table--sortable", written),
                        ClassNames.when(options.isTrue("striped"), "nhsuk-table--striped", written),
                        written == null ? options.string("tableClasses") : written)
                .set("id", options.string("id"))
                .set("data-module", isSortable() && !isSortableOnServer() ? "nhsuk-table" : null);
        Fields.translations(options, "sort-announcement", "sortAnnouncementText")
                .forEach(attributes::set);
        Fields.translations(options, "ascending", "ascendingText").forEach(attributes::set);
        Fields.translations(options, "descending", "descendingText").forEach(attributes::set);
        return attributes.set("role", isResponsive ? "table" : null).addFrom(options);
    }

    private Options caption() {
        return options.value("caption") instanceof Options caption
                ? caption
                : options.at("caption")
                        .orElse(Options.of(
                                "size", options.value("captionSize"), "classes", options.value("captionClasses")));
    }

    /** A table that scrolls has a caption with an id, which names the part that scrolls. */
    private @Nullable String captionId(Options caption) {
        if (caption.has("id") || !options.isTrue("scroll")) {
            return caption.string("id");
        }
        if (options.isTrue("id")) {
            return options.string("id") + "-caption";
        }
        String text = caption.string("text");
        if (text == null) {
            return null;
        }
        String words = text.replace(' ', '-').toLowerCase(Locale.ROOT);
        return "table-" + words.substring(0, Math.min(40, words.length())) + "-caption";
    }

    private Html caption(Options caption, @Nullable String id) {
        String hidden = caption.string("visuallyHiddenText", isSortable() ? "Column headers are sortable" : "");
        Options small = caption.at("caption");
        String placement = small.string("placement", "start");
        boolean isPlaced = placement.equals("start") || placement.equals("end");
        return Headings.heading(
                caption.without("visuallyHiddenText", "href", "caption")
                        .with("id", id)
                        .with("visuallyHiddenText", hidden.isEmpty() ? null : "(" + hidden + ")")
                        .with("caption", small.hasContent() ? (isPlaced ? small : small.without("placement")) : null),
                Headings.Style.of("nhsuk-table__caption", 1)
                        .sizes("nhsuk-table__caption--", Headings.LABEL_SIZES)
                        .element("caption"));
    }

    private Html head() {
        return head.isEmpty()
                ? Html.NONE
                : Html.element(
                        "thead",
                        Attributes.withClass("nhsuk-table__head").set("role", isResponsive ? "rowgroup" : null),
                        Html.element(
                                "tr",
                                Attributes.withClass("nhsuk-table__row").set("role", isResponsive ? "row" : null),
                                Html.of(head.stream().map(this::column))));
    }

    private Html column(Options column) {
        boolean isSortable = head.stream().anyMatch(each -> each.isTrue("sort"));
        String sort = column.value("sort") instanceof String said ? said : column.isTrue("sort") ? "none" : "";
        String next =
                column.value("sortNext") instanceof String said && isSortable && !isSortableOnServer() ? said : null;
        Attributes attributes = Attributes.withClass(cellClasses(column, "nhsuk-table__header"))
                .set("scope", "col")
                .set("role", isResponsive ? "columnheader" : null)
                .set("colspan", isResponsive ? null : column.value("colspan"))
                .set("rowspan", column.value("rowspan"))
                .set("data-sort", !sort.isEmpty() && isSortable)
                .set("data-sort-next", next)
                .set("aria-sort", sort.isEmpty() || sort.equals("none") || !isSortable ? null : sort)
                .addFrom(column);
        return Html.element("th", attributes, linked(column));
    }

    private Html body() {
        List<Html> rows = new ArrayList<>();
        for (Object row : options.list("rows")) {
            if (row instanceof Collection<?> cells) {
                rows.add(row(Options.NONE, cells));
            } else if (row instanceof Options options && options.has("cells")) {
                rows.add(row(options, options.list("cells")));
            }
        }
        return Html.element("tbody", "nhsuk-table__body", Html.of(rows.stream()));
    }

    private Html row(Options said, Collection<?> cells) {
        List<Html> row = new ArrayList<>();
        int at = 0;
        for (Object cell : cells) {
            if (!(cell instanceof Boolean)) {
                row.add(cell(Options.part(cell), at < head.size() ? head.get(at) : Options.NONE, at == 0));
            }
            at++;
        }
        return Html.element(
                "tr",
                Attributes.withClass("nhsuk-table__row", said.string("classes"))
                        .set("id", said.string("id"))
                        .set("role", isResponsive ? "row" : null)
                        .addFrom(said),
                Html.of(row.stream()));
    }

    private Html cell(Options cell, Options column, boolean isFirst) {
        boolean isHeader = isFirst && options.isTrue("firstCellIsHeader");
        boolean isTextAmongNumbers =
                "string".equals(cell.string("format")) && "numeric".equals(column.string("format"));
        Options said = cell.orElse(Options.of(
                "format", column.value("format"), "align", isTextAmongNumbers ? "right" : column.value("align")));
        // Where the row is a list, a style sheet can leave out what has nothing to say.
        boolean isEmpty = isResponsive && linked(cell).raw().toString().isBlank();
        Attributes attributes = Attributes.withClass(
                        cellClasses(said, isHeader ? "nhsuk-table__header" : "nhsuk-table__cell"),
                        isEmpty ? "nhsuk-table__cell--empty" : null)
                .set("scope", isHeader ? "row" : null)
                .set("role", isResponsive ? (isHeader ? "rowheader" : "cell") : null)
                .set("colspan", isResponsive ? null : cell.value("colspan"))
                .set("rowspan", cell.value("rowspan"))
                .set("data-sort-value", cell.string("sortValue"))
                .addFrom(cell);
        return Html.element(isHeader ? "th" : "td", attributes, isResponsive ? headed(cell, column) : linked(cell));
    }

    /** Where the row is a list, each cell says what it is. */
    private static Html headed(Options cell, Options column) {
        if (column.isEmpty()) {
            return linked(cell);
        }
        return Html.of(
                Html.element(
                        "span",
                        Attributes.withClass("nhsuk-table__heading").set("aria-hidden", "true"),
                        value(column),
                        Html.text(" ")),
                cell.isTrue("html") ? Html.element("span", Attributes.none(), linked(cell)) : linked(cell));
    }

    private static String cellClasses(Options cell, String block) {
        String written = cell.string("classes");
        boolean isNumeric = "numeric".equals(cell.string("format"));
        return Attributes.classes(
                block,
                ClassNames.when(isNumeric, block + "--numeric", written),
                ClassNames.oneOf(ALIGNMENTS, "nhsuk-u-text-align-", cell.string("align"), written),
                SummaryList.width(cell),
                written);
    }

    private static Html linked(Options cell) {
        String href = cell.string("href");
        return href == null
                ? value(cell)
                : Html.element("a", Attributes.withClass("nhsuk-link").set("href", href), value(cell));
    }

    private static Html value(Options cell) {
        String hidden = cell.string("visuallyHiddenText");
        String space = cell.hasContent() ? " " : "";
        return Html.of(cell.content(), hidden == null ? Html.NONE : Html.visuallyHidden(Html.text(space + hidden)));
    }

    private Html inCard(Html table) {
        Options card = options.at("card");
        Options heading = card.value("heading") instanceof Options said
                ? said
                : card.at("heading")
                        .orElse(Options.of("text", options.value("heading"), "level", options.value("headingLevel")));
        return Cards.around(
                card.without("heading")
                        .with("heading", heading)
                        .with("classes", options.first("panelClasses"))
                        .with("variant", card.has("variant") ? null : options.isTrue("panel") ? "feature" : null),
                table);
    }

    static Html scroll(Options options) {
        String written = options.string("classes");
        return Html.element(
                "div",
                Attributes.withClass(
                                "nhsuk-scroll",
                                ClassNames.oneOf(Buttons.REVERSE, "nhsuk-scroll--", options.string("variant"), written),
                                written)
                        .set("id", options.string("id"))
                        .set("data-module", "nhsuk-scroll")
                        .addFrom(options),
                Html.element(
                        "div",
                        Attributes.withClass("nhsuk-scroll__content")
                                .set("role", "region")
                                .set("aria-labelledby", options.string("labelledBy")),
                        options.isTrue("html") || !options.hasContent()
                                ? options.content()
                                : Html.element("p", Attributes.none(), options.content())));
    }
}
