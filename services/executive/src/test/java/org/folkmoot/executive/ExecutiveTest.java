package org.folkmoot.executive;

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
        value = ExecutiveStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = Executive.DATABASE),
            @ResourceArg(name = "realms", value = "qkk,qr1"),
            @ResourceArg(
                    name = "topics",
                    value = "platform.tenants.ics.v1,ics.qkk.mandate.group.v1,ics.qkk.mandate.seat.v1,"
                            + "ics.qkk.mandate.motion.v1,ics.qkk.mandate.ballot.v1,ics.qkk.mandate.mandate.v1,"
                            + "ics.qkk.mandate.power.v1,ics.qkk.mandate.objection.v1,ics.qkk.executive.meeting.v1,"
                            + "ics.qkk.executive.decision.v1,ics.qkk.executive.action.v1,ics.qkk.executive.dead-letter.v1,"
                            + "ics.qkk.executive.representative.v1,ics.qkk.executive.report-back.v1,"
                            + "ics.qkk.executive.bulletin.v1,ics.qkk.registry.practice-state.v1,"
                            + "ics.qkk.registry.neighbourhood-state.v1,"
                            + "ics.qkk.partner.enquiry.v1,ics.qkk.executive.enquiry.v1,ics.qkk.executive.priority.v1")
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ExecutiveTest {}
