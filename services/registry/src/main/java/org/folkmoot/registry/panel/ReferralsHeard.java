package org.folkmoot.registry.panel;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Receipt;
import org.folkmoot.tenancy.Sql;

/**
 * Hears of referrals to neighbourhood teams, and whether they were assessed in time. The two come on topics of their own, so
 * either may be heard first. Who is redirected to another team goes on with the same journey, and counts once.
 */
@ApplicationScoped
class ReferralsHeard implements EventHandler {

    private final Receipt receipt;
    private final Sql sql;

    ReferralsHeard(Receipt receipt, Sql sql) {
        this.receipt = receipt;
        this.sql = sql;
    }

    @Incoming("neighbourhood-referrals")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    @Override
    public String consumer() {
        return "referrals";
    }

    @Override
    public void handle(Event event) {
        switch (event.entity() + "." + event.verb()) {
            case "referral.submitted" -> submitted(event.data(), event.time());
            case "assessment.recorded" -> assessed(event.data(), event.time());
            default -> {
                // Whatever else happens to a referral is not on the panel.
            }
        }
    }

    private void submitted(JsonNode referral, Instant said) {
        sql.change(
                """
                insert into referral_heard as h (tenant_id, journey, practice, submitted_on, submitted_said)
                values (folkmoot.current_tenant(), ?, ?, ?, ?)
                on conflict (tenant_id, journey) do update
                set practice = excluded.practice, submitted_on = excluded.submitted_on,
                    submitted_said = least(h.submitted_said, excluded.submitted_said)
                where h.submitted_on is null or h.submitted_on >= excluded.submitted_on
                """,
                journey(referral),
                referral.hasNonNull("practice") ? referral.path("practice").asText() : null,
                LocalDate.parse(referral.path("submittedOn").asText()),
                said);
    }

    private void assessed(JsonNode assessment, Instant said) {
        sql.change("""
                insert into referral_heard as h (tenant_id, journey, within_28_days, assessed_said)
                values (folkmoot.current_tenant(), ?, ?, ?)
                on conflict (tenant_id, journey) do update
                set within_28_days = excluded.within_28_days, assessed_said = excluded.assessed_said
                where h.assessed_said is null or h.assessed_said <= excluded.assessed_said
                """, journey(assessment), assessment.path("inTime").asBoolean(), said);
    }

    private static UUID journey(JsonNode data) {
        return UUID.fromString(data.path("journey").asText());
    }
}
