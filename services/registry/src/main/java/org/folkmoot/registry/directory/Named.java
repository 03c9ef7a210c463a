package org.folkmoot.registry.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An organisation that another one belongs to. The name is absent where the directory does not know the code. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Named(String code, @Nullable String name) {

    static @Nullable Named of(@Nullable String code, @Nullable String name) {
        return code == null ? null : new Named(code, name);
    }
}
