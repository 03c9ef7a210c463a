package org.folkmoot.executive.power;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Receipt;
import org.folkmoot.executive.chain.Chain;
import org.folkmoot.tenancy.Sql;

/** Hears what {@code mandate} announces, and keeps what authority is made of. */
@ApplicationScoped
class MandateNews implements EventHandler {

    private final Receipt receipt;
    private final Sql sql;
    private final Chain chain;
    private final MotionBallots ballots;
    private final jakarta.enterprise.event.Event<MotionHeard> motions;
    private final jakarta.enterprise.event.Event<MotionWithdrawn> withdrawals;
    private final jakarta.enterprise.event.Event<BallotHeard> declarations;
    private final int copy;

    MandateNews(
            Receipt receipt,
            Sql sql,
            Chain chain,
            MotionBallots ballots,
            jakarta.enterprise.event.Event<MotionHeard> motions,
            jakarta.enterprise.event.Event<MotionWithdrawn> withdrawals,
            jakarta.enterprise.event.Event<BallotHeard> declarations,
            @ConfigProperty(name = "folkmoot.executive.mandate-copy", defaultValue = "2") int copy) {
        this.receipt = receipt;
        this.sql = sql;
        this.chain = chain;
        this.ballots = ballots;
        this.motions = motions;
        this.withdrawals = withdrawals;
        this.declarations = declarations;
        this.copy = copy;
    }

    @Incoming("mandate-news")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    /** A new copy has had no event yet. */
    @Override
    public String consumer() {
        return "power-" + copy;
    }

    @Override
    public void handle(Event event) {
        JsonNode data = event.data();
        switch (event.entity() + "." + event.verb()) {
            case "group.constituted" -> constituted(event, data);
            case "motion.tabled" -> tabled(event, data);
            case "motion.withdrawn" -> withdrawn(event, data);
            case "ballot.opened" -> opened(event, data);
            case "ballot.declared" -> declared(event, data);
            case "ballot.annulled" -> chain.came("ballot", Field.id(data, "ballot"), "annulled");
            case "seat.filled" -> filled(event, data);
            case "mandate.granted" -> granted(event, data);
            case "mandate.lapsed" -> lapsed(data);
            case "power.granted", "power.amended", "power.revoked" -> said(event, data);
            case "objection.raised" -> raised(event, data);
            case "objection.answered" -> chain.came("objection", Field.id(data, "objection"), "answered");
            default -> {
                // Publishers add types; what authority is not made of is not kept.
            }
        }
    }

    private void constituted(Event event, JsonNode data) {
        sql.change("""
                insert into leadership_group (tenant_id, id, name, constituted_at)
                values (folkmoot.current_tenant(), ?, ?, ?)
                on conflict (tenant_id, id) do update set name = excluded.name, constituted_at = excluded.constituted_at
                where leadership_group.constituted_at <= excluded.constituted_at
                """, Field.id(data, "group"), Field.text(data, "name"), event.time());
    }

    private void tabled(Event event, JsonNode data) {
        UUID motion = Field.id(data, "motion");
        chain.stands("motion", motion, Field.text(data, "title"), event.time());
        motions.fire(new MotionHeard(motion, Field.id(data, "group"), Field.text(data, "title")));
    }

    private void withdrawn(Event event, JsonNode data) {
        UUID motion = Field.id(data, "motion");
        chain.stands("motion", motion, Field.text(data, "title"), event.time());
        chain.came("motion", motion, "withdrawn");
        var heard = new MotionWithdrawn(motion, Field.text(data, "reason"));
        ballots.withdrawn(heard, event.time());
        withdrawals.fire(heard);
    }

    private void opened(Event event, JsonNode data) {
        UUID ballot = Field.id(data, "ballot");
        chain.stands("ballot", ballot, Field.text(data, "title"), event.time());
        chain.hangs("motion", Field.id(data, "motion"), "ballot", ballot);
    }

    private void declared(Event event, JsonNode data) {
        opened(event, data);
        String outcome = Field.text(data, "outcome");
        chain.came("ballot", Field.id(data, "ballot"), outcome);
        chain.stands("motion", Field.id(data, "motion"), Field.text(data, "title"), event.time());
        chain.came("motion", Field.id(data, "motion"), outcome);
        var heard =
                new BallotHeard(Field.id(data, "ballot"), Field.id(data, "motion"), Field.id(data, "group"), outcome);
        ballots.declared(heard, event.time());
        declarations.fire(heard);
    }

