package org.folkmoot.registry;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.jspecify.annotations.Nullable;

/** A whole list, for a file of it. */
public final class EveryPage {

    private EveryPage() {}

    /**
     * Page after page, each read when the one before it is written.
     *
     * @param page the page after that cursor; the first for null
     */
    public static <T> Stream<T> of(Function<@Nullable Cursor, Page<T>> page) {
        return Stream.iterate(
                        Optional.of(page.apply(null)),
                        Optional::isPresent,
                        one -> one.map(Page::next).map(next -> page.apply(Cursor.fromString(next))))
                .flatMap(one -> one.orElseThrow().items().stream());
    }
}
