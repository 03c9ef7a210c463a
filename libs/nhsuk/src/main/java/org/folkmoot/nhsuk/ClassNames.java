package org.folkmoot.nhsuk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Modifier classes: a page may ask for one by its option or write it into {@code classes}, and gets it once. */
final class ClassNames {

    private ClassNames() {}

    /** The modifier that the value asks for, when the design system has it and the page did not write one of its kind. */
    static @Nullable String oneOf(
            List<String> allowed, String prefix, @Nullable String value, @Nullable String written) {
        if (value == null || !allowed.contains(value)) {
            return null;
        }
        return allowed.stream().anyMatch(each -> contains(written, prefix + each)) ? null : prefix + value;
    }

    /** The modifier when it is asked for and the page did not write it. */
    static @Nullable String when(boolean asked, String modifier, @Nullable String written) {
        return asked && !contains(written, modifier) ? modifier : null;
    }

    static boolean contains(@Nullable String written, String name) {
        return written != null && written.contains(name);
    }
}
