package org.folkmoot.executive.power;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The mandates of the current ICS, from the copy, in the caller's transaction. */
@ApplicationScoped
public class Mandates {

    private final Sql sql;

    Mandates(Sql sql) {
        this.sql = sql;
    }

    /**
     * A mandate whose grant was heard of.
     *
     * @param group which was given it
     * @param terms when it counts, and what it excludes
     */
    public record Known(UUID id, UUID group, KnownPower.KnownMandate terms) {}

    /** The mandate; empty if its grant was not heard of. */
    public Optional<Known> known(UUID id) {
        return Optional.ofNullable(known(Set.of(id)).get(id));
    }

    /** Those of these whose grant was heard of. */
    public Map<UUID, Known> known(Collection<UUID> ids) {
        return sql
                .list(
                        row -> new Known(
                                row.getObject("id", UUID.class),
                                row.getObject("group_id", UUID.class),
                                Powers.granted(row)),
                        """
                        select id, group_id, exclusions, from_day, until_day, lapsed_at from mandate
                        where tenant_id = folkmoot.current_tenant() and granted_at is not null and id = any (?::uuid[])
                        """,
                        ids.stream().map(UUID::toString).toList())
                .stream()
                .collect(Collectors.toMap(Known::id, Function.identity()));
    }

    /** Why a mandate does not count at that moment, by all that is known now; empty if it does. */
    public static List<Unmet> unmet(@Nullable Known mandate, Instant moment) {
        return KnownPower.unmet(mandate == null ? null : mandate.terms(), moment);
    }
}
