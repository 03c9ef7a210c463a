package org.folkmoot.tenants.succession;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.events.Event;
import org.folkmoot.events.Outbox;
import org.folkmoot.tenancy.Tenant;

/** Tells the ICSs that give or take in a plan what becomes of it: each its own moves, and nobody who drew it up. */
@ApplicationScoped
class TellIcss {

    private final Outbox outbox;

    TellIcss(Outbox outbox) {
        this.outbox = outbox;
    }

    void of(Succession plan, String verb, Instant at) {
        plan.moves().stream()
                .flatMap(move -> Stream.of(move.from(), move.to()))
                .distinct()
                .forEach(ics -> outbox.announce(
                        Event.of(ics, "tenants", "succession", plan.id().toString(), verb, at, data(plan, ics))));
    }

    private static ObjectNode data(Succession plan, Tenant ics) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("succession", plan.id().toString())
                .put("cutOver", plan.cutOver().toString());
        ArrayNode moves = data.putArray("moves");
        plan.moves().stream()
                .filter(move -> List.of(move.from(), move.to()).contains(ics))
                .forEach(move -> {
                    ObjectNode told = moves.addObject()
                            .put("predecessor", move.predecessor())
                            .put("successor", move.successor());
                    move.practices().forEach(told.putArray("practices")::add);
                });
        return data;
    }
}
