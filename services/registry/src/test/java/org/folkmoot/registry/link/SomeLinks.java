package org.folkmoot.registry.link;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.registry.body.Organisation;
import org.folkmoot.registry.body.Organisation.Kind;
import org.jspecify.annotations.Nullable;

/** Links that nobody recorded, for tests of rules. */
public final class SomeLinks {

    private SomeLinks() {}

    /** An organisation whose name is its id. */
    public static Organisation organisation(String id, Kind kind) {
        return new Organisation(id, id, kind);
    }

    /** A link as it is known now. */
    public static Link link(
            Organisation organisation, LinkKind kind, Organisation other, LocalDate from, @Nullable LocalDate until) {
        return new Link(
                UUID.randomUUID(),
                1,
                LinkAct.ESTABLISHED,
                kind,
                organisation,
                other,
                from,
                until,
                "a letter",
                null,
                "somebody",
                Instant.EPOCH,
                null);
    }
}
