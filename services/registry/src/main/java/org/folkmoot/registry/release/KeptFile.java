package org.folkmoot.registry.release;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of a job, as it is kept in the database. */
record KeptFile(
        UUID job,
        int position,
        String name,
        long size,
        String sha256,
        @Nullable LocalDate declaredAsAt) {}
