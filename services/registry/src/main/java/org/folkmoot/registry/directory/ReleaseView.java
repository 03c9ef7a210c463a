package org.folkmoot.registry.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A release that was taken in.
 *
 * @param inForce whether questions without a date are answered as at this release
 */
record ReleaseView(LocalDate asAt, Instant loadedAt, boolean inForce, List<File> files) {

    @Schema(name = "ReleaseFile")
    record File(String name, String kind, LocalDate asAt) {}
}
