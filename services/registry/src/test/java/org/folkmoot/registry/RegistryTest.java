package org.folkmoot.registry;

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
        value = RegistryStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = "registry_test"),
            @ResourceArg(name = "realms", value = "qkk,qr1"),
            @ResourceArg(
                    name = "topics",
                    value = "platform.tenants.ics.v1,ics.qkk.registry.practice.v1,ics.qkk.registry.pcn.v1,"
                            + "ics.qkk.registry.practice-state.v1,ics.qkk.registry.pcn-state.v1,"
                            + "ics.qkk.registry.link.v1,ics.qkk.registry.link-state.v1,"
                            + "ics.qkk.registry.neighbourhood.v1,ics.qkk.registry.neighbourhood-state.v1,"
                            + "ics.qkk.registry.place-state.v1,"
                            + "ics.qkk.registry.dspt-state.v1,ics.qr1.registry.dspt-state.v1,"
                            + "ics.qr1.registry.link.v1,ics.qr1.registry.link-state.v1,"
                            + "ics.qr1.registry.practice.v1,ics.qr1.registry.pcn.v1,"
                            + "ics.qr1.registry.practice-state.v1,ics.qr1.registry.pcn-state.v1,"
                            + "ics.qkk.registry.integration-case.v1,ics.qr1.registry.integration-case.v1,"
                            + "ics.qr1.registry.integration-case-state.v1,"
                            + "ics.qr1.mandate.ballot.v1,ics.qr1.neighbourhood.referral.v1,"
                            + "ics.qr1.neighbourhood.assessment.v1,ics.qr1.tenants.succession.v1,"
                            + "ics.qr1.registry.succession.v1")
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RegistryTest {}