    private void filled(Event event, JsonNode data) {
        String seat = Field.id(data, "group") + ":" + Field.text(data, "seat");
        chain.stands("seat", seat, Field.text(data, "seat"), event.time());
        if (data.hasNonNull("ballot")) {
            chain.hangs("ballot", Field.id(data, "ballot"), "seat", seat);
        }
    }

    private void granted(Event event, JsonNode data) {
        UUID mandate = Field.id(data, "mandate");
        UUID ballot = Field.id(data, "ballot");
        String title = Field.text(data, "title");
        sql.change(
                """
                insert into mandate (tenant_id, id, group_id, ballot_id, title, scope, exclusions, from_day, until_day,
                    granted_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, id) do update set group_id = excluded.group_id, ballot_id = excluded.ballot_id,
                    title = excluded.title, scope = excluded.scope, exclusions = excluded.exclusions,
                    from_day = excluded.from_day, until_day = excluded.until_day, granted_at = excluded.granted_at
                """,
                mandate,
                Field.id(data, "group"),
                ballot,
                title,
                Field.texts(data, "scope"),
                Field.texts(data, "exclusions"),
                Field.date(data, "from"),
                Field.date(data, "until"),
                event.time());
        chain.stands("mandate", mandate, title, event.time());
        chain.hangs("ballot", ballot, "mandate", mandate);
        sql.first(row -> row.getString("lapsed_why"), """
                        select lapsed_why from mandate
                        where tenant_id = folkmoot.current_tenant() and id = ? and lapsed_at is not null
                        """, mandate)
                .ifPresent(why -> chain.came("mandate", mandate, why));
    }

    /** Of one mandate the grant is heard first, unless it was set aside meanwhile. */
    private void lapsed(JsonNode data) {
        UUID mandate = Field.id(data, "mandate");
        sql.change("""
                insert into mandate (tenant_id, id, group_id, lapsed_at, lapsed_why)
                values (folkmoot.current_tenant(), ?, ?, ?, ?)
                on conflict (tenant_id, id) do update set lapsed_at = excluded.lapsed_at, lapsed_why = excluded.lapsed_why
                """, mandate, Field.id(data, "group"), Field.instant(data, "at"), Field.text(data, "reason"));
        chain.came("mandate", mandate, Field.text(data, "reason"));
    }

    private void said(Event event, JsonNode data) {
        UUID power = Field.id(data, "power");
        UUID mandate = Field.id(data, "mandate");
        String change = Field.text(data, "change");
        PowerTerms terms = PowerTerms.of(data.path("terms"));
        // Touches the power's row, which a decision under it holds: it is taken before this is heard, or after.
        sql.change("""
                insert into power (tenant_id, id, group_id, mandate_id) values (folkmoot.current_tenant(), ?, ?, ?)
                on conflict (tenant_id, id) do update set group_id = excluded.group_id, mandate_id = excluded.mandate_id
                """, power, Field.id(data, "group"), mandate);
        sql.change(
                """
                insert into power_version (tenant_id, power_id, number, change, terms, said_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?::jsonb, ?)
                on conflict (tenant_id, power_id, number) do update set change = excluded.change, terms = excluded.terms,
                    said_at = excluded.said_at
                """,
                power,
                Field.number(data, "number"),
                change,
                data.path("terms").toString(),
                event.time());
        chain.stands("power", power, terms.subject(), event.time());
        chain.came("power", power, isTakenAway(change) ? change : null);
        chain.hangs("mandate", mandate, "power", power);
        // A ballot that took the power away, for good or for a time, is no authority for what was decided under it.
        if (data.hasNonNull("ballot") && !isTakenAway(change)) {
            chain.hangs("ballot", Field.id(data, "ballot"), "power", power);
        }
    }

    private static boolean isTakenAway(String change) {
        return change.equals("suspended") || change.equals("revoked");
    }

    private void raised(Event event, JsonNode data) {
        UUID objection = Field.id(data, "objection");
        String who = Field.text(data, "kind") + " of " + Field.text(data, "organisation");
        chain.stands("objection", objection, who, event.time());
        chain.hangs(Field.text(data, "subject"), Field.id(data, "subjectId"), "objection", objection);
    }
}
