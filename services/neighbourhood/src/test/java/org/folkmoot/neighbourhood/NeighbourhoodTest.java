package org.folkmoot.neighbourhood;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the whole service: all of them share one start. */
@QuarkusTest
@WithTestResource(
        value = NeighbourhoodStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = Neighbourhood.DATABASE),
            @ResourceArg(name = "realms", value = "qkk,qr1"),
            @ResourceArg(name = "traces", value = "true"),
            @ResourceArg(
                    name = "topics",
                    value = "platform.tenants.ics.v1,ics.qkk.registry.practice-state.v1,"
                            + "ics.qkk.registry.neighbourhood-state.v1,ics.qkk.neighbourhood.referral.v1,"
                            + "ics.qkk.neighbourhood.case-manager.v1,ics.qkk.neighbourhood.team.v1,"
                            + "ics.qkk.neighbourhood.assessment.v1,ics.qkk.neighbourhood.care-plan.v1,"
                            + "ics.qkk.neighbourhood.gp-update.v1,ics.qkk.registry.dspt-state.v1,"
                            + "ics.qkk.neighbourhood.dead-letter.v1,ics.qkk.partner.nhs-notification.v1")
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeighbourhoodTest {}
