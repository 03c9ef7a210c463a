package org.folkmoot.registry.keepup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the directory is kept up from.
 *
 * @param source {@code folder}, {@code object-store} or {@code ods-api}
 * @param place the folder, the bucket or the address
 * @param lookAt when it is looked at next
 * @param succeededAt when it was last looked at with success
 * @param failingSince since when it cannot be looked at; null while it can
 * @param fault why it cannot
 * @param changedSince of the API: the day up to which changes are known
 */
@Schema(name = "DirectorySource")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceView(
        String source,
        boolean configured,
        @Nullable String place,
        @Nullable Instant lookAt,
        @Nullable Instant lookedAt,
        @Nullable Instant succeededAt,
        @Nullable Instant failingSince,
        @Nullable String fault,
        @Nullable LocalDate changedSince) {}
