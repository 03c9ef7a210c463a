package org.folkmoot.portal;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the whole portal, on real servers but for the services that it asks; all of them share one start. */
@QuarkusTest
@WithTestResource(
        value = PortalStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = "portal_test"),
            @ResourceArg(name = "realms", value = "qkk,qr1"),
            @ResourceArg(name = "topics", value = "platform.tenants.ics.v1")
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PortalTest {}
