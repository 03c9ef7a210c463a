package org.folkmoot.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.folkmoot.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Counts a body that does not say its length, and refuses it as soon as it is too long. */
@Provider
class BodyMeter implements ReaderInterceptor {

    private final BodyLimit limit;
    private final CurrentVertxRequest current;

    BodyMeter(BodyLimit limit, CurrentVertxRequest current) {
        this.limit = limit;
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        RoutingContext routing = current.getCurrent();
        if (!limit.mustBeMetered(routing.request())) {
            return context.proceed();
        }
        var metered = new Metered(context.getInputStream(), routing, limit);
        context.setInputStream(metered);
        try {
            return context.proceed();
        } catch (IOException | RuntimeException e) {
            // Whoever reads may have taken the refusal for an error in what it read.
            ProblemException refusal = metered.refusal;
            if (refusal != null) {
                throw refusal;
            }
            throw e;
        }
    }

    private static final class Metered extends FilterInputStream {

        private final RoutingContext routing;
        private final BodyLimit limit;
        private long read;
        private @Nullable ProblemException refusal;

        Metered(InputStream body, RoutingContext routing, BodyLimit limit) {
            super(body);
            this.routing = routing;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            // Reading again after a reset would be counted twice.
            return false;
        }

        private void count(long bytes) {
            read += bytes;
            if (read > limit.longest()) {
                ProblemException known = refusal;
                ProblemException now = known == null ? new ProblemException(limit.refuse(routing)) : known;
                refusal = now;
                throw now;
            }
        }

        /** The platform's own would first read the rest to its end, however long that is. */
        @Override
        public void close() throws IOException {
            var rest = new byte[8192];
            while (refusal == null && read(rest, 0, rest.length) >= 0) {
                // What follows an error, up to the limit: then the connection can be used again.
            }
        }
    }
}
