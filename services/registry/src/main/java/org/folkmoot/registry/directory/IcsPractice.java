package org.folkmoot.registry.directory;

import org.jspecify.annotations.Nullable;

/**
 * A practice of an ICS on a day, as much of it as others than the directory count with.
 *
 * @param patients its registered list; absent where none was published
 */
public record IcsPractice(
        String code,
        String name,
        @Nullable String subIcb,
        @Nullable String pcn,
        @Nullable String pcnName,
        @Nullable Integer patients) {

    /** Its registered list, and none where none was published. */
    public long listed() {
        return patients == null ? 0 : patients;
    }
}
