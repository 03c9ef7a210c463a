package org.folkmoot.mandate;

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
        value = MandateStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = "mandate_test"),
            @ResourceArg(name = "realms", value = "qkk,qr1"),
            @ResourceArg(
                    name = "topics",
                    value = "platform.tenants.ics.v1,ics.qkk.registry.practice-state.v1,ics.qkk.registry.pcn-state.v1,"
                            + "ics.qkk.registry.place-state.v1,"
                            + "ics.qkk.mandate.group.v1,ics.qkk.mandate.seat.v1,ics.qkk.mandate.motion.v1,"
                            + "ics.qkk.mandate.ballot.v1,ics.qkk.mandate.mandate.v1,"
                            + "ics.qkk.mandate.power.v1,ics.qkk.mandate.objection.v1,ics.qkk.executive.decision.v1")
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface MandateTest {}
