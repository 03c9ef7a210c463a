package org.folkmoot.executive.chain;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The chain of authority of the current ICS, in the caller's transaction. */
@ApplicationScoped
public class Chain {

    /** Longer than any chain that can be: motion, ballot, mandate, power, decision, action, and what is said to each. */
    private static final int MOST_STEPS = 16;

    private final Sql sql;
    private final DecisionsStanding decisions;

    Chain(Sql sql, DecisionsStanding decisions) {
        this.sql = sql;
        this.decisions = decisions;
    }

    /** A thing stands in the chain. What came of it, if that is known already, stays. */
    public void stands(String kind, Object id, String title, Instant at) {
        sql.change("""
                insert into authority_node as n (tenant_id, kind, id, title, at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?)
                on conflict (tenant_id, kind, id) do update
                set title = excluded.title, at = least(n.at, excluded.at)
                """, kind, id.toString(), title, at);
    }

    /** What came of a thing that stands in the chain; null if nothing has any more. */
    public void came(String kind, Object id, @Nullable String outcome) {
        sql.change(
                "update authority_node set outcome = ? where tenant_id = folkmoot.current_tenant() and kind = ? and id = ?",
                outcome,
                kind,
                id.toString());
    }

    /** The lower thing has its authority from the upper one, or was said to it. */
    public void hangs(String upperKind, Object upper, String lowerKind, Object lower) {
        sql.change("""
                insert into authority_link (tenant_id, upper_kind, upper_id, lower_kind, lower_id)
                values (folkmoot.current_tenant(), ?, ?, ?, ?) on conflict do nothing
                """, upperKind, upper.toString(), lowerKind, lower.toString());
    }

    /**
     * A thing stands in the chain that was begun for that group then, under no power: it has its authority from every mandate
     * of the group that counted at that moment, by all that is known when the chain is walked. Of one group the first moment
     * stays.
     */
    public void stands(String kind, Object id, String title, Instant at, UUID group) {
        stands(kind, id, title, at);
        sql.change("""
                insert into authority_of_group (tenant_id, kind, id, group_id, at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?) on conflict do nothing
                """, kind, id.toString(), group, at);
    }

    /**
     * Everything above and below a thing, the nearest first; empty if nothing is known of it.
     *
     * @param most how many links are followed, at most
     */
    Optional<ChainView> around(String kind, String id, int most) {
        // The limit lies on the walk itself, which goes step by step outwards, so that a long one is not walked to its
        // end. Titles are joined in whatever order the database finds cheap, so the steps are put in order after that.
        List<Step> steps = sql.list(Chain::step, """
                with recursive walk (way, step, from_kind, from_id, kind, id) as (
                    select w.way, 0, null::text, null::text, ?::text, ?::text from (values (-1), (1)) as w (way)
                    union
                    select w.way, w.step + w.way, w.kind, w.id, l.kind, l.id
                    from walk w
                    cross join lateral (
                        select up.upper_kind, up.upper_id from authority_link up
                        where w.way = -1 and up.tenant_id = folkmoot.current_tenant()
                          and up.lower_kind = w.kind and up.lower_id = w.id
                        union all
                        select 'mandate', over.mandate_id from authority_of_mandate over
                        where w.way = -1 and over.tenant_id = folkmoot.current_tenant()
                          and over.kind = w.kind and over.id = w.id
                        union all
                        select down.lower_kind, down.lower_id from authority_link down
                        where w.way = 1 and down.tenant_id = folkmoot.current_tenant()
                          and down.upper_kind = w.kind and down.upper_id = w.id
                        union all
                        select under.kind, under.id from authority_of_mandate under
                        where w.way = 1 and w.kind = 'mandate' and under.tenant_id = folkmoot.current_tenant()
                          and under.mandate_id = w.id) as l (kind, id)
                    where abs(w.step) < ?)
                select w.way, w.step, w.from_kind, w.from_id, w.kind, w.id, n.title, n.at, n.outcome
                from (select * from walk limit ?) w
                left join authority_node n
                    on n.tenant_id = folkmoot.current_tenant() and n.kind = w.kind and n.id = w.id
                order by abs(w.step), w.way, w.kind, w.id, w.from_kind, w.from_id
                """, kind, id, MOST_STEPS, most + 3);
        boolean known = steps.stream().anyMatch(step -> step.step() != 0 || step.title() != null);
        return known ? Optional.of(judged(view(steps, most))) : Optional.empty();
    }

    /** No row says whether a decision stands: what is heard of its power later may void it. */
    private ChainView judged(ChainView chain) {
        Map<String, String> outcomes = decisions.outcomes(chain.nodes().stream()
                .filter(Chain::isTakenDecision)
                .map(ChainView.Node::id)
                .toList());
        return new ChainView(
                chain.of(),
                chain.nodes().stream()
                        .map(node -> isTakenDecision(node) && outcomes.containsKey(node.id())
                                ? node.of(outcomes.get(node.id()))
                                : node)
                        .toList(),
                chain.links(),
                chain.whole());
    }

    /** Others hang objections on decisions that were never heard of here. */
    private static boolean isTakenDecision(ChainView.Node node) {
        return node.kind().equals("decision") && node.title() != null;
    }

    /**
     * What the things of these kinds and identifiers are called, by identifier; one that does not stand in the chain is not in
     * it. The kinds are asked for since the chain is looked up by them first.
     */
    public Map<UUID, String> titles(List<String> kinds, Collection<UUID> ids) {
        return sql
                .list(
                        row -> Map.entry(UUID.fromString(row.getString("id")), row.getString("title")),
                        """
                        select id, title from authority_node
                        where tenant_id = folkmoot.current_tenant() and kind = any (?) and id = any (?)
                        """,
                        kinds,
                        ids.stream().distinct().map(UUID::toString).toList())
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }

    private record Step(
            int way,
            int step,
            ChainView.@Nullable Thing from,
            ChainView.Thing to,
            @Nullable String title,
            @Nullable Instant at,
            @Nullable String outcome) {}

    private static Step step(ResultSet row) throws SQLException {
        String fromKind = row.getString("from_kind");
        return new Step(
                row.getInt("way"),
                row.getInt("step"),
                fromKind == null ? null : new ChainView.Thing(fromKind, row.getString("from_id")),
                new ChainView.Thing(row.getString("kind"), row.getString("id")),
                row.getString("title"),
                Sql.instantIfAny(row, "at"),
                row.getString("outcome"));
    }

    private static ChainView view(List<Step> steps, int most) {
        Map<ChainView.Thing, ChainView.Node> nodes = new LinkedHashMap<>();
        Set<ChainView.Link> links = new LinkedHashSet<>();
        // Two of the rows are where both ways begin.
        steps.stream().limit(most + 2L).forEach(step -> {
            nodes.putIfAbsent(
                    step.to(),
                    new ChainView.Node(
                            step.to().kind(), step.to().id(), step.step(), step.title(), step.at(), step.outcome()));
            ChainView.Thing from = step.from();
            if (from != null) {
                links.add(step.way() < 0 ? new ChainView.Link(step.to(), from) : new ChainView.Link(from, step.to()));
            }
        });
        return new ChainView(
                steps.getFirst().to(), List.copyOf(nodes.values()), List.copyOf(links), steps.size() <= most + 2);
    }
}
