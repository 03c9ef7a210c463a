package org.folkmoot.registry.directory;

import java.util.Arrays;

/** In which order a search lists what it finds, as SQL of an organisation that is called {@code o} and its hit {@code h}. */
enum SearchOrder {
    /** What was asked for before what is only like it. */
    RELEVANCE("relevance", "h.door, h.near desc, o.code", "o.code", "o.code || ''"),
    /** By code. */
    CODE("code", "o.code", "o.code", "o.code || ''"),
    /** By name, whatever case it is written in. An index has this very expression. */
    NAME(
            "name",
            "lower(o.name) collate \"C\", o.code",
            "lower(o.name) collate \"C\", o.code",
            "lower(o.name) || '' collate \"C\", o.code");

    static final String PATTERN = "relevance|code|name";

    private final String slug;
    private final String keys;
    private final String along;
    private final String sorted;

    SearchOrder(String slug, String keys, String along, String sorted) {
        this.slug = slug;
        this.keys = keys;
        this.along = along;
        this.sorted = sorted;
    }

    /** The order of that name, which is one of the pattern's. */
    static SearchOrder of(String slug) {
        return Arrays.stream(values())
                .filter(order -> order.slug.equals(slug))
                .findFirst()
                .orElseThrow();
    }

    String slug() {
        return slug;
    }

    String keys() {
        return keys;
    }

    /** The order within a door, in which an index is gone along. */
    String along() {
        return along;
    }

    /** The same order, in words that no index has: for what is found by another index and has to be sorted. */
    String sorted() {
        return sorted;
    }
}
