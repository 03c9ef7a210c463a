package org.folkmoot.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** Takes the fingerprint of a body as it is read, so that it need not be held in memory a second time. */
@Provider
@ApplicationScoped
class BodyFingerprint implements ReaderInterceptor {

    private static final String READ = "folkmoot.fingerprint";

    private record Reading(Fingerprint fingerprint, InputStream body) {}

    private final CurrentVertxRequest current;

    BodyFingerprint(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        RoutingContext routing = current.getCurrent();
        if (isOfACreate()) {
            var fingerprint = new Fingerprint(routing.request().query());
            InputStream body = fingerprint.reading(context.getInputStream());
            routing.put(READ, new Reading(fingerprint, body));
            context.setInputStream(body);
        }
        return context.proceed();
    }

    private static boolean isOfACreate() {
        var resource = CurrentRequestManager.get().getTarget().getLazyMethod();
        return resource.getMethod().isAnnotationPresent(Idempotent.class)
                || resource.getResourceClass().isAnnotationPresent(Idempotent.class);
    }

    /** The fingerprint of the request that is being answered, whose body has been read by now. */
    String ofRequest() throws IOException {
        RoutingContext routing = current.getCurrent();
        if (routing.get(READ) instanceof Reading reading) {
            reading.body().close();
            return reading.fingerprint().sha256();
        }
        var fingerprint = new Fingerprint(routing.request().query());
        FormData form = CurrentRequestManager.get().getFormData();
        if (form != null) {
            fingerprint.form(form);
        }
        return fingerprint.sha256();
    }
}
