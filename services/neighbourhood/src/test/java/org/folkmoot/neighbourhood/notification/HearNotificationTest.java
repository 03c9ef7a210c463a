package org.folkmoot.neighbourhood.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.neighbourhood.Neighbourhood;
import org.folkmoot.neighbourhood.NeighbourhoodTest;
import org.folkmoot.neighbourhood.patient.Patients;
import org.folkmoot.neighbourhood.referral.ChangeReferral;
import org.folkmoot.neighbourhood.referral.ReferralsInHand;
import org.folkmoot.neighbourhood.update.GpUpdates;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.junit.jupiter.api.Test;

/** An ICS that has no demographics service hears what somebody says is the NHS. */
@NeighbourhoodTest
class HearNotificationTest {

    @Inject
    Notifications notifications;

    @Inject
    PracticeChanges changes;

    @Inject
    Patients patients;

    @Inject
    ReferralsInHand referrals;

    @Inject
    ChangeReferral change;

    @Inject
    GpUpdates updates;

    @Inject
    Chronicle chronicle;

    @Inject
    Clock clock;

    @Inject
    TenantScope tenants;

    @Test
    void a_death_that_nobody_can_be_asked_about_is_not_believed() {
        // Given
        NhsNumber number = Neighbourhood.nhsNumber();
        String referral = Neighbourhood.create(
                        Neighbourhood.GP,
                        "/referrals",
                        Neighbourhood.referral(
                                Neighbourhood.team(),
                                Map.of("person", Neighbourhood.person(number, Neighbourhood.PRACTICE))))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String patient = Neighbourhood.rows("select patient_id from referral where id = '" + referral + "'")
                .getFirst();
        UUID event = UUID.randomUUID();
        var told = new Notification(
                event,
                "pds-death-notification-2",
                "uk.nhs.personal-demographics-service",
                clock.instant(),
                number,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "pds-death-notification-2")
                        .put("source", "uk.nhs.personal-demographics-service")
                        .put("subject", number.digits()));

        // When
        var hear = new HearNotification(
                notifications,
                changes,
                new Demographics(Optional.empty(), clock),
                patients,
                referrals,
                change,
                updates,
                chronicle,
                clock);
        tenants.run(Tenant.of("qkk"), () -> QuarkusTransaction.requiringNew().run(() -> hear.hear(told)));

        // Then
        assertThat(Neighbourhood.get(Neighbourhood.LEAD, "/referrals/" + referral)
                        .getString("state"))
                .isEqualTo("submitted");
        assertThat(Neighbourhood.get(Neighbourhood.LEAD, "/patients/" + patient).getBoolean("deceased"))
                .isFalse();
        String id = Neighbourhood.rows("select id from nhs_notification where event_id = '" + event + "'")
                .getFirst();
        JsonPath kept = Neighbourhood.get(Neighbourhood.ADMIN, "/nhs-notifications/" + id);
        assertThat(kept.getString("state")).isEqualTo("unresolved");
        assertThat(kept.getString("outcome")).isEqualTo("Nobody could say whether the patient has died.");
    }
}
